/** The whole graph as sorted lines, for comparing what different ways lead to. */
import type { GraphStore } from '../../graph/graph-store.ts'

export async function graphPicture(graph: GraphStore): Promise<string> {
  const nodes = await graph.read('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties')
  const relations = await graph.read(
    'MATCH (a)-[r]->(b) RETURN a.key AS from, type(r) AS type, b.key AS to, properties(r) AS properties',
  )
  return [...nodes, ...relations]
    .map((row) => JSON.stringify(sorted(row)))
    .sort()
    .join('\n')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, name === 'labels' ? [...each].sort() : sorted(each)]),
  )
}
