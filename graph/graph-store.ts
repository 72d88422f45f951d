/**
 * The graph store port: what the program needs of a graph engine, in the graph's own terms.
 * No driver, session or transaction type crosses it. Engines: Grafeo (embedded) and Neo4j.
 */
import type { GraphFacts } from './graph-facts.ts'
import type { SameLink } from './same-patient/same-link.ts'

export type GraphValue =
  | string
  | number
  | boolean
  | null
  | readonly GraphValue[]
  | { readonly [key: string]: GraphValue }
export type GraphRow = Readonly<Record<string, GraphValue>>

export interface ReadLimits {
  /** Rows beyond it are left out; ask for one more than you show to know whether there are more. */
  readonly maxRows: number
  /** The embedded engine cannot stop a query half-way: the answer is refused in time, its thread ends later. */
  readonly timeoutMs: number
}

export interface GraphStore {
  readonly engine: 'grafeo' | 'neo4j'
  /** Constraints, indexes and the concept hierarchies; safe to call at every start. */
  ensureSchema(): Promise<void>
  /** Writes one paper, all or nothing, in place of what it said before; same input twice = same graph. */
  replacePaper(facts: GraphFacts): Promise<void>
  /** Several papers in one transaction; 25 to 50 at once are quickest. */
  replacePapers(papers: readonly GraphFacts[]): Promise<void>
  /**
   * Empties the graph and writes every paper, each given once, much faster than one by one: for `rebuild` and whatever
   * makes the whole graph. Not all or nothing: an embedded graph whose filling was interrupted is `damaged` when it is
   * opened again. Returns how many papers were written.
   */
  fill(papers: AsyncIterable<GraphFacts>): Promise<number>
  /** Takes away exactly what only this paper supports; false where the paper is unknown. */
  removePaper(paperId: string): Promise<boolean>
  /**
   * Sets all proposals and decisions about one and the same patient, in place of those before; links to unknown
   * cases are left out. Accepted links give their cases one `patient`, and every answer counts patients.
   */
  replaceSameLinks(links: readonly SameLink[]): Promise<void>
  /** Read-only Cypher. Writing, file, network and administration clauses are refused before the engine sees them. */
  read(
    cypher: string,
    parameters?: Readonly<Record<string, GraphValue>>,
    limits?: Partial<ReadLimits>,
  ): Promise<readonly GraphRow[]>
  /** Empties the graph; the concepts of the terms stay. */
  clear(): Promise<void>
  close(): Promise<void>
}
