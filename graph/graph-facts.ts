/** One paper as nodes and relations: the pure projection of a case record that every engine writes the same way. */
import { GraphError } from './graph-error.ts'
import type { GraphValue } from './graph-store.ts'
import { FACT_LABELS } from './model.ts'

export interface GraphNode {
  readonly label: string
  /** Content-derived, unique within its label. */
  readonly key: string
  readonly properties: Readonly<Record<string, GraphValue>>
}

export interface GraphRelation {
  readonly type: string
  readonly from: { readonly label: string; readonly key: string }
  readonly to: { readonly label: string; readonly key: string }
  readonly properties: Readonly<Record<string, GraphValue>>
}

export interface GraphFacts {
  /** The paper's id, `sha256:...`. */
  readonly paper: string
  /** Nodes that only this paper supports (they carry `paper`), replaced as a whole. */
  readonly owned: readonly GraphNode[]
  /** Concepts shared with other papers, merged by key. */
  readonly shared: readonly GraphNode[]
  readonly relations: readonly GraphRelation[]
}

/** A fact without evidence cannot be written: throws GraphError `bad-facts`. */
export function assertSupported(facts: GraphFacts): void {
  const supported = new Set(facts.relations.filter(({ type }) => type === 'SUPPORTED_BY').map(({ from }) => from.key))
  const bare = facts.owned.find(
    ({ label, key }) => (FACT_LABELS as readonly string[]).includes(label) && !supported.has(key),
  )
  if (bare) throw new GraphError('bad-facts', `${bare.label} ${bare.key} has no evidence and is not written.`)
}
