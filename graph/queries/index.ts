/** All named queries. One more question is one more entry in the file of its theme. */
import { GraphError } from '../graph-error.ts'
import type { GraphRow, GraphStore, ReadLimits } from '../graph-store.ts'
import { type GivenParameters, type NamedQuery, runQuery } from '../named-query.ts'
import { closest } from '../spelling.ts'
import { COURSE_QUERIES } from './course.ts'
import { DEPOSIT_QUERIES } from './deposits.ts'
import { EVIDENCE_QUERIES } from './evidence.ts'
import { PAPER_QUERIES } from './papers.ts'
import { PATIENT_QUERIES } from './patients.ts'
import { SEROLOGY_QUERIES } from './serology.ts'
import { TREATMENT_QUERIES } from './treatment.ts'

export const NAMED_QUERIES: readonly NamedQuery[] = [
  ...PATIENT_QUERIES,
  ...DEPOSIT_QUERIES,
  ...SEROLOGY_QUERIES,
  ...TREATMENT_QUERIES,
  ...COURSE_QUERIES,
  ...EVIDENCE_QUERIES,
  ...PAPER_QUERIES,
]

/** The query of a name; throws GraphError `unknown-query` with the nearest names. */
export function namedQuery(name: string): NamedQuery {
  const query = NAMED_QUERIES.find((query) => query.name === name)
  if (query) return query
  const near = closest(
    name,
    NAMED_QUERIES.map((query) => query.name),
    3,
  )
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'list them with `calcigraph queries`.'
  throw new GraphError('unknown-query', `There is no query "${name}": ${hint}`)
}

/** Runs a query by its name. */
export function runNamedQuery(
  store: GraphStore,
  name: string,
  parameters: GivenParameters = {},
  limits: Partial<ReadLimits> = {},
): Promise<readonly GraphRow[]> {
  return Promise.resolve().then(() => runQuery(store, namedQuery(name), parameters, limits))
}
