/** Fisher's exact test, two-sided. */
import { cellDistribution, lowerTail, upperTail } from './noncentral-hypergeometric.ts'
import type { Table2x2 } from './table.ts'

/** Tables that are as likely as the observed one but for rounding count with it; the factor is that of R and SciPy. */
const TIE = 1 + 1e-7

/** The sum of the probabilities of all tables that are no more likely than this one, as in R and SciPy. */
export function fisherExactP(table: Table2x2): number {
  const { first, probabilities } = cellDistribution(table, 1)
  const observed = probabilities[table.a - first]!
  const extreme = probabilities.filter((probability) => probability <= observed * TIE)
  return Math.min(
    1,
    extreme.reduce((total, probability) => total + probability, 0),
  )
}

/** Twice the smaller one-sided mid-p: the observed table counts half. Less conservative than Fisher's p. */
export function midP(table: Table2x2): number {
  const distribution = cellDistribution(table, 1)
  const half = distribution.probabilities[table.a - distribution.first]! / 2
  const [above, below] = [upperTail(distribution, table.a) - half, lowerTail(distribution, table.a) - half]
  return Math.min(1, 2 * Math.min(above, below))
}
