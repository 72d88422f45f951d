/**
 * The one Cypher statement that writes a paper, the same on every engine and for every paper, so that its plan is
 * kept. Nodes are created into lists and relations find their ends by place in the list: no look-up per relation.
 */
import { GraphError } from './graph-error.ts'
import type { GraphFacts, GraphNode, GraphRelation } from './graph-facts.ts'
import type { GraphValue } from './graph-store.ts'
import { paperKey } from './key.ts'
import {
  CONCEPT,
  CONCEPT_LABELS,
  CONCEPT_RELATIONS,
  FACT_LABELS,
  HIERARCHY_RELATIONS,
  OWNED,
  OWNED_LABELS,
  OWNED_RELATIONS,
} from './model.ts'

type Parameters = Readonly<Record<string, GraphValue>>

/** Concepts that only this paper used; those of the terms stay. Asked before its nodes are deleted. */
const COLLECT_STALE = `CALL {
  MATCH (:${OWNED} {paper: $paper})-->(c:${CONCEPT}) WHERE c.term IS NULL RETURN collect(DISTINCT c.key) AS stale
}`
const DELETE_OWNED = `CALL { MATCH (n:${OWNED} {paper: $paper}) DETACH DELETE n }`
const DELETE_STALE = `CALL {
  WITH stale UNWIND stale AS key MATCH (c:${CONCEPT} {key: key}) WHERE NOT (c)--() DELETE c
}`

/** Most relations say all they say by being there. */
const WITH_PROPERTIES: ReadonlySet<string> = new Set(['SUPPORTED_BY', 'HAS_DISEASE', 'SHOWS', 'ABOUT'])

function setProperties(type: string): string {
  return WITH_PROPERTIES.has(type) ? ' SET r += row.properties' : ''
}

/**
 * Parameters: `paper` (its key; plain, so that Grafeo looks it up in its index) and `facts`, with one list per label (`nodes_`) and relation type (`rels_`). One map, because Neo4j
 * keeps a plan for each combination of sizes of list parameters, and planning takes longer than writing.
 */
export const WRITE_PAPER = [
  COLLECT_STALE,
  DELETE_OWNED,
  ...CONCEPT_LABELS.map(
    (label) =>
      `CALL { UNWIND $facts.nodes_${label} AS row MERGE (n:${CONCEPT} {key: row.key}) ON CREATE SET n:${label}, n += row }`,
  ),
  ...OWNED_LABELS.map(
    (label) =>
      `CALL { UNWIND $facts.nodes_${label} AS row CREATE (n:\`${label}\`:${OWNED}) SET n += row RETURN collect(n) AS of${label} }`,
  ),
  `WITH stale, ${OWNED_LABELS.map((label) => `of${label}`).join(' + ')} AS nodes`,
  ...OWNED_RELATIONS.map(
    (type) => `CALL {
  WITH nodes UNWIND $facts.rels_${type} AS row WITH nodes[row.from] AS a, nodes[row.to] AS b, row
  CREATE (a)-[r:${type}]->(b)${setProperties(type)}
}`,
  ),
  ...CONCEPT_RELATIONS.map(
    (type) => `CALL {
  WITH nodes UNWIND $facts.rels_${type} AS row WITH nodes[row.from] AS a, row MATCH (b:${CONCEPT} {key: row.to})
  CREATE (a)-[r:\`${type}\`]->(b)${setProperties(type)}
}`,
  ),
  DELETE_STALE,
  'RETURN size(nodes) AS written',
].join('\n')

/** Parameter: `paper`. Returns how many nodes the paper had. */
export const REMOVE_PAPER = [
  `CALL { MATCH (n:${OWNED} {paper: $paper}) RETURN count(n) AS removed }`,
  COLLECT_STALE,
  DELETE_OWNED,
  DELETE_STALE,
  'RETURN removed',
].join('\n')

/** Parameter: `facts`, with the `fingerprint`, `nodes_LABEL` and `rels_TYPE` of the hierarchy. Relations between concepts are made anew. */
export const WRITE_CONCEPTS = [
  `CALL { MATCH (c:${CONCEPT}) WHERE c.term = true REMOVE c.term }`,
  ...HIERARCHY_RELATIONS.map((type) => `CALL { MATCH (:${CONCEPT})-[r:${type}]->(:${CONCEPT}) DELETE r }`),
  ...CONCEPT_LABELS.map(
    (label) =>
      `CALL { UNWIND $facts.nodes_${label} AS row MERGE (n:${CONCEPT} {key: row.key}) SET n:${label}, n += row }`,
  ),
  ...HIERARCHY_RELATIONS.map(
    (type) => `CALL {
  UNWIND $facts.rels_${type} AS row MATCH (a:${CONCEPT} {key: row.from}) MATCH (b:${CONCEPT} {key: row.to}) CREATE (a)-[:${type}]->(b)
}`,
  ),
  `CALL { MATCH (c:${CONCEPT}) WHERE c.term IS NULL AND NOT (c)--() DELETE c }`,
  `CALL { MERGE (v:Vocabulary {key: 'terms'}) SET v.fingerprint = $facts.fingerprint }`,
  'RETURN 1 AS written',
].join('\n')

/** The parameters of WRITE_PAPER; refuses facts that break the model, before the engine sees them. */
export function paperParameters(facts: GraphFacts): Parameters {
  assertSupported(facts)
  const byLabel = OWNED_LABELS.map((label) => facts.owned.filter((node) => node.label === label))
  const places = new Map(byLabel.flat().map(({ key }, place) => [key, place]))
  const placeOf = (end: GraphRelation['from']) => {
    const place = places.get(end.key)
    if (place === undefined)
      throw new GraphError('bad-facts', `A relation of ${facts.paper} leads to ${end.key}, which is no node of it.`)
    return place
  }
  const concepts = CONCEPT_LABELS.map((label) => [label, facts.shared.filter((node) => node.label === label)] as const)
  const lists = {
    ...Object.fromEntries(
      OWNED_LABELS.map((label, index) => [`nodes_${label}`, byLabel[index]!.map((n) => n.properties)]),
    ),
    // in the order of keys, so that concurrent writers lock shared nodes in one order
    ...Object.fromEntries(
      concepts.map(([label, nodes]) => [`nodes_${label}`, sortedByKey(nodes).map((n) => n.properties)]),
    ),
    ...relationRows(OWNED_RELATIONS, facts.relations, ({ type, from, to, properties }) => ({
      from: placeOf(from),
      to: placeOf(to),
      ...(WITH_PROPERTIES.has(type) ? { properties } : {}),
    })),
    ...relationRows(CONCEPT_RELATIONS, facts.relations, ({ type, from, to, properties }) => ({
      from: placeOf(from),
      to: to.key,
      ...(WITH_PROPERTIES.has(type) ? { properties } : {}),
    })),
  }
  return { paper: paperKey(facts.paper), facts: lists }
}

/** The parameters of WRITE_CONCEPTS. */
export function conceptParameters(nodes: readonly GraphNode[], relations: readonly GraphRelation[]): Parameters {
  return {
    ...Object.fromEntries(
      CONCEPT_LABELS.map((label) => [
        `nodes_${label}`,
        nodes.filter((n) => n.label === label).map((n) => n.properties),
      ]),
    ),
    ...relationRows(HIERARCHY_RELATIONS, relations, ({ from, to }) => ({ from: from.key, to: to.key })),
  }
}

function relationRows(
  types: readonly string[],
  relations: readonly GraphRelation[],
  row: (relation: GraphRelation) => GraphValue,
): Parameters {
  return Object.fromEntries(
    types.map((type) => [`rels_${type}`, relations.filter((relation) => relation.type === type).map(row)]),
  )
}

const sortedByKey = (nodes: readonly GraphNode[]) => [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1))

/** A fact without evidence cannot be written. */
function assertSupported(facts: GraphFacts): void {
  const supported = new Set(facts.relations.filter(({ type }) => type === 'SUPPORTED_BY').map(({ from }) => from.key))
  const bare = facts.owned.find(
    ({ label, key }) => (FACT_LABELS as readonly string[]).includes(label) && !supported.has(key),
  )
  if (bare) throw new GraphError('bad-facts', `${bare.label} ${bare.key} has no evidence and is not written.`)
}
