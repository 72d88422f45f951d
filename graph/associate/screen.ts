/** All pairs of two families at once: which antibody goes with deposits at which site? With false discovery held down. */
import { type ConceptFamily, conceptTerms } from '../concepts.ts'
import { GraphError } from '../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { benjaminiHochberg } from '../statistics/false-discovery.ts'
import { fisherExactP } from '../statistics/fisher.ts'
import { conditionalOddsRatio, exactInterval } from '../statistics/odds-ratio.ts'
import { type Interval, isComparable, type Table2x2 } from '../statistics/table.ts'
import { cellsOf, tableOf } from './associate.ts'
import { parsePredicate } from './parse-predicate.ts'
import { type PatientSets, patientSets } from './patient-sets.ts'

export const SCREEN_FAMILIES = ['antibody', 'site', 'treatment', 'disease', 'calcinosis', 'finding'] as const
export type ScreenFamily = (typeof SCREEN_FAMILIES)[number]

export interface ScreenRow {
  readonly exposure: string
  readonly outcome: string
  readonly table: Table2x2
  readonly oddsRatio: number | null
  readonly interval: Interval | null
  readonly fisherP: number
  /** Benjamini-Hochberg over all pairs tested. */
  readonly falseDiscoveryRate: number
}

export interface ScreenOptions {
  readonly strict?: boolean
  /** Concepts known (yes or no) of fewer patients are left out before testing; default 5. */
  readonly minPatients?: number
}

/** Reads "antibody x site"; throws GraphError for families that cannot be screened. */
export function parseScreen(text: string): readonly [ScreenFamily, ScreenFamily] {
  const names = text.split(/\s+[x×]\s+|\s*[×*]\s*/u).map((name) => name.trim().toLowerCase())
  const found = names.flatMap((name) => SCREEN_FAMILIES.filter((family) => family === name))
  if (names.length === 2 && found.length === 2) return [found[0]!, found[1]!]
  throw new GraphError(
    'bad-question',
    `A screen is two of ${SCREEN_FAMILIES.join(', ')}, as in "antibody x site", not "${text}".`,
  )
}

/** Tests every pair of concepts that patients have; best first. Pairs that compare nothing are not tested. */
export async function screen(
  store: GraphStore,
  [exposures, outcomes]: readonly [ScreenFamily, ScreenFamily],
  { strict = false, minPatients = 5 }: ScreenOptions = {},
): Promise<readonly ScreenRow[]> {
  const of = async (family: ScreenFamily) =>
    (await setsOfFamily(store, family, strict)).filter(({ sets }) => sets.yes.size + sets.no.size >= minPatients)
  const [rows, columns] = [await of(exposures), await of(outcomes)]
  const tested = rows.flatMap((exposure) =>
    columns
      .filter((outcome) => outcome.label !== exposure.label)
      .map((outcome) => ({ exposure, outcome, table: tableOf(cellsOf(exposure.sets, outcome.sets)) }))
      .filter(({ table }) => isComparable(table)),
  )
  const pValues = tested.map(({ table }) => fisherExactP(table))
  const rates = benjaminiHochberg(pValues)
  return tested
    .map(({ exposure, outcome, table }, index) => ({
      exposure: exposure.label,
      outcome: outcome.label,
      table,
      oddsRatio: conditionalOddsRatio(table),
      interval: exactInterval(table),
      fisherP: pValues[index]!,
      falseDiscoveryRate: rates[index]!,
    }))
    .sort(
      (one, other) =>
        one.fisherP - other.fisherP || (one.exposure + one.outcome < other.exposure + other.outcome ? -1 : 1),
    )
}

interface ConceptSets {
  readonly label: string
  readonly sets: PatientSets
}

async function setsOfFamily(store: GraphStore, family: ScreenFamily, strict: boolean): Promise<readonly ConceptSets[]> {
  const used = await usedConcepts(store, family)
  const terms = conceptTerms(family satisfies ConceptFamily).filter(({ id }) => used.has(id))
  const distinct = [...new Map(terms.map((term) => [term.id, term])).values()]
  const found: ConceptSets[] = []
  for (const { id, label } of distinct)
    found.push({ label, sets: await patientSets(store, parsePredicate(`${family} = "${id}"`), { strict }) })
  return found
}

const USED: Readonly<Record<ScreenFamily, string>> = {
  antibody: 'MATCH (:Serology)-[:OF]->(k:Antibody) RETURN DISTINCT k.id AS id',
  site: 'MATCH (:Deposit)-[:AT]->(k:Site) RETURN DISTINCT k.id AS id',
  treatment: 'MATCH (:Treatment)-[:WITH]->(k:Intervention) RETURN DISTINCT k.id AS id',
  disease: 'MATCH (:Diagnosis)-[:OF|OF_SUBTYPE]->(k:Disease) RETURN DISTINCT k.id AS id',
  calcinosis: 'MATCH (:Calcinosis)-[:OF]->(k:CalcinosisType) RETURN DISTINCT k.id AS id',
  finding: 'MATCH (:Observation)-[:OF]->(k:Finding) RETURN DISTINCT k.id AS id',
}

async function usedConcepts(store: GraphStore, family: ScreenFamily): Promise<ReadonlySet<string>> {
  const rows = await store.read(USED[family])
  return new Set(rows.map((row) => String(row.id)))
}
