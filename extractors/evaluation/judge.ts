/** Turns values and pairings into judgements. */
import { groundsOf, type Judgement, NO_GROUNDS, type Section } from './judgement.ts'
import type { Pairing } from './pairing.ts'

/** A single value is a hit when equal, else a miss of the one and an extra of the other. */
export function judgeValue<T extends string | number>(
  section: Section,
  gold: T | null,
  found: T | null,
  fact: object | null,
  isSame: (gold: T, found: T) => boolean = (a, b) => a === b,
): readonly Judgement[] {
  const judge = (verdict: Judgement['verdict'], value: T): Judgement => ({
    section,
    verdict,
    shown: String(value),
    ...(verdict === 'missed' ? NO_GROUNDS : groundsOf(fact)),
  })
  if (gold !== null && found !== null && isSame(gold, found)) return [judge('hit', found)]
  return [...(gold === null ? [] : [judge('missed', gold)]), ...(found === null ? [] : [judge('extra', found)])]
}

/** One judgement for every pair, miss and extra. */
export function judgePairs<G, E extends object>(
  section: Section,
  { pairs, missed, extra }: Pairing<G, E>,
  showGold: (gold: G) => string,
  showFound: (found: E) => string,
): readonly Judgement[] {
  return [
    ...pairs.map(([, found]) => ({
      section,
      verdict: 'hit' as const,
      shown: showFound(found),
      ...groundsOf(found),
    })),
    ...missed.map((gold) => ({ section, verdict: 'missed' as const, shown: showGold(gold), ...NO_GROUNDS })),
    ...extra.map((found) => ({
      section,
      verdict: 'extra' as const,
      shown: showFound(found),
      ...groundsOf(found),
    })),
  ]
}

/** `unknown` says as much as nothing. */
export const known = <T extends string>(value: T | null | undefined): T | null =>
  value === 'unknown' ? null : (value ?? null)
