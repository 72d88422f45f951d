/** The answer to one question of association, as a plain value. */
import type { RiskDifference } from '../statistics/risk-difference.ts'
import type { Interval, Table2x2 } from '../statistics/table.ts'
import type { CohortComparison } from './cohort-estimates.ts'
import type { StratifiedAnswer } from './strata.ts'

/** A quote that puts a patient into a cell. */
export interface CardQuote {
  readonly page: number
  readonly quote: string
}

export interface CellMember {
  readonly patient: string
  /** A patient of several papers has several cases. */
  readonly cases: readonly string[]
  readonly paper: string
  /** A paper without a title goes by its file's name. */
  readonly paperTitle: string | null
  readonly year: number | null
  readonly exposure: readonly CardQuote[]
  readonly outcome: readonly CardQuote[]
}

export interface Side {
  /** As asked. */
  readonly text: string
  readonly yes: number
  readonly no: number
  /** Spoken of but open: an equivocal result, a deposit without a size. */
  readonly unclear: number
  /** No paper speaks of it: not tested, not described. */
  readonly notMentioned: number
}

export interface AnswerCard {
  readonly exposure: Side
  readonly outcome: Side
  /** Distinct patients in the graph. */
  readonly patients: number
  /** Distinct patients of whom both are known; they make the table. */
  readonly table: Table2x2
  readonly cells: { readonly [cell in keyof Table2x2]: readonly CellMember[] }
  readonly oddsRatio: {
    readonly conditional: number | null
    readonly sample: number | null
    /** Exact conditional 95% interval. */
    readonly interval: Interval | null
  }
  readonly fisherP: number
  readonly midP: number
  readonly riskDifference: RiskDifference | null
  readonly strata: StratifiedAnswer | null
  readonly cohorts: readonly CohortComparison[]
  readonly warnings: readonly string[]
}
