/** The grid of a table from the places of its lines: columns by the white that runs down, rows by the white between. Pure. */

import type { Line, LineRun } from './line.ts'
import { rowsOf } from './table-region.ts'

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly columnSpan: number
  readonly lines: readonly Line[]
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly headerRows: number
  readonly headerColumns: number
  readonly cells: readonly GridCell[]
}

interface Extent {
  readonly x0: number
  readonly x1: number
}
interface Placed {
  readonly line: Line
  readonly first: number
  readonly last: number
}
type PlacedRow = readonly Placed[]

export function gridOf(lines: readonly Line[]): Grid | null {
  const printed = rowsOf(lines.flatMap(fragments))
  const columns = columnsOf(printed)
  if (columns.length < 2) return null
  const placed = printed.map((row) => row.map((line) => place(line, columns)))
  const rows = logicalRows(placed, columns.length)
  const cells = rows.flatMap((row, index) => cellsOf(row, index))
  const headerRows = headerRowsOf(cells, rows.length, columns.length)
  return { rows: rows.length, columns: columns.length, headerRows, headerColumns: 1, cells }
}

/** Cells set close together come as one line; what was drawn apart may belong to two columns. */
function fragments(line: Line): readonly Line[] {
  const parts: LineRun[][] = []
  for (const run of line.runs) {
    const last = parts.at(-1)?.at(-1)
    if (last !== undefined && run.x - (last.x + last.width) < 0.45 * line.size) parts.at(-1)!.push(run)
    else parts.push([run])
  }
  if (parts.length < 2) return [line]
  return parts.map((runs) => part(line, runs))
}

function part(line: Line, runs: readonly LineRun[]): Line {
  const { start } = runs[0]!
  const last = runs.at(-1)!
  const moved = runs.map((run) => ({ ...run, start: run.start - start, end: run.end - start }))
  return { ...line, text: line.text.slice(start, last.end), runs: moved, x0: runs[0]!.x, x1: last.x + last.width }
}

/** Columns are what is left between the strips that hardly any row writes into. */
function columnsOf(rows: readonly (readonly Line[])[]): readonly Extent[] {
  const lines = rows.flat()
  const left = Math.floor(Math.min(...lines.map((line) => line.x0)))
  const right = Math.ceil(Math.max(...lines.map((line) => line.x1)))
  const size = Math.min(...lines.map((line) => line.size))
  const covered = new Array<number>(right - left + 1).fill(0)
  for (const row of rows) {
    for (const line of row) {
      // a line alone that goes over most of the table is a group's heading or a note
      if (row.length === 1 && line.x1 - line.x0 > 0.4 * (right - left)) continue
      for (let x = Math.floor(line.x0); x < Math.ceil(line.x1); x++) covered[x - left]!++
    }
  }
  const tolerated = Math.floor(rows.length * 0.1)
  const columns: Extent[] = []
  let start = -1
  let white = 0
  for (let x = 0; x < covered.length; x++) {
    if (covered[x]! > tolerated) {
      if (start < 0) start = x
      else if (white >= Math.max(2, 0.28 * size)) {
        columns.push({ x0: left + start, x1: left + x - white })
        start = x
      }
      white = 0
    } else white++
  }
  if (start >= 0) columns.push({ x0: left + start, x1: right - white })
  return columns
}

function place(line: Line, columns: readonly Extent[]): Placed {
  const shares = columns.map(({ x0, x1 }) => Math.min(line.x1, x1) - Math.max(line.x0, x0))
  const width = line.x1 - line.x0
  const touched = shares.map(
    (share, index) => share > 0.25 * Math.min(width, columns[index]!.x1 - columns[index]!.x0) && share > 1,
  )
  const first = touched.indexOf(true)
  if (first >= 0) return { line, first, last: touched.lastIndexOf(true) }
  const nearest = shares.indexOf(Math.max(...shares))
  return { line, first: nearest, last: nearest }
}

/** Printed rows that belong to one row of the table are taken together. */
function logicalRows(rows: readonly PlacedRow[], columns: number): readonly PlacedRow[] {
  const step = lineStepInCells(rows, columns)
  return step === null ? rowsByWords(rows, labelColumn(rows, columns)) : rowsByBlocks(rows, step)
}

/**
 * Rows set apart further than the lines of a cell: each column falls into blocks of lines, and blocks that lie at the
 * same height are a row, however they are aligned within it.
 */
function rowsByBlocks(rows: readonly PlacedRow[], step: number): readonly PlacedRow[] {
  const blocks: Placed[][] = []
  const open = new Map<number, Placed[]>()
  for (const placed of rows.flat()) {
    const above = open.get(placed.first)
    const last = above?.at(-1)
    if (above !== undefined && last !== undefined && placed.line.y - last.line.y <= step && last.last === placed.last)
      above.push(placed)
    else {
      const block = [placed]
      blocks.push(block)
      open.set(placed.first, block)
    }
  }
  const out: { top: number; bottom: number; placed: Placed[] }[] = []
  for (const block of blocks.sort((a, b) => a[0]!.line.y - b[0]!.line.y)) {
    const top = block[0]!.line.y - block[0]!.line.size
    const bottom = block.at(-1)!.line.y
    const row = out.findLast(
      (each) =>
        Math.min(each.bottom, bottom) - Math.max(each.top, top) > 0.35 * Math.min(each.bottom - each.top, bottom - top),
    )
    if (row === undefined) out.push({ top, bottom, placed: [...block] })
    else {
      row.placed.push(...block)
      row.top = Math.min(row.top, top)
      row.bottom = Math.max(row.bottom, bottom)
    }
  }
  return out.sort((a, b) => a.top - b.top).map((row) => row.placed.sort((a, b) => a.line.y - b.line.y))
}

function rowsByWords(rows: readonly PlacedRow[], labels: number): readonly PlacedRow[] {
  const out: Placed[][] = []
  for (const row of rows) {
    const above = out.at(-1)
    if (above !== undefined && goesOnRow(above, row, labels)) above.push(...row)
    else out.push([...row])
  }
  return out
}

/**
 * The largest step between lines of one cell, where rows stand further apart than that; else null. Close lines that
 * fill all columns are rows of their own, however close.
 */
function lineStepInCells(rows: readonly PlacedRow[], columns: number): number | null {
  const lines = rows.flat()
  const size = lines[0]!.line.size
  const steps: number[] = []
  for (let column = 0; column < columns; column++) {
    const own = lines
      .filter((placed) => placed.first === column)
      .map((placed) => placed.line.y)
      .sort((a, b) => a - b)
    for (let index = 1; index < own.length; index++)
      if (own[index]! - own[index - 1]! > 0.5 * size) steps.push(own[index]! - own[index - 1]!)
  }
  if (steps.length < 2) return null
  const least = Math.min(...steps)
  const close = least * 1.12
  if (least > 1.45 * size || !steps.some((step) => step > close)) return null
  const labels = labelColumn(rows, columns)
  const following = rows.filter((row, index) => index > 0 && row[0]!.line.y - rows[index - 1]![0]!.line.y <= close)
  const full = following.filter(
    (row) => row.length >= Math.max(2, 0.75 * columns) && row.some(({ first }) => first === labels),
  ).length
  return full > 0.34 * following.length ? null : close
}

/** The first column that is filled in many rows; one before it may hold the names of groups. */
function labelColumn(rows: readonly PlacedRow[], columns: number): number {
  for (let column = 0; column < columns; column++) {
    const filled = rows.filter((row) => row.some(({ first }) => first === column)).length
    if (filled > 0.4 * rows.length) return column
  }
  return 0
}

/** In a table of even steps the words tell: a lower-case beginning, an open end, a row without a label. */
function goesOnRow(above: PlacedRow, row: PlacedRow, labels: number): boolean {
  const filled = new Set(above.flatMap(({ first, last }) => range(first, last)))
  const under = row.every(({ first }) => filled.has(first))
  const hasLabel = row.some(({ first }) => first <= labels)
  const broken = row.every(({ line, first }) => {
    const last = above.filter((each) => each.first === first).at(-1)
    return (
      last !== undefined &&
      (/^[\p{Ll}(=]/u.test(line.text) ||
        /[-,;/(]$/.test(last.line.text) ||
        /\b(?:and|or|of|the|with|in)$/.test(last.line.text))
    )
  })
  if (broken) return true
  // "Largest deposit" | "right thigh," + (nothing) | "80 mm": a row without a label goes on where it stands under text
  return !hasLabel && under && row.some(({ line }) => /\p{L}{3}/u.test(line.text)) && row.length < above.length
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function cellsOf(row: PlacedRow, index: number): readonly GridCell[] {
  const cells = new Map<number, { lines: Line[]; last: number }>()
  for (const { line, first, last } of row) {
    const cell = cells.get(first)
    if (cell === undefined) cells.set(first, { lines: [line], last })
    else {
      cell.lines.push(line)
      cell.last = Math.max(cell.last, last)
    }
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([column, { lines, last }]) => ({ row: index, column, columnSpan: last - column + 1, lines }))
}

/** One row of headings; two where the first has a heading over several columns. */
function headerRowsOf(cells: readonly GridCell[], rows: number, columns: number): number {
  if (rows < 2) return 0
  const first = cells.filter((cell) => cell.row === 0)
  const spanning = first.some((cell) => cell.columnSpan > 1 && cell.columnSpan < columns)
  return spanning && rows > 2 ? 2 : 1
}
