/** Lists of places with sizes and no word for the thing: "CT gave: left groin 9.4 cm; right thigh up to 2.5 cm". */
import type { Measure } from '../measure/measure.ts'
import type { Chain } from './chain.ts'
import type { Head } from './head.ts'
import type { Attached } from './tie.ts'

const DIMENSIONS = /\b(?:dimensions?|sizes?|measure(?:s|d|ments?))\b/i
const BETWEEN = /^[\s,:(]*(?:(?:of|up to|was|were|measured|measures|measuring|about|approximately|is)\s*)*$/i

/** Ties such places to the look or the word that opens the list; they count as lumps of a patient with calcinosis. */
export function listedSizes(
  text: string,
  chains: readonly Chain[],
  named: readonly Attached[],
  heads: readonly Head[],
  measures: readonly Measure[],
): readonly Attached[] {
  const word = DIMENSIONS.exec(text)
  const opening: Head | undefined =
    heads.find(({ kind }) => kind === 'view') ??
    (word ? { kind: 'view', text: word[0], start: word.index, end: word.index + word[0].length } : undefined)
  if (!opening) return []
  return chains
    .filter(
      (chain) => chain.places.length === 1 && !named.some((tie) => tie.chain === chain && tie.head.kind !== 'view'),
    )
    .filter(
      (chain) =>
        isMeasured(text, chain, measures) &&
        !heads.some(({ kind, start, end }) => kind === 'other' && end <= chain.start && start > opening.end),
    )
    .map((chain) => ({ chain, head: { ...opening, kind: 'mass' as const }, viewed: false }))
}

const isMeasured = (text: string, chain: Chain, measures: readonly Measure[]): boolean =>
  measures.some(
    ({ role, span }) => role === 'size' && span.start >= chain.end && BETWEEN.test(text.slice(chain.end, span.start)),
  )
