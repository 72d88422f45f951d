/** Sizes whose place another sentence tells: "The mass measured 5 x 4 cm", "the latter is 37 mm". */
import type { ReadSentence } from '../language/reading.ts'
import type { DepositMention, LooseSize } from './sentence-deposits.ts'
import { isSided } from './side.ts'

/** How many sentences back a bare "it" or "the mass" reaches. */
const REACH = 3

/** The deposit that a size belongs to, with the side that the size names; null where more than one could be meant. */
export function ownerOfSize(
  sentence: ReadSentence,
  size: LooseSize,
  mentions: readonly DepositMention[],
): DepositMention | null {
  const present = mentions.filter(({ presence, term }) => presence === 'present' && term.kind !== 'tissue')
  const owner = size.turn ? byTurn(sentence, size.turn, present) : nearest(sentence, size, present)
  return owner && withSide(owner, size.side)
}

/** The same deposit on the side that a size names. */
export const withSide = (owner: DepositMention, side: LooseSize['side']): DepositMention =>
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
