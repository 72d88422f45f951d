/** The whole graph as GraphML, for Gephi, yEd, Cytoscape and igraph. */
import { XMLBuilder } from 'fast-xml-parser'
import type { GraphRow, GraphStore, GraphValue } from '../graph-store.ts'
import { nameOf } from './canonical.ts'

const NODES = 'MATCH (n) WHERE n:OfPaper OR EXISTS { MATCH (n)<-[]-(m:OfPaper) } RETURN n AS node'
const RELATIONS = `MATCH (a:OfPaper)-[r]->(b) RETURN a AS source, type(r) AS type, properties(r) AS properties, b AS target`

interface Key {
  readonly '@_id': string
  readonly '@_for': 'node' | 'edge'
  readonly '@_attr.name': string
  readonly '@_attr.type': 'string' | 'double' | 'boolean'
}

/** Papers, cases, facts, evidence and the concepts they use; every property is an attribute. */
export async function graphml(store: GraphStore): Promise<string> {
  const [nodes, relations] = await Promise.all([store.read(NODES), store.read(RELATIONS)])
  const nodeRows = nodes.map(({ node }) => nodeRow(node!)).sort(byName)
  const edgeRows = relations.map(edgeRow).sort(byName)
  const keys = [...keysOf('node', nodeRows), ...keysOf('edge', edgeRows)]
  const document = {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    graphml: {
      '@_xmlns': 'http://graphml.graphdrawing.org/xmlns',
      key: keys,
      graph: {
        '@_id': 'calcigraph',
        '@_edgedefault': 'directed',
        node: nodeRows.map(({ name, values }) => ({ '@_id': name, data: dataOf('node', values) })),
        edge: edgeRows.map(({ source, target, values }) => ({
          '@_source': source,
          '@_target': target,
          data: dataOf('edge', values),
        })),
      },
    },
  }
  return new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true }).build(document)
}

interface Row {
  readonly name: string
  readonly values: GraphRow
}

function nodeRow(node: GraphValue): Row {
  const { labels, properties } = node as unknown as { labels: readonly string[]; properties: GraphRow }
  return { name: nameOf(node), values: { label: labels.join(':'), ...renamed(properties) } }
}

/** `label` is the kind of node here, as tools expect; the name of a concept becomes `name`. */
function renamed({ label, ...properties }: GraphRow): GraphRow {
  return label === undefined ? properties : { ...properties, name: label }
}

function edgeRow({ source, type, properties, target }: GraphRow): Row & { source: string; target: string } {
  const [from, to] = [nameOf(source), nameOf(target)]
  const values = { label: type!, ...((properties ?? {}) as GraphRow) }
  return { name: `${from} ${type} ${to} ${JSON.stringify(values)}`, source: from, target: to, values }
}

const byName = (a: Row, b: Row) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

function keysOf(owner: 'node' | 'edge', rows: readonly Row[]): readonly Key[] {
  const types = new Map<string, Key['@_attr.type']>()
  for (const { values } of rows)
    for (const [name, value] of Object.entries(values)) {
      const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string'
      types.set(name, types.has(name) && types.get(name) !== type ? 'string' : type)
    }
  return [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => ({ '@_id': `${owner}_${name}`, '@_for': owner, '@_attr.name': name, '@_attr.type': type }))
}

function dataOf(owner: string, values: GraphRow) {
  return Object.entries(values).map(([name, value]) => ({ '@_key': `${owner}_${name}`, '#text': textOf(value) }))
}

const textOf = (value: GraphValue) => (Array.isArray(value) ? value.join('; ') : String(value))
