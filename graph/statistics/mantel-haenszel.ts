/** One odds ratio from several strata, so that a third factor (the subtype of the disease) does not make or hide it. */
import { complementaryErrorFunction } from './error-function.ts'
import { type Interval, type Table2x2, totalOf } from './table.ts'

export interface PooledOddsRatio {
  readonly oddsRatio: number
  /** Robins, Breslow and Greenland; null where a sum of the estimate is 0. */
  readonly interval: Interval | null
  /** Cochran-Mantel-Haenszel test, without correction for continuity; null where no stratum varies. */
  readonly p: number | null
}

const Z_95 = 1.959963984540054

/** Pools strata; those that compare nothing add nothing. null where no stratum compares anything. */
export function mantelHaenszel(strata: readonly Table2x2[]): PooledOddsRatio | null {
  const tables = strata.filter((table) => totalOf(table) > 0)
  const sums = tables.map(summands)
  const total = (pick: (summand: Summands) => number) => sums.reduce((sum, summand) => sum + pick(summand), 0)
  const [r, s] = [total(({ r }) => r), total(({ s }) => s)]
  if (r === 0 && s === 0) return null
  return { oddsRatio: r / s, interval: interval(r, s, total), p: testOfNoAssociation(tables) }
}

interface Summands {
  readonly r: number
  readonly s: number
  readonly pr: number
  readonly psqr: number
  readonly qs: number
}

function summands({ a, b, c, d }: Table2x2): Summands {
  const n = a + b + c + d
  const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n]
  return { r, s, pr: p * r, psqr: p * s + q * r, qs: q * s }
}

function interval(r: number, s: number, total: (pick: (summand: Summands) => number) => number): Interval | null {
  if (r === 0 || s === 0) return null
  const variance =
    total(({ pr }) => pr) / (2 * r * r) + total(({ psqr }) => psqr) / (2 * r * s) + total(({ qs }) => qs) / (2 * s * s)
  const reach = Z_95 * Math.sqrt(variance)
  const estimate = Math.log(r / s)
  return { low: Math.exp(estimate - reach), high: Math.exp(estimate + reach) }
}

function testOfNoAssociation(tables: readonly Table2x2[]): number | null {
  let [excess, variance] = [0, 0]
  for (const { a, b, c, d } of tables) {
    const n = a + b + c + d
    if (n < 2) continue
    excess += a - ((a + b) * (a + c)) / n
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
  }
  if (variance === 0) return null
  // the upper tail of chi-squared with one degree of freedom
  return complementaryErrorFunction(Math.sqrt((excess * excess) / variance / 2))
}
