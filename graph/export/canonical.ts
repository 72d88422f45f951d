/**
 * The whole graph as text that is the same, byte by byte, for the same graph on either engine: one JSON line per node
 * and relation, sorted. Rebuilding from the records must give it again.
 */
import type { GraphRow, GraphStore, GraphValue } from '../graph-store.ts'
import { canonicalJson } from '../key.ts'

const NODES = 'MATCH (n) WHERE NOT n:Vocabulary RETURN n AS node'
const RELATIONS = `MATCH (a)-[r]->(b)
RETURN a AS source, type(r) AS type, properties(r) AS properties, b AS target`

interface Node {
  readonly labels: readonly string[]
  readonly properties: GraphRow
}

/** Sorted lines, each ended by a newline. */
export async function canonicalGraph(store: GraphStore): Promise<string> {
  const [nodes, relations] = await Promise.all([store.read(NODES), store.read(RELATIONS)])
  const lines = [
    ...nodes.map(({ node }) => canonicalJson(node)),
    ...relations.map(({ source, type, properties, target }) =>
      canonicalJson({ from: nameOf(source), type, properties: properties ?? {}, to: nameOf(target) }),
    ),
  ]
  return lines
    .sort()
    .map((line) => `${line}\n`)
    .join('')
}

/** A node's key, or what makes it unique where it has none (evidence: paper, place and rule). */
export function nameOf(value: GraphValue | undefined): string {
  const { labels, properties } = value as unknown as Node
  const { key, id, paper, start, end, rule } = properties
  return String(key ?? id ?? (start === undefined ? `${paper}/${labels.join()}` : `${paper}@${start}-${end}/${rule}`))
}
