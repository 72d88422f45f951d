/** One paper as nodes and relations: the pure projection of a case record that every engine writes the same way. */
import type { GraphValue } from './graph-store.ts'

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
