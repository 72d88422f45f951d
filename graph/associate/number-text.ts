/** Numbers of an answer as people read them. */
import type { Interval } from '../statistics/table.ts'

/** Three significant digits; "none" for null, "infinite" where a zero makes it so. */
export function number(value: number | null): string {
  if (value === null) return 'none'
  if (!Number.isFinite(value)) return 'infinite'
  if (value === 0) return '0'
  const magnitude = Math.floor(Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(4, Math.max(0, 2 - magnitude)))
}

export function pText(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(p < 0.1 ? 4 : 2)
}

export function oddsRatioText(oddsRatio: number | null, interval: Interval | null): string {
  return interval ? `${number(oddsRatio)} (95% ${number(interval.low)} to ${number(interval.high)})` : number(oddsRatio)
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((part / whole) * 100)}%`
}
