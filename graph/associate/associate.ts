/** Does the outcome go with the exposure? Over distinct patients of the graph, each answer with its sentences. */
import type { GraphRow, GraphStore } from '../graph-store.ts'
import { fisherExactP, midP } from '../statistics/fisher.ts'
import { conditionalOddsRatio, exactInterval, sampleOddsRatio } from '../statistics/odds-ratio.ts'
import { riskDifference } from '../statistics/risk-difference.ts'
import type { Table2x2 } from '../statistics/table.ts'
import type { AnswerCard, CardQuote, CellMember, Side } from './answer-card.ts'
import { compareWithCohorts } from './cohort-estimates.ts'
import { parsePredicate } from './parse-predicate.ts'
import { countPatients, type DecidingQuote, decidingQuotes, type PatientSets, patientSets } from './patient-sets.ts'
import type { Predicate } from './predicate.ts'
import { type StrataName, stratify } from './strata.ts'
import { warningsOf } from './warnings.ts'

export interface AssociateOptions {
  readonly strata?: StrataName | null
  /** Sites and drugs count as absent only where a paper says so; default false. */
  readonly strict?: boolean
  /** Members listed with quotes in each cell; default 10. */
  readonly members?: number
}

/** Answers `associate EXPOSURE OUTCOME`; throws GraphError `bad-question` for predicates that cannot be read. */
export async function associate(
  store: GraphStore,
  exposureText: string,
  outcomeText: string,
  options: AssociateOptions = {},
): Promise<AnswerCard> {
  const [exposure, outcome] = [parsePredicate(exposureText), parsePredicate(outcomeText)]
  const pattern = { strict: options.strict ?? false }
  const [patients, exposed, affected] = await Promise.all([
    countPatients(store),
    patientSets(store, exposure, pattern),
    patientSets(store, outcome, pattern),
  ])
  const cells = cellsOf(exposed, affected)
  const table = tableOf(cells)
  const interval = exactInterval(table)
  const lists = await membersOf(store, cells, { exposure, outcome }, pattern, options.members ?? 10)
  return {
    exposure: sideOf(exposureText, exposed, patients),
    outcome: sideOf(outcomeText, affected, patients),
    patients,
    table,
    cells: lists,
    oddsRatio: { conditional: conditionalOddsRatio(table), sample: sampleOddsRatio(table), interval },
    fisherP: fisherExactP(table),
    midP: midP(table),
    riskDifference: riskDifference(table),
    strata: options.strata
      ? await stratify(
          store,
          options.strata,
          CELLS.map((cell) => cells[cell]),
        )
      : null,
    cohorts: compareWithCohorts(exposure, outcome, table, interval),
    warnings: warningsOf(table, { exposure, outcome, strict: pattern.strict }),
  }
}

const CELLS = ['a', 'b', 'c', 'd'] as const
export type Cells = { readonly [cell in keyof Table2x2]: Set<string> }

/** Patients of whom both answers are known. */
export function cellsOf(exposed: PatientSets, affected: PatientSets): Cells {
  const common = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    new Set([...one].filter((patient) => other.has(patient)))
  return {
    a: common(exposed.yes, affected.yes),
    b: common(exposed.yes, affected.no),
    c: common(exposed.no, affected.yes),
    d: common(exposed.no, affected.no),
  }
}

export function tableOf({ a, b, c, d }: Cells): Table2x2 {
  return { a: a.size, b: b.size, c: c.size, d: d.size }
}

function sideOf(text: string, { yes, no, unclear }: PatientSets, patients: number): Side {
  const notMentioned = patients - yes.size - no.size - unclear.size
  return { text, yes: yes.size, no: no.size, unclear: unclear.size, notMentioned }
}

interface Question {
  readonly exposure: Predicate
  readonly outcome: Predicate
}

async function membersOf(
  store: GraphStore,
  cells: Cells,
  { exposure, outcome }: Question,
  pattern: { readonly strict: boolean },
  count: number,
): Promise<AnswerCard['cells']> {
  const listed = CELLS.map((cell) => [...cells[cell]].sort().slice(0, count))
  const everybody = listed.flat()
  const [exposureQuotes, outcomeQuotes, papers] = await Promise.all([
    decidingQuotes(store, exposure, everybody, pattern),
    decidingQuotes(store, outcome, everybody, pattern),
    papersOf(store, everybody),
  ])
  const member = (patient: string): CellMember => ({
    ...paperOf(patient, papers),
    exposure: quotesOf(patient, exposureQuotes),
    outcome: quotesOf(patient, outcomeQuotes),
  })
  const [a = [], b = [], c = [], d = []] = listed.map((patients) => patients.map(member))
  return { a, b, c, d }
}

function papersOf(store: GraphStore, patients: readonly string[]): Promise<readonly GraphRow[]> {
  return store.read(
    `UNWIND $patients AS id MATCH (c:OfPaper {patient: id}) MATCH (c)<-[:REPORTS]-(p:Paper)
RETURN id AS patient, c.id AS case_id, p.id AS paper, coalesce(p.title, p.file) AS title, p.year AS year ORDER BY patient, case_id`,
    { patients },
  )
}

function paperOf(patient: string, papers: readonly GraphRow[]): Omit<CellMember, 'exposure' | 'outcome'> {
  const own = papers.filter((row) => row.patient === patient)
  const [first] = own
  return {
    patient,
    cases: own.map((row) => String(row.case_id)),
    paper: String(first?.paper ?? ''),
    paperTitle: (first?.title ?? null) as string | null,
    year: (first?.year ?? null) as number | null,
  }
}

/** Each quote once, in reading order. */
function quotesOf(patient: string, quotes: readonly DecidingQuote[]): readonly CardQuote[] {
  const own = quotes.filter((quote) => quote.patient === patient)
  const distinct = new Map(own.map(({ page, quote }) => [`${page} ${quote}`, { page, quote }]))
  return [...distinct.values()]
}
