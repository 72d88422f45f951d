/** Tables that no caption names: inside a frame of rules, or pieces of text that stand in columns row by row. Pure. */
import { CAPTION_START, LIST_MARK } from '../block-marks.ts'
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import type { FrameRules } from './frame-rules.ts'
import type { Line } from './line.ts'
import { columnsOf, type Extent, fragments, isFlush, type PrintedRow, printedRows } from './table-columns.ts'
import { frameFrom, linesWithin, rows as ruleRows, type TableFrame } from './table-frame.ts'
import { type Grid, gridOf } from './table-grid.ts'

export interface FoundTable {
  readonly lines: readonly Line[]
  readonly frame: TableFrame | null
}

/** What stands in boxes on first pages. */
const FRONT_MATTER =
  /\b(?:received|accepted|article history|article info|keywords|key words|correspond\w*|copyright|open access|cite this|doi)\b/i

/** `free` are the lines that belong to no other table. */
export function framedTables(free: readonly Line[], rules: FrameRules, body: BodyStyle): readonly FoundTable[] {
  const found: FoundTable[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const rule of ruleRows(rules)) {
    if (rule.y < bottom) continue
    const frame = frameFrom(rule, free, rules, body)
    if (frame === null || (frame.full.length < 3 && !hasDividers(frame))) continue
    const lines = linesWithin(free, frame)
    const grid = lines.length < LEAST_CELLS || lines.length > MOST_LINES ? null : gridOf(lines, frame)
    if (grid === null || !isFilled(grid) || lines.some(({ text }) => FRONT_MATTER.test(text))) continue
    found.push({ lines, frame })
    bottom = frame.bottom
  }
  return found
}

function hasDividers({ upright, x0, x1, top, bottom }: TableFrame): boolean {
  return upright.some(({ x, y0, y1 }) => x > x0 + 6 && x < x1 - 6 && y1 - y0 > 0.6 * (bottom - top))
}

/** Short texts in most of its places; the labels of a chart with level lines are few. */
const LEAST_CELLS = 6
/** More are a map or a drawing. */
const MOST_LINES = 600

function isFilled({ cells, rows, columns }: Grid): boolean {
  const places = cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)
  const words = cells.map(({ lines }) => lines.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0))
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length
  const inRow = (row: number): number => cells.filter((cell) => cell.row === row).length
  const several = Array.from({ length: rows }, (_, row) => inRow(row)).filter((count) => count > 1).length
  const full = cells.length >= LEAST_CELLS && several >= 2 && places > 0.5 * rows * columns.length
  return full && mean < 10 && Math.max(...words) < 50
}

const LEAST_ROWS = 3
const LEAST_ROWS_OF_TWO = 4

/** Rows set close, each with several pieces of text that stand flush in the same columns. */
export function openTables(free: readonly Line[], _rules: FrameRules, body: BodyStyle): readonly FoundTable[] {
  return runs(free, body).flatMap((run) =>
    stretches(printedRows(run.flatMap((line) => fragments(line))), body).flatMap((rows): readonly FoundTable[] => {
      if (!isTable(rows, columnsOf(rows, null))) return []
      const pieces = new Set(rows.flat())
      const heights = rows.map((row) => row[0]!.y)
      const lines = run.filter(
        (line) => pieces.has(line) || heights.some((y) => Math.abs(y - line.y) < 0.42 * line.size),
      )
      return [{ lines, frame: null }]
    }),
  )
}

/** Lines that follow each other in the stream without running text, headings or captions between. */
function runs(lines: readonly Line[], body: BodyStyle): readonly (readonly Line[])[] {
  const out: Line[][] = []
  let open: Line[] = []
  for (const line of lines) {
    if (isOther(line, body)) open = []
    else {
      if (open.length === 0) out.push(open)
      open.push(line)
    }
  }
  return out.filter(({ length }) => length >= LEAST_ROWS)
}

function isOther(line: Line, body: BodyStyle): boolean {
  const wide = line.x1 - line.x0 > 0.7 * body.width && fragments(line).length === 1
  const marked = CAPTION_START.test(line.text) || LIST_MARK.test(line.text) || /^\[?\d{1,3}[.\])]\s/.test(line.text)
  const strange = line.size > 1.12 * body.size || line.size < 0.72 * body.size
  return wide || marked || strange || (sectionOfHeading(line.text) !== null && line.font !== body.font)
}

function stretches(rows: readonly PrintedRow[], body: BodyStyle): readonly (readonly PrintedRow[])[] {
  const out: PrintedRow[][] = []
  let last: PrintedRow | undefined
  for (const row of rows) {
    const step = last === undefined ? 0 : row[0]!.y - last[0]!.y
    const goesOn = last !== undefined && step < 2.2 * body.leading && Math.abs(row[0]!.size - last[0]!.size) < 0.6
    if (row.length < 2) last = undefined
    else {
      if (goesOn) out.at(-1)!.push(row)
      else out.push([row])
      last = row
    }
  }
  return out
}

function isTable(rows: readonly PrintedRow[], columns: readonly Extent[]): boolean {
  if (rows.length < LEAST_ROWS || columns.length < 2 || columns.length > 12) return false
  const pieces = rows.flat()
  const words = pieces.map(({ text }) => text.split(/\s+/).length)
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length
  const flush = pieces.filter((piece) => columns.some((column) => isFlush(piece, column))).length
  const named = rows.filter((row) => /\p{L}{2}/u.test(row[0]!.text)).length
  const regular = pieces.length > 0.75 * rows.length * columns.length && flush > 0.9 * pieces.length
  if (!regular || mean > 5 || Math.max(...words) > 14 || named < 0.6 * rows.length) return false
  return columns.length > 2 || (rows.length >= LEAST_ROWS_OF_TWO && hasResults(rows))
}

/** Two columns are a table where the second holds results: "Calcium" and "2.31 mmol/l", "ACA" and "negative". */
function hasResults(rows: readonly PrintedRow[]): boolean {
  const results = rows.filter((row) =>
    /^[<>~\u2264\u2265+\u2013-]?\s?\d|^(?:neg|pos|normal|nd|n\/a|[+\u2013-])/i.test(row.at(-1)!.text),
  )
  return results.length > 0.7 * rows.length
}
