/** What stands under a table's grid: notes that explain its marks, and lines that are none of its own. Pure. */
import { sectionOfHeading } from '../sections.ts'
import type { Line } from './line.ts'
import type { PrintedRow } from './table-columns.ts'

const NOTE =
  /^(?:[*\u2020\u2021\u00A7\u00B6#]|[a-e\u00B9\u00B2\u00B3\u2070-\u2079][\s)]|abbreviations?\b|notes?\b|data (?:are|is)|values (?:are|is)|[A-Z][A-Za-z-]{1,8}\s?[:=,]\s?\S|NS\b|ND\b|n\.?d\.?\b|source)/i

/** A heading or a label that follows the table in the stream is none of its rows. */
export function dropTrailing(rows: PrintedRow[]): void {
  const sizes = rows
    .flat()
    .map((line) => line.size)
    .sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const fonts = new Set(
    rows
      .slice(0, -2)
      .flat()
      .map((line) => line.font),
  )
  while (rows.length > 1) {
    const row = rows.at(-1)!
    const line = row[0]!
    const step = line.y - rows.at(-2)![0]!.y
    const larger = line.size > 1.05 * usual
    const apart = step > 2.2 * usual && !fonts.has(line.font)
    const label = step > 2.2 * usual && line.text.length < 4
    const heading = step > 1.2 * usual && line.text.length < 60 && sectionOfHeading(line.text) !== null
    if (row.length > 1 || !(larger || apart || label || heading)) return
    rows.pop()
  }
}

/** Index of the first row of the notes: within the single lines that close the table, the first that is long or marked. */
export function notesFrom(rows: readonly PrintedRow[]): number {
  const lines = rows.flat()
  const width = Math.max(...lines.map((line) => line.x1)) - Math.min(...lines.map((line) => line.x0))
  let first = rows.length
  while (first > 0 && rows[first - 1]!.length === 1) first--
  for (let index = first; index < rows.length; index++) {
    const line = rows[index]![0]!
    const long = line.x1 - line.x0 > 0.55 * width && line.text.length > 30
    if (long || NOTE.test(line.text)) return index
  }
  return rows.length
}

/** The lines right under a table's last rule that explain it: small, close to each other, one under the other. */
export function notesUnder(
  frame: { readonly x0: number; readonly x1: number; readonly bottom: number },
  free: readonly Line[],
  bodySize: number,
): readonly Line[] {
  const below = free
    .filter((line) => line.x0 > frame.x0 - 8 && line.x1 < frame.x1 + 8 && line.y > frame.bottom)
    .sort((a, b) => a.y - b.y || a.x0 - b.x0)
  const notes: Line[] = []
  let bottom = frame.bottom
  for (const line of below) {
    if (line.y - bottom > 1.75 * line.size + (notes.length === 0 ? 4 : 0)) break
    const first = notes[0]
    if (line.size > 0.97 * bodySize && (first === undefined ? !NOTE.test(line.text) : line.font !== first.font)) break
    if (first !== undefined && Math.abs(line.size - first.size) > 0.08 * first.size && line.size > first.size) break
    if (/^(?:fig|table)/i.test(line.text) || sectionOfHeading(line.text) !== null) break
    notes.push(line)
    bottom = line.y
  }
  return notes
}
