/** What the statements that write are given: facts as lists of rows. */
import { GraphError } from './graph-error.ts'
import { assertSupported, type GraphFacts, type GraphNode, type GraphRelation } from './graph-facts.ts'
import type { GraphValue } from './graph-store.ts'
import { grouped } from './grouped.ts'
import { paperKey } from './key.ts'
import { CONCEPT_LABELS, HIERARCHY_RELATIONS } from './model.ts'
import { LABELS, RELATIONS, WITH_PROPERTIES } from './write-cypher.ts'

type Parameters = Readonly<Record<string, GraphValue>>

/**
 * The parameters of WRITE_PAPERS; refuses facts that break the model, before the engine sees them. Of a paper that is
 * there twice the last word counts.
 */
export function paperParameters(papers: readonly GraphFacts[]): Parameters {
  papers.forEach(assertSupported)
  const last = [...new Map(papers.map((facts) => [paperKey(facts.paper), facts])).values()]
  const nodes = [...last.flatMap(({ owned }) => owned), ...sharedNodes(last)]
  const byLabel = grouped(LABELS, nodes, ({ label }) => label)
  const places = new Map([...byLabel.values()].flat().map(({ key }, place) => [key, place]))
  const placeOf = (end: GraphRelation['from']) => {
    const place = places.get(end.key)
    if (place === undefined)
      throw new GraphError('bad-facts', `A relation leads to ${end.label} ${end.key}, which is no node of its paper.`)
    return place
  }
  const rows = relationRows(
    RELATIONS,
    last.flatMap(({ relations }) => relations),
    ({ type, from, to, properties }) => ({
      from: placeOf(from),
      to: placeOf(to),
      ...(WITH_PROPERTIES.has(type) ? { properties } : {}),
    }),
  )
  return { facts: { papers: last.map(({ paper }) => paperKey(paper)), ...nodeRows(byLabel), ...rows } }
}

/** Each concept once, in the order of keys, so that concurrent writers lock shared nodes in one order. */
function sharedNodes(papers: readonly GraphFacts[]): readonly GraphNode[] {
  const concepts = new Map(papers.flatMap(({ shared }) => shared.map((node) => [node.key, node])))
  return [...concepts.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The parameters of REMOVE_PAPERS. */
export function removalParameters(paperIds: readonly string[]): Parameters {
  return { facts: { papers: paperIds.map(paperKey) } }
}

/** The parameters of WRITE_CONCEPTS. */
export function conceptParameters(nodes: readonly GraphNode[], relations: readonly GraphRelation[]): Parameters {
  const ids = new Map(nodes.map(({ key, properties }) => [key, properties.id!]))
  return {
    ...nodeRows(grouped(CONCEPT_LABELS, nodes, ({ label }) => label)),
    ...relationRows(HIERARCHY_RELATIONS, relations, ({ from, to }) => ({
      from: from.key,
      fromId: ids.get(from.key)!,
      to: to.key,
      toId: ids.get(to.key)!,
    })),
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
