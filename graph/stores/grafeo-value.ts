/** Grafeo's result values as plain values. Nodes carry `_id` and `_labels`, relations `_type`, paths `nodes` and `edges`. */
import type { GraphValue } from '../graph-store.ts'
import { nodeValue, relationValue } from '../graph-value.ts'

/** A value of a result row of Grafeo, as the port hands it out. */
export function fromGrafeo(value: unknown): GraphValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(fromGrafeo)
  return typeof value === 'object' ? fromObject(value as Record<string, unknown>) : String(value)
}

function fromObject(value: Record<string, unknown>): GraphValue {
  const { _id, _labels, _type, _source, _target, ...properties } = value
  const plain = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, fromGrafeo(part)]))
  if (Array.isArray(_labels)) return nodeValue(_labels.map(String), plain)
  if (typeof _type === 'string' && _id !== undefined) return relationValue(_type, plain)
  if (Array.isArray(plain.nodes) && Array.isArray(plain.edges)) return { nodes: plain.nodes, relations: plain.edges }
  return plain
}
