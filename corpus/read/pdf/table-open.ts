/** Tables without rules: the lines that follow (or go before) a table's caption and are no running text. Pure. */
import { CAPTION_START } from '../block-marks.ts'
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'
import { hasMate } from './table-caption.ts'
import { fragments, printedRows } from './table-columns.ts'
import { dropTrailing, notesFrom } from './table-notes.ts'
import type { OnPage, TableRegion } from './table-region.ts'

export function openRegion({ lines, body, taken }: OnPage, at: number, caption: readonly Line[]): TableRegion | null {
  const last = caption.at(-1)!
  const free = (line: Line | undefined): line is Line =>
    line !== undefined && !taken.has(line) && !caption.includes(line)
  const after: Line[] = []
  for (let index = at + caption.length; free(lines[index]); index++) {
    if (!belongs(lines, index, last, body)) break
    after.push(lines[index]!)
  }
  const before: Line[] = []
  if (printedRows(after).length < 2) {
    for (let index = at - 1; free(lines[index]); index--) {
      if (!belongs(lines, index, last, body)) break
      before.unshift(lines[index]!)
    }
  }
  const found = upToGap(printedRows(before).length > printedRows(after).length ? before : after, last, body)
  return withoutNotes(caption, found)
}

/** Cells may be drawn column by column; only when all are together does a wide white show where the table ends. */
function upToGap(lines: readonly Line[], caption: Line, body: BodyStyle): readonly Line[] {
  let bottom = caption.y
  const kept = new Set<Line>()
  for (const row of printedRows(lines)) {
    if (row[0]!.y - bottom > 4.2 * body.leading) break
    for (const line of row) kept.add(line)
    bottom = row[0]!.y
  }
  return lines.filter((line) => kept.has(line))
}

function belongs(lines: readonly Line[], index: number, caption: Line, body: BodyStyle): boolean {
  const line = lines[index]!
  if (line.y < caption.y + 0.4 * caption.size || CAPTION_START.test(line.text)) return false
  if (isProse(line, body)) return hasMate(lines, index) && !isColumnMate(lines, index, body)
  return line.size < 1.15 * body.size
}

/** Full-width lines in the body's own type. */
function isProse(line: Line, body: BodyStyle): boolean {
  const own = Math.abs(line.size - body.size) < 0.03 * body.size && line.font === body.font
  return own && line.x1 - line.x0 > 0.55 * body.width && line.text.length > 20
}

/** The mate is a line of the neighbouring text column, not a cell. */
function isColumnMate(lines: readonly Line[], index: number, body: BodyStyle): boolean {
  const line = lines[index]!
  return lines.some(
    (mate) =>
      mate !== line &&
      Math.abs(mate.y - line.y) < 0.35 * line.size &&
      isProse(mate, body) &&
      line.x1 - line.x0 > 0.9 * body.width,
  )
}

function withoutNotes(caption: readonly Line[], lines: readonly Line[]): TableRegion | null {
  const wholeOf = new Map(lines.flatMap((line) => fragments(line, WIDE_GAP).map((piece) => [piece, line] as const)))
  const rows = [...printedRows([...wholeOf.keys()])]
  dropTrailing(rows)
  const notes = rows.splice(notesFrom(rows)).flat()
  if (rows.length < 2 || !rows.some((row) => row.length > 1)) return null
  const whole = (pieces: readonly Line[]): readonly Line[] => [...new Set(pieces.map((piece) => wholeOf.get(piece)!))]
  return { caption, lines: whole(rows.flat()), notes: whole(notes), frame: null }
}

/** A gap within a line that is no mark set before a note, in font sizes. */
const WIDE_GAP = 0.8
