/** Who a predicate is true of, and who it is false of; everybody else is unknown. */
import { GraphError } from '../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { type BoundPattern, bindPattern, type PatternOptions } from './fact-patterns.ts'
import type { Condition, Predicate } from './predicate.ts'

export interface PatientSets {
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  /** The paper speaks of it but leaves it open: an equivocal test, a size that was not measured. */
  readonly unclear: ReadonlySet<string>
}

/** Evaluates a predicate over all patients of the graph. */
export async function patientSets(
  store: GraphStore,
  predicate: Predicate,
  options: PatternOptions,
): Promise<PatientSets> {
  if (predicate.kind === 'not') return inverted(await patientSets(store, predicate.of, options))
  if (predicate.kind === 'fact')
    return factSets(store, bindPattern(predicate.about, predicate.conditions, 'v', options))
  const parts = await Promise.all(predicate.of.map((part) => patientSets(store, part, options)))
  return predicate.kind === 'and' ? parts.reduce(both) : inverted(parts.map(inverted).reduce(both))
}

const inverted = ({ yes, no, unclear }: PatientSets): PatientSets => ({ yes: no, no: yes, unclear })

/** Kleene's "and": false with anything is false, true needs both, the rest stays open or unknown. */
function both(one: PatientSets, other: PatientSets): PatientSets {
  const yes = new Set([...one.yes].filter((patient) => other.yes.has(patient)))
  const no = new Set([...one.no, ...other.no])
  const spokenOf = [...one.unclear, ...other.unclear, ...one.yes, ...other.yes]
  const unclear = new Set(
    spokenOf.filter(
      (patient) => !yes.has(patient) && !no.has(patient) && (one.unclear.has(patient) || other.unclear.has(patient)),
    ),
  )
  return { yes, no, unclear }
}

/** One row per verdict, with the list of its patients: three rows travel, not a hundred thousand. */
async function factSets(store: GraphStore, pattern: BoundPattern): Promise<PatientSets> {
  const ranks = ranksOf(pattern)
  const rows = await store.read(
    `MATCH ${caseFirst(pattern.match)} WHERE ${pattern.where}
WITH c.patient AS patient, max(${verdict(pattern)}) AS verdict
RETURN verdict, collect(patient) AS patients`,
    pattern.parameters,
  )
  const patientsOf = (rank: number) => {
    const row = rows.find((row) => row.verdict === rank)
    return new Set((row?.patients ?? []) as readonly string[])
  }
  const no = new Set([...patientsOf(ranks.no), ...patientsOf(VETO)])
  return { yes: patientsOf(YES), no, unclear: patientsOf(ranks.unclear) }
}

const YES = 3
const VETO = 4

const ranksOf = ({ noOutranksUnclear }: BoundPattern) =>
  noOutranksUnclear ? { no: 2, unclear: 1 } : { no: 1, unclear: 2 }

function verdict(pattern: BoundPattern): string {
  const { no, unclear } = ranksOf(pattern)
  const veto = pattern.veto ? `WHEN ${pattern.veto} THEN ${VETO} ` : ''
  return `CASE ${veto}WHEN ${pattern.yes} THEN ${YES} WHEN ${pattern.unclear} THEN ${unclear} ELSE ${no} END`
}

const caseFirst = (match: string) => match.replace('(c)', '(c:Case)')

/** A sentence that decided about a patient. */
export interface DecidingQuote {
  readonly patient: string
  readonly caseId: string
  readonly paper: string
  readonly page: number
  readonly quote: string
}

/** For some patients, the quotes of the facts that decided (those of the highest rank), in reading order. */
export async function decidingQuotes(
  store: GraphStore,
  predicate: Predicate,
  patients: readonly string[],
  options: PatternOptions,
): Promise<readonly DecidingQuote[]> {
  if (patients.length === 0) return []
  const facts = factsIn(predicate)
  const found = await Promise.all(
    facts.map(({ about, conditions }) =>
      quotesOf(store, bindPattern(about, conditions, 'v', options), conditions, patients),
    ),
  )
  return found.flat()
}

async function quotesOf(
  store: GraphStore,
  pattern: BoundPattern,
  conditions: readonly Condition[],
  patients: readonly string[],
): Promise<readonly DecidingQuote[]> {
  const rows = await store.read(
    `UNWIND $patients AS id MATCH (c:OfPaper {patient: id}) MATCH ${pattern.match} WHERE ${pattern.where}
WITH c, ${pattern.supported} AS fact, ${verdict(pattern)} AS verdict
MATCH (fact)-[r:SUPPORTED_BY]->(e:Evidence) WHERE r.of IS NULL OR r.of IN $properties
RETURN c.patient AS patient, c.id AS case_id, c.paper AS paper, e.page AS page, e.quote AS quote, e.start AS start, verdict
ORDER BY patient, case_id, start`,
    { ...pattern.parameters, patients, properties: conditions.map(({ field }) => field.property) },
  )
  const highest = new Map<string, number>()
  for (const { patient, verdict } of rows)
    highest.set(String(patient), Math.max(highest.get(String(patient)) ?? 0, Number(verdict)))
  return rows
    .filter(({ patient, verdict }) => highest.get(String(patient)) === verdict)
    .map(({ patient, case_id, paper, page, quote }) => ({
      patient: String(patient),
      caseId: String(case_id),
      paper: String(paper),
      page: Number(page),
      quote: String(quote),
    }))
}

type FactPredicate = Extract<Predicate, { kind: 'fact' }>

/** The facts a predicate asks about, from left to right. */
export function factsIn(predicate: Predicate): readonly FactPredicate[] {
  if (predicate.kind === 'fact') return [predicate]
  if (predicate.kind === 'not') return factsIn(predicate.of)
  return predicate.of.flatMap(factsIn)
}

/** How many patients there are in all. */
export async function countPatients(store: GraphStore): Promise<number> {
  const [row] = await store.read('MATCH (c:Case) RETURN count(DISTINCT c.patient) AS patients')
  const count = row?.patients
  if (typeof count !== 'number') throw new GraphError('failed', 'The graph did not say how many patients it has.')
  return count
}
