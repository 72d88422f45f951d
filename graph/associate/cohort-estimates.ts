/** Published odds ratios of cohorts (data: cohort-estimates.tsv), to be laid beside what the reports say. */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../corpus/package-root.ts'
import { patientsNeeded } from '../statistics/sample-size.ts'
import type { Interval, Table2x2 } from '../statistics/table.ts'
import { parsePredicate } from './parse-predicate.ts'
import { factsIn } from './patient-sets.ts'
import type { Predicate } from './predicate.ts'

export interface CohortEstimate {
  readonly exposure: string
  /** `burden`: much calcinosis against little or none; `presence`: any against none. */
  readonly about: 'burden' | 'presence'
  readonly population: string
  readonly patients: number
  readonly oddsRatio: number
  readonly low: number
  readonly high: number
  readonly adjustedFor: string
  readonly citation: string
  readonly doi: string | null
}

export interface CohortComparison extends CohortEstimate {
  readonly verdict: 'agrees' | 'disagrees' | 'cannot tell'
  readonly reason: string
  /** Patients that would show the published odds ratio with 80% power at this table's margins; null where it cannot be said. */
  readonly patientsNeeded: number | null
}

let estimates: readonly CohortEstimate[] | null = null

/** All published estimates that are known, in the order of the file. */
export function cohortEstimates(): readonly CohortEstimate[] {
  estimates ??= readFileSync(packageFile('graph/associate/cohort-estimates.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(parseEstimate)
  return estimates
}

function parseEstimate(line: string): CohortEstimate {
  const [exposure, about, population, patients, oddsRatio, low, high, adjustedFor, citation, doi] = line.split('\t')
  return {
    exposure: exposure!,
    about: about as CohortEstimate['about'],
    population: population!,
    patients: Number(patients),
    oddsRatio: Number(oddsRatio),
    low: Number(low),
    high: Number(high),
    adjustedFor: adjustedFor!,
    citation: citation!,
    doi: doi || null,
  }
}

/** The estimates on this exposure, each with what this table says to it. */
export function compareWithCohorts(
  exposure: Predicate,
  outcome: Predicate,
  table: Table2x2,
  interval: Interval | null,
): readonly CohortComparison[] {
  return cohortEstimates()
    .filter((estimate) => isSameExposure(parsePredicate(estimate.exposure), exposure))
    .map((estimate) => ({
      ...estimate,
      ...verdictOn(estimate, outcome, interval),
      patientsNeeded: needed(estimate, table),
    }))
}

/** The same fact with the same concept, without further conditions. */
function isSameExposure(published: Predicate, asked: Predicate): boolean {
  if (published.kind !== 'fact' || asked.kind !== 'fact') return false
  const values = ({ conditions }: typeof asked) =>
    JSON.stringify(conditions.map(({ field, values }) => [field.name, values]))
  return values(published) === values(asked)
}

type Verdict = Pick<CohortComparison, 'verdict' | 'reason'>

function verdictOn(estimate: CohortEstimate, outcome: Predicate, interval: Interval | null): Verdict {
  if (estimate.about === 'presence' || !asksForBurden(outcome))
    return { verdict: 'cannot tell', reason: `the cohort asked something else: ${estimate.population}` }
  if (!interval) return { verdict: 'cannot tell', reason: 'the reports compare nobody' }
  const published = Math.sign(Math.log(estimate.oddsRatio))
  const side = interval.low > 1 ? 1 : interval.high < 1 ? -1 : 0
  if (side === 0) {
    const isOutside = estimate.oddsRatio < interval.low || estimate.oddsRatio > interval.high
    if (isOutside)
      return { verdict: 'disagrees', reason: 'the published odds ratio lies outside the interval of the reports' }
    return { verdict: 'cannot tell', reason: 'the interval of the reports holds 1 as well as the published odds ratio' }
  }
  return side === published
    ? { verdict: 'agrees', reason: 'both intervals lie on the same side of 1' }
    : { verdict: 'disagrees', reason: 'the intervals lie on opposite sides of 1' }
}

/** Size, form or number of deposits: the nearest that reports have to a heavy burden. */
function asksForBurden(outcome: Predicate): boolean {
  const fields = factsIn(outcome).flatMap(({ conditions }) => conditions.map(({ field }) => field.name))
  return fields.some((name) => ['deposit.max_mm', 'deposit.form', 'deposit.count'].includes(name))
}

function needed({ oddsRatio }: CohortEstimate, { a, b, c, d }: Table2x2): number | null {
  const total = a + b + c + d
  if (total === 0 || c + d === 0) return null
  return patientsNeeded({ oddsRatio, baselineRisk: c / (c + d), exposedShare: (a + b) / total })
}
