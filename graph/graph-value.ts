/** Values of a graph engine as plain JSON values, equal on every engine: no internal ids, dates as text. */
import type { GraphRow, GraphValue } from './graph-store.ts'
import { CONCEPT, OWNED } from './model.ts'

const INNER_LABELS: ReadonlySet<string> = new Set([OWNED, CONCEPT])

/** A node as it is shown: its public labels and its properties in the order of their names. */
export function nodeValue(labels: readonly string[], properties: Readonly<Record<string, GraphValue>>): GraphValue {
  return { labels: labels.filter((label) => !INNER_LABELS.has(label)), properties: sorted(properties) }
}

/** A relation as it is shown. */
export function relationValue(type: string, properties: Readonly<Record<string, GraphValue>>): GraphValue {
  return { type, properties: sorted(properties) }
}

function sorted(properties: Readonly<Record<string, GraphValue>>): GraphRow {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
}
