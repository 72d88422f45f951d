/** A question the graph answers by name: Cypher that reads the same on every engine, with described parameters. */

import { conceptIds } from './concept-lookup.ts'
import type { ConceptFamily } from './concepts.ts'
import { GraphError } from './graph-error.ts'
import type { GraphRow, GraphStore, GraphValue, ReadLimits } from './graph-store.ts'
import { assertReadOnly } from './read-only-cypher.ts'

/** `concept`: a name or id of the family; the Cypher gets the ids of it and everything below it, or null for any. */
export type ParameterKind =
  | { readonly type: 'text' }
  /** `wholeFrom`: only whole numbers from there up. */
  | { readonly type: 'number'; readonly wholeFrom?: number }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'concept'; readonly family: ConceptFamily }

export type QueryParameter = ParameterKind & {
  readonly name: string
  readonly about: string
  /** null: no restriction. */
  readonly default: string | number | null
}

export interface NamedQuery {
  /** Kebab-case noun phrase. */
  readonly name: string
  readonly title: string
  /** In plain English, with a question mark. */
  readonly question: string
  readonly theme: 'patients' | 'deposits' | 'serology' | 'treatment' | 'course' | 'evidence' | 'papers' | 'concepts'
  readonly parameters: readonly QueryParameter[]
  readonly columns: readonly string[]
  readonly cypher: string
}

/** Parameter values as people give them: text or numbers; absent ones take their defaults. */
export type GivenParameters = Readonly<Record<string, string | number | null>>

/** Runs a query of `NAMED_QUERIES` (or one like it); throws GraphError `bad-question` for parameters that make no sense. */
export async function runQuery(
  store: GraphStore,
  query: NamedQuery,
  given: GivenParameters = {},
  limits: Partial<ReadLimits> = {},
): Promise<readonly GraphRow[]> {
  const unknown = Object.keys(given).find((name) => !query.parameters.some((parameter) => parameter.name === name))
  if (unknown !== undefined) {
    const known = query.parameters.map(({ name }) => name).join(', ') || 'no parameters'
    throw new GraphError('bad-question', `The query ${query.name} has no parameter "${unknown}"; it takes ${known}.`)
  }
  const values = query.parameters.map((parameter) => [
    parameter.name,
    parameterValue(query, parameter, given[parameter.name] ?? parameter.default),
  ])
  return store.read(query.cypher, Object.fromEntries(values), limits)
}

function parameterValue(query: NamedQuery, parameter: QueryParameter, value: string | number | null): GraphValue {
  // a count has no "any"
  if ((value === null || value === '') && parameter.type === 'number' && parameter.wholeFrom !== undefined)
    return parameter.default
  if (value === null || value === '') return null
  const refuse = (wanted: string) =>
    new GraphError('bad-question', `${query.name}: ${parameter.name} must be ${wanted}, not "${value}".`)
  switch (parameter.type) {
    case 'text':
      return String(value)
    case 'number':
      if (!Number.isFinite(Number(value))) throw refuse('a number')
      if (parameter.wholeFrom !== undefined && !isWhole(Number(value), parameter.wholeFrom))
        throw refuse(`a whole number from ${parameter.wholeFrom} up`)
      return Number(value)
    case 'choice':
      if (!parameter.choices.includes(String(value))) throw refuse(`one of ${parameter.choices.join(', ')}`)
      return String(value)
    case 'concept':
      return conceptIds(parameter.family, String(value))
  }
}

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

/** Throws where a query cannot be what it says: for the test of all queries. */
export function assertWellFormed(query: NamedQuery): void {
  assertReadOnly(query.cypher)
  for (const { name } of query.parameters)
    if (!query.cypher.includes(`$${name}`)) throw new Error(`${query.name}: $${name} is declared but not used.`)
}
