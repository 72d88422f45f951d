/**
 * The one Cypher statement that writes papers, the same on every engine and for any number of papers, so that its plan
 * is kept. Nodes are created into lists and relations find their ends by place in the list: no look-up per relation.
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

/** Concepts that only these papers used; those of the terms stay. Asked before their nodes are deleted. */
const COLLECT_STALE = `CALL {
  UNWIND $facts.papers AS paper MATCH (:${OWNED} {paper: paper})-->(c:${CONCEPT}) WHERE c.term IS NULL
  RETURN collect(DISTINCT c.key) AS stale
}`
const DELETE_OWNED = `CALL { UNWIND $facts.papers AS paper MATCH (n:${OWNED} {paper: paper}) DETACH DELETE n }`
const DELETE_STALE = `CALL {
  WITH stale UNWIND stale AS key MATCH (c:${CONCEPT} {key: key}) WHERE NOT (c)--() DELETE c
}`

/** Most relations say all they say by being there. */
const WITH_PROPERTIES: ReadonlySet<string> = new Set(['SUPPORTED_BY', 'HAS_DISEASE', 'SHOWS', 'ABOUT'])

function setProperties(type: string): string {
  return WITH_PROPERTIES.has(type) ? ' SET r += row.properties' : ''
}

/**
 * Parameter: `facts`, with the keys of the `papers` and one list per label (`nodes_`) and relation type (`rels_`). One
 * map, because Neo4j keeps a plan for each combination of sizes of list parameters, and planning takes longer than writing.
 */
export const WRITE_PAPERS = [
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

/** Parameter: `facts`, with the keys of the `papers`. Returns how many nodes they had. */
export const REMOVE_PAPERS = [
  `CALL { UNWIND $facts.papers AS paper MATCH (n:${OWNED} {paper: paper}) RETURN count(n) AS removed }`,
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

/**
 * The parameters of WRITE_PAPERS; refuses facts that break the model, before the engine sees them. Of a paper that is
 * there twice the last word counts.
 */
export function paperParameters(papers: readonly GraphFacts[]): Parameters {
  papers.forEach(assertSupported)
  const last = [...new Map(papers.map((facts) => [paperKey(facts.paper), facts])).values()]
  const byLabel = grouped(
    OWNED_LABELS,
    last.flatMap(({ owned }) => owned),
    ({ label }) => label,
  )
  const places = new Map([...byLabel.values()].flat().map(({ key }, place) => [key, place]))
  const placeOf = (end: GraphRelation['from']) => {
    const place = places.get(end.key)
    if (place === undefined)
      throw new GraphError('bad-facts', `A relation leads to ${end.label} ${end.key}, which is no node of its paper.`)
    return place
  }
  const relations = last.flatMap((facts) => facts.relations)
  const facts = {
    papers: last.map((facts) => paperKey(facts.paper)),
    ...nodeRows(byLabel),
    ...nodeRows(sharedByLabel(last)),
    ...relationRows(OWNED_RELATIONS, relations, (relation) => ({
      from: placeOf(relation.from),
      to: placeOf(relation.to),
      ...stated(relation),
    })),
    ...relationRows(CONCEPT_RELATIONS, relations, (relation) => ({
      from: placeOf(relation.from),
      to: relation.to.key,
      ...stated(relation),
    })),
  }
  return { facts }
}

const stated = ({ type, properties }: GraphRelation) => (WITH_PROPERTIES.has(type) ? { properties } : {})

/** Each concept once, in the order of keys, so that concurrent writers lock shared nodes in one order. */
function sharedByLabel(papers: readonly GraphFacts[]): ReadonlyMap<string, readonly GraphNode[]> {
  const concepts = new Map(papers.flatMap(({ shared }) => shared.map((node) => [node.key, node])))
  const sorted = [...concepts.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return grouped(CONCEPT_LABELS, sorted, ({ label }) => label)
}

/** The parameters of REMOVE_PAPERS. */
export function removalParameters(paperIds: readonly string[]): Parameters {
  return { facts: { papers: paperIds.map(paperKey) } }
}

/** The parameters of WRITE_CONCEPTS. */
export function conceptParameters(nodes: readonly GraphNode[], relations: readonly GraphRelation[]): Parameters {
  return {
    ...nodeRows(grouped(CONCEPT_LABELS, nodes, ({ label }) => label)),
    ...relationRows(HIERARCHY_RELATIONS, relations, ({ from, to }) => ({ from: from.key, to: to.key })),
  }
}

function nodeRows(byLabel: ReadonlyMap<string, readonly GraphNode[]>): Parameters {
  return Object.fromEntries(
    [...byLabel].map(([label, nodes]) => [`nodes_${label}`, nodes.map(({ properties }) => properties)]),
  )
}

function relationRows(
  types: readonly string[],
  relations: readonly GraphRelation[],
  row: (relation: GraphRelation) => GraphValue,
): Parameters {
  const byType = grouped(types, relations, ({ type }) => type)
  return Object.fromEntries([...byType].map(([type, ofType]) => [`rels_${type}`, ofType.map(row)]))
}

/** A list for each name, in the order of the names; what goes by another name is left out. */
function grouped<T>(
  names: readonly string[],
  parts: readonly T[],
  nameOf: (part: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>(names.map((name) => [name, []]))
  for (const part of parts) groups.get(nameOf(part))?.push(part)
  return groups
}

/** A fact without evidence cannot be written. */
function assertSupported(facts: GraphFacts): void {
  const supported = new Set(facts.relations.filter(({ type }) => type === 'SUPPORTED_BY').map(({ from }) => from.key))
  const bare = facts.owned.find(
    ({ label, key }) => (FACT_LABELS as readonly string[]).includes(label) && !supported.has(key),
  )
  if (bare) throw new GraphError('bad-facts', `${bare.label} ${bare.key} has no evidence and is not written.`)
}
