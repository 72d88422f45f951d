/** How much more often the outcome comes with the exposure. */
import type { Interval, Table2x2 } from './table.ts'

export interface RiskDifference extends Interval {
  readonly difference: number
}

const Z_95 = 1.959963984540054

/** Difference of the two risks with Newcombe's interval (his method 10, from Wilson's score intervals); null without both rows. */
export function riskDifference({ a, b, c, d }: Table2x2): RiskDifference | null {
  if (a + b === 0 || c + d === 0) return null
  const [exposed, unexposed] = [a / (a + b), c / (c + d)]
  const difference = exposed - unexposed
  const [one, two] = [wilson(a, a + b), wilson(c, c + d)]
  return {
    difference,
    low: difference - Math.hypot(exposed - one.low, two.high - unexposed),
    high: difference + Math.hypot(one.high - exposed, unexposed - two.low),
  }
}

/** Wilson's score interval of a proportion. */
export function wilson(hits: number, total: number): Interval {
  const share = hits / total
  const squared = Z_95 * Z_95
  const centre = (share + squared / (2 * total)) / (1 + squared / total)
  const reach =
    (Z_95 * Math.sqrt((share * (1 - share)) / total + squared / (4 * total * total))) / (1 + squared / total)
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) }
}
