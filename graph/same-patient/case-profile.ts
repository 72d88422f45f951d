/** What tells one patient from another across papers. */
import type { GraphRow, GraphStore } from '../graph-store.ts'

export interface CaseProfile {
  readonly id: string
  readonly paper: string
  readonly title: string | null
  readonly year: number | null
  readonly authors: readonly string[]
  readonly age: number | null
  readonly sex: string | null
  readonly diseases: readonly string[]
  /** Antibody id to result. */
  readonly results: ReadonlyMap<string, string>
  /** Facts that few patients share, as text for people: "thigh 120 mm", "anti-centromere antibody 1:640". */
  readonly rareFacts: readonly string[]
}

const CASES = `MATCH (p:Paper)-[:REPORTS]->(c:Case)
RETURN c.id AS id, p.key AS paper, p.title AS title, p.year AS year, p.authors AS authors, c.age AS age, c.sex AS sex
ORDER BY id`
const DISEASES = `MATCH (c:Case)-[h:HAS_DISEASE]->(k:Disease) WHERE h.status = 'present'
RETURN c.id AS id, collect(DISTINCT k.label) AS diseases`
const RESULTS = `MATCH (c:Case)-[:HAS_SEROLOGY]->(t:Serology)-[:OF]->(k:Antibody)
RETURN c.id AS id, collect([k.label, t.result, t.titre]) AS tests`
const SIZES = `MATCH (c:Case)-[:HAS_DEPOSIT]->(d:Deposit {status: 'present'})-[:AT]->(s:Site) WHERE d.max_mm IS NOT NULL
RETURN c.id AS id, collect([s.label, d.max_mm]) AS sizes`

/** The profiles of all cases, in the order of their ids. */
export async function caseProfiles(store: GraphStore): Promise<readonly CaseProfile[]> {
  const [cases, diseases, tests, sizes] = await Promise.all([CASES, DISEASES, RESULTS, SIZES].map((q) => store.read(q)))
  const [diseasesOf, testsOf, sizesOf] = [byId(diseases!, 'diseases'), byId(tests!, 'tests'), byId(sizes!, 'sizes')]
  return cases!.map((row) => {
    const id = String(row.id)
    const serology = (testsOf.get(id) ?? []) as readonly (readonly [string, string, string | null])[]
    const measured = (sizesOf.get(id) ?? []) as readonly (readonly [string, number])[]
    return {
      id,
      paper: String(row.paper),
      title: row.title as string | null,
      year: row.year as number | null,
      authors: (row.authors ?? []) as readonly string[],
      age: row.age as number | null,
      sex: row.sex as string | null,
      diseases: [...((diseasesOf.get(id) ?? []) as readonly string[])].sort(),
      results: new Map(serology.map(([antibody, result]) => [antibody, result])),
      rareFacts: [
        ...measured.map(([site, maxMm]) => `${site} ${maxMm} mm`),
        ...serology.filter(([, , titre]) => titre !== null).map(([antibody, , titre]) => `${antibody} ${titre}`),
      ].sort(),
    }
  })
}

function byId(rows: readonly GraphRow[], column: string): ReadonlyMap<string, unknown> {
  return new Map(rows.map((row) => [String(row.id), row[column]]))
}
