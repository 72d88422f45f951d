/** The odds ratio of a 2x2 table, given its margins: conditional estimate and exact interval, as R's fisher.test gives them. */
import { cellDistribution, lowerTail, meanOf, upperTail } from './noncentral-hypergeometric.ts'
import { type Interval, isComparable, type Table2x2 } from './table.ts'

/** Sample odds ratio ad/bc; Infinity where only bc is 0; null where the table compares nothing. */
export function sampleOddsRatio(table: Table2x2): number | null {
  const { a, b, c, d } = table
  return isComparable(table) ? (a * d) / (b * c) : null
}

/** The odds ratio under which the observed `a` is expected: conditional maximum likelihood. */
export function conditionalOddsRatio(table: Table2x2): number | null {
  if (!isComparable(table)) return null
  const [least, most] = range(table)
  if (table.a === least) return 0
  if (table.a === most) return Number.POSITIVE_INFINITY
  return solve((oddsRatio) => meanOf(cellDistribution(table, oddsRatio)) - table.a)
}

/** The exact conditional (Clopper-Pearson like) interval: the odds ratios that neither tail refuses at half of alpha. */
export function exactInterval(table: Table2x2, confidence = 0.95): Interval | null {
  if (!isComparable(table)) return null
  const [least, most] = range(table)
  const tail = (1 - confidence) / 2
  return {
    low: table.a === least ? 0 : solve((oddsRatio) => upperTail(cellDistribution(table, oddsRatio), table.a) - tail),
    high:
      table.a === most
        ? Number.POSITIVE_INFINITY
        : solve((oddsRatio) => tail - lowerTail(cellDistribution(table, oddsRatio), table.a)),
  }
}

/** Smallest and largest `a` that the margins allow. */
function range({ a, b, c, d }: Table2x2): readonly [number, number] {
  return [Math.max(0, a - d), Math.min(a + b, a + c)]
}

/** Where a function that rises with the odds ratio crosses zero; halves the interval on the scale of logarithms. */
function solve(rising: (oddsRatio: number) => number): number {
  let [low, high] = [-1, 1]
  while (rising(Math.exp(low)) > 0 && low > -700) low *= 2
  while (rising(Math.exp(high)) < 0 && high < 700) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (rising(Math.exp(middle)) < 0) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
