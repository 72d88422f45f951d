/**
 * The one Cypher statement that writes papers, the same on every engine and for any number of papers, so that its plan
 * is kept. Nodes are created into lists and relations find their ends by place in the list: no look-up per relation.
 */
import {
  CONCEPT,
  CONCEPT_LABELS,
  CONCEPT_RELATIONS,
  HIERARCHY_RELATIONS,
  OWNED,
  OWNED_LABELS,
  OWNED_RELATIONS,
} from './model.ts'

/** Concepts that only these papers used; those of the terms stay. Asked before their nodes are deleted. */
const COLLECT_STALE = `CALL {
  UNWIND $facts.papers AS paper MATCH (:${OWNED} {paper: paper})-->(c:${CONCEPT}) WHERE c.term IS NULL
  RETURN collect(DISTINCT c) AS stale
}`
const DELETE_OWNED = `CALL { UNWIND $facts.papers AS paper MATCH (n:${OWNED} {paper: paper}) DETACH DELETE n }`
const DELETE_STALE = 'CALL { WITH stale UNWIND stale AS c WITH c WHERE NOT (c)--() DELETE c }'

/** A concept's key says it all; its id is there because Grafeo keeps an index of ids, and one of keys would hold every fact. */
const CONCEPT_OF_ROW = `(n:${CONCEPT} {key: row.key, id: row.id})`

/** In the order in which the statement puts nodes into one list. */
export const LABELS = [...OWNED_LABELS, ...CONCEPT_LABELS]
export const RELATIONS = [...OWNED_RELATIONS, ...CONCEPT_RELATIONS]

/** Most relations say all they say by being there. */
export const WITH_PROPERTIES: ReadonlySet<string> = new Set(['SUPPORTED_BY', 'HAS_DISEASE', 'SHOWS', 'ABOUT'])

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
    (label) => `CALL {
  UNWIND $facts.nodes_${label} AS row MERGE ${CONCEPT_OF_ROW} ON CREATE SET n:${label}, n += row RETURN collect(n) AS of${label}
}`,
  ),
  ...OWNED_LABELS.map(
    (label) =>
      `CALL { UNWIND $facts.nodes_${label} AS row CREATE (n:\`${label}\`:${OWNED}) SET n += row RETURN collect(n) AS of${label} }`,
  ),
  `WITH stale, ${LABELS.map((label) => `of${label}`).join(' + ')} AS nodes`,
  ...RELATIONS.map(
    (type) => `CALL {
  WITH nodes UNWIND $facts.rels_${type} AS row WITH nodes[row.from] AS a, nodes[row.to] AS b, row
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
    (label) => `CALL { UNWIND $facts.nodes_${label} AS row MERGE ${CONCEPT_OF_ROW} SET n:${label}, n += row }`,
  ),
  ...HIERARCHY_RELATIONS.map(
    (type) => `CALL {
  UNWIND $facts.rels_${type} AS row
  MATCH (a:${CONCEPT} {key: row.from, id: row.fromId}) MATCH (b:${CONCEPT} {key: row.to, id: row.toId}) CREATE (a)-[:${type}]->(b)
}`,
  ),
  `CALL { MATCH (c:${CONCEPT}) WHERE c.term IS NULL AND NOT (c)--() DELETE c }`,
  `CALL { MERGE (v:Vocabulary {key: 'terms'}) SET v.fingerprint = $facts.fingerprint }`,
  'RETURN 1 AS written',
].join('\n')
