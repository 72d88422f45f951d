/** What the forest plot draws, one row an estimate; pure, so that the downloaded SVG is the shown one. */
import type { AnswerCard, Estimate } from '../api/types.ts'
import { estimateValue, ratio } from '../frame/words.ts'

export interface ForestRow {
  readonly name: string
  readonly patients: number | null
  readonly estimate: Estimate
  readonly kind: 'all' | 'stratum' | 'pooled' | 'published'
}

export function forestRows(card: AnswerCard): readonly ForestRow[] {
  const total = ({ a, b, c, d }: AnswerCard['table']) => a + b + c + d
  return [
    { name: 'These patients', patients: total(card.table), estimate: card.oddsRatio, kind: 'all' },
    ...strataOf(card, true).map(({ name, table, oddsRatio }) => ({
      name,
      patients: total(table),
      estimate: oddsRatio,
      kind: 'stratum' as const,
    })),
    ...(card.strata?.pooled
      ? [{ name: 'Pooled over strata', patients: null, estimate: card.strata.pooled, kind: 'pooled' as const }]
      : []),
    ...card.published.map(({ population, oddsRatio, patients }) => ({
      name: `Published: ${population}`,
      patients,
      estimate: oddsRatio,
      kind: 'published' as const,
    })),
  ]
}

type Stratum = NonNullable<AnswerCard['strata']>['strata'][number]

/** Strata in which somebody is compared with somebody, or those in which nobody is. */
function strataOf(card: AnswerCard, comparing: boolean): readonly Stratum[] {
  const isComparing = ({ oddsRatio: { value, low, high } }: Stratum) => value !== null || low !== null || high !== null
  return (card.strata?.strata ?? []).filter((stratum) => isComparing(stratum) === comparing)
}

/** "CREST syndrome (3), lupus panniculitis (2)": they have no row; '' where every stratum has one. */
export function strataWithoutEstimate(card: AnswerCard): string {
  return strataOf(card, false)
    .map(({ name, table: { a, b, c, d } }) => `${name} (${a + b + c + d})`)
    .join(', ')
}

export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Powers of ten around everything finite; at least 0.1 to 10. */
export function axisOf(rows: readonly ForestRow[]): Axis {
  const finite = rows
    .flatMap(({ estimate }) => [estimate.value, estimate.low, estimate.high])
    .filter((value): value is number => value !== null && Number.isFinite(value) && value > 0)
  const low = Math.max(-3, Math.min(-1, ...finite.map((value) => Math.floor(Math.log10(value)))))
  const high = Math.min(4, Math.max(1, ...finite.map((value) => Math.ceil(Math.log10(value)))))
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index))
  return { low: 10 ** low, high: 10 ** high, ticks }
}

/** 0 to 1 along the axis; values beyond it stand at its ends. */
export function placeOn(axis: Axis, value: number | null, whenNull: 0 | 1): number {
  if (value === null) return whenNull
  if (value <= 0) return 0
  const place = Math.log(value / axis.low) / Math.log(axis.high / axis.low)
  return Math.min(1, Math.max(0, place))
}

/** "2.4 (0.3 to 18)" */
export function estimateText(estimate: Estimate): string {
  const { value, low, high } = estimate
  if (value === null && low === null && high === null) return 'cannot be estimated'
  if (low === null && high === null) return `${estimateValue(estimate)}, without an interval`
  return `${estimateValue(estimate)} (${low === null ? '0' : ratio(low)} to ${high === null ? '∞' : ratio(high)})`
}
