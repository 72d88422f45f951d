/** Plain values to and from the Neo4j driver. */
import neo4j from 'neo4j-driver'
import type { GraphValue } from '../graph-store.ts'
import { nodeValue, relationValue } from '../graph-value.ts'

/** Whole numbers must be sent as integers: Neo4j takes every JavaScript number for a float and refuses it as a list index. */
export function toNeo4j(value: GraphValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return listToNeo4j(value)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toNeo4j(part)]))
}

/** A stored list must be of one type: `[51.5, 35]` stays a list of floats. */
function listToNeo4j(list: readonly GraphValue[]): readonly unknown[] {
  const isMixed = list.some((part) => typeof part === 'number' && !Number.isSafeInteger(part))
  return isMixed && list.every((part) => typeof part === 'number') ? list : list.map(toNeo4j)
}

/** A value of a result row of Neo4j, as the port hands it out. */
export function fromNeo4j(value: unknown): GraphValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(fromNeo4j)
  if (neo4j.isNode(value as object)) return fromNode(value as never)
  if (neo4j.isRelationship(value as object)) return fromRelation(value as never)
  if (neo4j.isPath(value as object)) return fromPath(value as never)
  if (isTemporal(value)) return String(value)
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, fromNeo4j(part)]))
}

const fromNode = ({ labels, properties }: { labels: string[]; properties: object }) =>
  nodeValue(labels, fromNeo4j(properties) as Record<string, GraphValue>)

const fromRelation = ({ type, properties }: { type: string; properties: object }) =>
  relationValue(type, fromNeo4j(properties) as Record<string, GraphValue>)

function fromPath({
  start,
  segments,
}: {
  start: object
  segments: { relationship: object; end: object }[]
}): GraphValue {
  return {
    nodes: [fromNeo4j(start), ...segments.map(({ end }) => fromNeo4j(end))],
    relations: segments.map(({ relationship }) => fromNeo4j(relationship)),
  }
}

/** Dates, times and durations of the driver are objects that know their text; so are integers and points. */
function isTemporal(value: unknown): boolean {
  const object = value as object
  return (
    neo4j.isInt(object) ||
    neo4j.isDate(object) ||
    neo4j.isDateTime(object) ||
    neo4j.isLocalDateTime(object) ||
    neo4j.isTime(object) ||
    neo4j.isLocalTime(object) ||
    neo4j.isDuration(object) ||
    neo4j.isPoint(object)
  )
}
