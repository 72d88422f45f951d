/** Sizes whose place another sentence tells: "The mass measured 5 x 4 cm", "the latter is 37 mm". */
import type { AnyFinding } from '../extractor.ts'
import type { ReadSentence } from '../language/reading.ts'
import type { Measure } from '../measure/measure.ts'
import { findingOf, groundOfSize } from './deposit-finding.ts'
import type { DepositMention } from './deposit-mention.ts'
import { isShaft } from './place.ts'
import type { Read } from './read-in-turn.ts'
import type { LooseSize } from './sentence-deposits.ts'
import { isSided } from './side.ts'

/** Sizes of sentences without a place, and of tissues that stand for a place told elsewhere ("of 95 mm in the soft tissue"). */
export function looseSizes(
  patient: number,
  read: readonly Read[],
  placed: readonly DepositMention[],
  kept: readonly DepositMention[],
): readonly AnyFinding[] {
  const loose = read.flatMap(({ looseSizes: sizes, sentence }) => sizes.map((size) => ({ size, sentence })))
  const ofTissue = placed
    .filter((mention) => (mention.term.kind === 'tissue' || isShaft(mention.term.key)) && !kept.includes(mention))
    .flatMap(({ sizes, sentence, lump }) =>
      sizes.map((measure) => ({ size: sizeOfTissue(measure, lump, sentence), sentence })),
    )
  // "on the left side the plaque measured 17 cm; on the right it measured 11 cm": the second follows the first
  let previous: { readonly sentence: ReadSentence; readonly owner: DepositMention } | null = null
  return [...loose, ...ofTissue].flatMap(({ size, sentence }): readonly AnyFinding[] => {
    const owner =
      ownerOfSize(sentence, size, kept) ??
      (previous?.sentence === sentence ? withSide(previous.owner, size.side) : null)
    previous = owner ? { sentence, owner } : null
    return owner
      ? [findingOf(patient, owner, owner.laterality, [size.measure], [groundOfSize(owner, size, sentence)])]
      : []
  })
}

const sizeOfTissue = (measure: Measure, lump: string, { span }: ReadSentence): LooseSize => ({
  measure,
  lump,
  side: null,
  turn: null,
  span: { start: measure.span.start + span.start, end: measure.span.end + span.start },
})

/** How many sentences back a bare "it" or "the mass" reaches. */
const REACH = 3

/** The deposit that a size belongs to, with the side that the size names; null where more than one could be meant. */
function ownerOfSize(
  sentence: ReadSentence,
  size: LooseSize,
  mentions: readonly DepositMention[],
): DepositMention | null {
  const present = mentions.filter(({ presence, term }) => presence === 'present' && term.kind !== 'tissue')
  const owner = size.turn ? byTurn(sentence, size.turn, present) : nearest(sentence, size, present)
  return owner && withSide(owner, size.side)
}

/** The same deposit on the side that a size names. */
const withSide = (owner: DepositMention, side: LooseSize['side']): DepositMention =>
  side && isSided(owner.term) ? { ...owner, laterality: side } : owner

function byTurn(
  sentence: ReadSentence,
  turn: 'former' | 'latter',
  present: readonly DepositMention[],
): DepositMention | null {
  const before = present.filter((mention) => mention.sentence.index === sentence.index - 1)
  return (turn === 'former' ? before[0] : before.at(-1)) ?? null
}

function nearest(
  sentence: ReadSentence,
  { lump, side }: LooseSize,
  present: readonly DepositMention[],
): DepositMention | null {
  const before = present.filter(
    (mention) =>
      mention.sentence.index < sentence.index &&
      sentence.index - mention.sentence.index <= REACH &&
      mention.sentence.section === sentence.section,
  )
  const latest = before.filter((mention) => mention.sentence.index === before.at(-1)?.sentence.index)
  const named = present.filter((mention) => mention.sentence.index < sentence.index && sharesNoun(mention.lump, lump))
  return (
    onlyOne(latest, side) ??
    onlyOne(
      latest.filter((mention) => sharesNoun(mention.lump, lump)),
      side,
    ) ??
    onlyOne(named, side) ??
    onlyOne(present, side)
  )
}

/** "the plaque" and "a firm plaque" name the same kind of lump. */
function sharesNoun(earlier: string, later: string | null): boolean {
  const noun = (words: string) => /[a-z]+$/i.exec(words.trim().toLowerCase())?.[0].replace(/(?:es|s)$/, '') ?? ''
  return later !== null && noun(earlier) !== '' && noun(earlier) === noun(later)
}

/** The mention, if all of them are of one place (and, with a side given, of either side of it). */
function onlyOne(mentions: readonly DepositMention[], side: LooseSize['side']): DepositMention | null {
  const fitting = side
    ? mentions.filter(({ laterality }) => laterality === side || laterality === 'bilateral' || laterality === null)
    : mentions
  const keys = new Set(fitting.map(({ term, laterality }) => (side ? term.key : `${term.key} ${laterality}`)))
  return keys.size === 1 ? (fitting[0] ?? null) : null
}
