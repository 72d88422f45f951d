/**
 * Fisher's noncentral hypergeometric distribution: how `a` of a 2x2 table varies when all margins stay as they are and
 * the odds ratio is given. Everything exact about such a table follows from it.
 */
import type { Table2x2 } from './table.ts'

export interface CellDistribution {
  /** Smallest value that the margins allow for cell `a`. */
  readonly first: number
  /** Probability of `first`, `first + 1`, ...; sums to 1. */
  readonly probabilities: readonly number[]
}

/**
 * The distribution of cell `a` at an odds ratio. Probabilities are made by ratios of neighbours, outwards from the
 * most likely value: no logarithms of factorials, whose rounding would cost digits in large tables.
 */
export function cellDistribution({ a, b, c, d }: Table2x2, oddsRatio: number): CellDistribution {
  const [exposed, withOutcome, unexposed] = [a + b, a + c, c + d]
  const first = Math.max(0, withOutcome - unexposed)
  const last = Math.min(exposed, withOutcome)
  // P(k) / P(k-1)
  const ratio = (k: number) =>
    (((exposed - k + 1) * (withOutcome - k + 1)) / (k * (unexposed - withOutcome + k))) * oddsRatio
  const mode = modeOf(first, last, ratio)
  const weights = new Array<number>(last - first + 1).fill(0)
  weights[mode - first] = 1
  for (let k = mode + 1; k <= last; k++) weights[k - first] = weights[k - 1 - first]! * ratio(k)
  for (let k = mode - 1; k >= first; k--) weights[k - first] = weights[k + 1 - first]! / ratio(k + 1)
  const total = sum(weights)
  return { first, probabilities: weights.map((weight) => weight / total) }
}

/** The ratio of neighbours falls steadily, so the mode is the last value where it is still at least 1. */
function modeOf(first: number, last: number, ratio: (k: number) => number): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (ratio(middle) >= 1) low = middle
    else high = middle - 1
  }
  return low
}

/** P(A >= k). */
export function upperTail({ first, probabilities }: CellDistribution, k: number): number {
  return sum(probabilities.slice(Math.max(0, k - first)))
}

/** P(A <= k). */
export function lowerTail({ first, probabilities }: CellDistribution, k: number): number {
  return sum(probabilities.slice(0, Math.max(0, k - first + 1)))
}

export function meanOf({ first, probabilities }: CellDistribution): number {
  return sum(probabilities.map((probability, index) => probability * (first + index)))
}

/** Kahan's sum: thousands of small terms lose nothing. */
function sum(values: readonly number[]): number {
  let [total, lost] = [0, 0]
  for (const value of values) {
    const next = value - lost
    const raised = total + next
    lost = raised - total - next
    total = raised
  }
  return total
}
