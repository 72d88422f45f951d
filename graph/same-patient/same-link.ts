/** Two cases of different papers that may be one patient. Decisions are people's; the pipeline stores them. */
import type { GraphValue } from '../graph-store.ts'
import { OWNED, SAME_RELATIONS } from '../model.ts'

export interface SameLink {
  /** Case ids (`9f2c51e07ab4d310#2`), the smaller one first. */
  readonly cases: readonly [string, string]
  readonly status: 'proposed' | 'accepted' | 'rejected'
  /** 0 to 1; null where a person linked two cases that nothing had proposed. */
  readonly score: number | null
  readonly reasons: readonly string[]
}

const RELATION_OF = { proposed: 'MAY_BE_SAME', accepted: 'SAME_AS', rejected: 'NOT_SAME' } as const

/** Parameters: `links_TYPE` lists and `patients`. Only cases that differ from their default are touched. */
export const WRITE_SAME_LINKS = [
  ...SAME_RELATIONS.map((type) => `CALL { MATCH (:Case)-[r:${type}]->(:Case) DELETE r }`),
  'CALL { MATCH (c:Case) WHERE c.patient <> c.id SET c.patient = c.id }',
  ...SAME_RELATIONS.map(
    (type) => `CALL {
  UNWIND $links_${type} AS row MATCH (a:${OWNED} {id: row.from}) MATCH (b:${OWNED} {id: row.to})
  CREATE (a)-[r:${type}]->(b) SET r += row.properties
}`,
  ),
  `CALL { UNWIND $patients AS row MATCH (c:${OWNED} {id: row.case}) SET c.patient = row.patient }`,
  'RETURN 1 AS written',
].join('\n')

/** The parameters of WRITE_SAME_LINKS. */
export function sameLinkParameters(links: readonly SameLink[]): Readonly<Record<string, GraphValue>> {
  const rows = links.map(({ cases: [from, to], status, score, reasons }) => ({
    type: RELATION_OF[status],
    row: { from, to, properties: { ...(score === null ? {} : { score }), reasons } },
  }))
  return {
    ...Object.fromEntries(
      SAME_RELATIONS.map((type) => [`links_${type}`, rows.filter((r) => r.type === type).map((r) => r.row)]),
    ),
    patients: [...patientOfCase(links)].map(([id, patient]) => ({ case: id, patient })),
  }
}

/** The patient of every case that accepted links join to others: the smallest case id of its group. */
export function patientOfCase(links: readonly SameLink[]): ReadonlyMap<string, string> {
  const patients = new Map<string, string>()
  const patientOf = (id: string) => patients.get(id) ?? id
  for (const { cases, status } of links) {
    if (status !== 'accepted') continue
    const [first, second] = [patientOf(cases[0]), patientOf(cases[1])]
    const [kept, replaced] = first < second ? [first, second] : [second, first]
    for (const id of [...cases, ...patients.keys()]) if (patientOf(id) === replaced) patients.set(id, kept)
    for (const id of cases) patients.set(id, kept)
  }
  return patients
}
