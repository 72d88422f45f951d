/** The cases of the graph with all their facts and evidence, as every export starts from them. */
import type { GraphRow, GraphStore, GraphValue } from '../graph-store.ts'

export interface ExportedConcept {
  readonly id: string
  readonly label: string
  /** Kind of the term, e.g. `procedure`; null for concepts that the terms do not know. */
  readonly kind: string | null
}

export interface ExportedEvidence {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly rule: string
  readonly confidence: number
}

export interface ExportedFact {
  readonly key: string
  /** `Diagnosis`, `Serology`, `Deposit` ... */
  readonly label: string
  readonly properties: Readonly<Record<string, GraphValue>>
  readonly concept: ExportedConcept | null
  readonly subtype: ExportedConcept | null
  readonly evidence: readonly ExportedEvidence[]
}

export interface ExportedPaper {
  readonly id: string
  readonly title: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly year: number | null
  readonly kind: string
}

export interface ExportedCase {
  readonly id: string
  readonly patient: string
  readonly number: number
  readonly age: number | null
  readonly sex: string | null
  readonly paper: ExportedPaper
  readonly facts: readonly ExportedFact[]
}

const CASES = `MATCH (p:Paper)-[:REPORTS]->(c:Case)
RETURN c.id AS id, c.patient AS patient, c.number AS number, c.age AS age, c.sex AS sex, p.id AS paper, p.title AS title,
  p.doi AS doi, p.pmid AS pmid, p.year AS year, p.kind AS kind
ORDER BY paper, number`
const FACTS = `MATCH (c:Case)-[r]->(f:OfPaper) WHERE type(r) <> 'SUPPORTED_BY'
RETURN c.id AS case_id, f AS fact ORDER BY case_id, f.key`
const CONCEPTS = `MATCH (:Case)-[]->(f:OfPaper)-[o:OF|AT|WITH|OF_SUBTYPE]->(k:Concept)
RETURN f.key AS fact, type(o) AS relation, k.id AS id, k.label AS label, k.kind AS kind`
const EVIDENCE = `MATCH (:Case)-[r]->(f:OfPaper)-[:SUPPORTED_BY]->(e:Evidence) WHERE type(r) <> 'SUPPORTED_BY'
RETURN f.key AS fact, e.page AS page, e.start AS start, e.end AS end_at, e.quote AS quote, e.rule AS rule, e.confidence AS confidence
ORDER BY fact, start, end_at, rule`

/** All cases in the order of papers and case numbers; facts in the order of their keys. */
export async function exportedCases(store: GraphStore): Promise<readonly ExportedCase[]> {
  const [cases, facts, concepts, evidence] = await Promise.all(
    [CASES, FACTS, CONCEPTS, EVIDENCE].map((query) => store.read(query)),
  )
  const conceptsOf = grouped(concepts!, 'fact')
  const evidenceOf = grouped(evidence!, 'fact')
  const factsOf = grouped(facts!, 'case_id')
  const fact = (row: GraphRow) => exportedFact(row.fact as never, conceptsOf, evidenceOf)
  return cases!.map((row) => ({
    ...(row as unknown as Omit<ExportedCase, 'paper' | 'facts'>),
    paper: paperOf(row),
    facts: (factsOf.get(String(row.id)) ?? []).map(fact),
  }))
}

function paperOf({ paper, title, doi, pmid, year, kind }: GraphRow): ExportedPaper {
  return { id: paper, title, doi, pmid, year, kind } as unknown as ExportedPaper
}

function exportedFact(
  node: { readonly labels: readonly string[]; readonly properties: Readonly<Record<string, GraphValue>> },
  conceptsOf: ReadonlyMap<string, readonly GraphRow[]>,
  evidenceOf: ReadonlyMap<string, readonly GraphRow[]>,
): ExportedFact {
  const { key, paper: _, ...properties } = node.properties
  const concepts = conceptsOf.get(String(key)) ?? []
  const named = (wanted: boolean) => concepts.find(({ relation }) => (relation === 'OF_SUBTYPE') === wanted)
  return {
    key: String(key),
    label: node.labels[0] ?? '',
    properties,
    concept: conceptOf(named(false)),
    subtype: conceptOf(named(true)),
    evidence: (evidenceOf.get(String(key)) ?? []).map(
      ({ page, start, end_at: end, quote, rule, confidence }) =>
        ({ page, start, end, quote, rule, confidence }) as unknown as ExportedEvidence,
    ),
  }
}

function conceptOf(row: GraphRow | undefined): ExportedConcept | null {
  return row ? { id: String(row.id), label: String(row.label), kind: row.kind as string | null } : null
}

function grouped(rows: readonly GraphRow[], column: string): ReadonlyMap<string, readonly GraphRow[]> {
  const groups = new Map<string, GraphRow[]>()
  for (const row of rows) {
    const group = groups.get(String(row[column]))
    if (group) group.push(row)
    else groups.set(String(row[column]), [row])
  }
  return groups
}
