/** Places that are told again in other words: a region for its part, what a lump lies against, what was gone later. */
import { isA } from '../language/load-terms.ts'
import type { DepositMention } from './deposit-mention.ts'

const isPresent = ({ presence }: DepositMention) => presence === 'present'

/** Whether a row tells of the side of another; a row without side does so only where no row of the place has one. */
function tellsOfSide(row: DepositMention, of: DepositMention, rows: readonly DepositMention[]): boolean {
  if (row.laterality === of.laterality || row.laterality === 'bilateral' || of.laterality === 'bilateral') return true
  return row.laterality === null ? rows.every(({ laterality }) => laterality === null) : of.laterality === null
}

/** "After a year no calcification was felt at the right thigh": where there was some, it is the course, not an absent site. */
export const withoutContradicted = (mentions: readonly DepositMention[]): readonly DepositMention[] =>
  mentions.filter((mention) => {
    if (mention.presence !== 'absent') return true
    const there = mentions.filter(
      (other) => isPresent(other) && other.sentence !== mention.sentence && other.term.key === mention.term.key,
    )
    return !there.some((other) => tellsOfSide(other, mention, there))
  })

const widest = (mentions: readonly DepositMention[]): number =>
  Math.max(0, ...mentions.flatMap(({ sizes }) => sizes.map(({ maxMm }) => maxMm ?? 0)))

/** "a 6 cm mass of the left hip", on CT "74 mm lateral to the left greater trochanter": one lump, the larger size stays. */
export function withoutSmallerSizes(mentions: readonly DepositMention[]): readonly DepositMention[] {
  return mentions.map((mention) => {
    if (!isPresent(mention) || mention.sizes.length === 0) return mention
    const parts = mentions.filter(
      (other) =>
        isPresent(other) &&
        other.term.key !== mention.term.key &&
        isA(other.term, mention.term.key) &&
        (other.laterality === mention.laterality || mention.laterality === null),
    )
    return widest(parts) > widest([mention]) ? { ...mention, sizes: [] } : mention
  })
}

/** A swelling before the ear is how a calcified jaw joint shows. */
const SHOWS_AS: Readonly<Record<string, readonly string[]>> = { tmj: ['preauricular', 'ear', 'cheek'] }

/** The outside of a lump whose inside an image told. */
export const withoutOutsides = (mentions: readonly DepositMention[]): readonly DepositMention[] =>
  mentions.filter(
    (mention) =>
      mention.calcium ||
      !mentions.some(
        (other) =>
          isPresent(other) &&
          other.calcium &&
          other.laterality === mention.laterality &&
          SHOWS_AS[other.term.key]?.includes(mention.term.key),
      ),
  )

/** "Calcinosis of the forearm" over a paper about both: a row without side beside rows of the left and the right. */
export const withoutSideless = (mentions: readonly DepositMention[]): readonly DepositMention[] =>
  mentions.filter((mention) => {
    if (mention.laterality !== null || mention.sizes.length > 0) return true
    const sides = new Set(
      mentions
        .filter(({ term, presence }) => term.key === mention.term.key && presence === mention.presence)
        .map(({ laterality }) => laterality),
    )
    return !sides.has('bilateral') && !(sides.has('left') && sides.has('right'))
  })
