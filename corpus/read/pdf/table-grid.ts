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
  const rows = logicalRows(placed)
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

/** Printed rows that go on with the row above are taken together with it. */
function logicalRows(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const steps = rows.slice(1).map((row, index) => row[0]!.line.y - rows[index]![0]!.line.y)
  const closeStep = closeStepOf(steps, rows[0]![0]!.line.size)
  const out: Placed[][] = []
  for (const [index, row] of rows.entries()) {
    const above = out.at(-1)
    const step = index === 0 ? Number.POSITIVE_INFINITY : steps[index - 1]!
    if (above !== undefined && goesOnRow(above, row, step, closeStep)) above.push(...row)
    else out.push([...row])
  }
  return out
}

/** Where rows stand further apart than the lines of a cell, the step between lines of a cell; else null. */
function closeStepOf(steps: readonly number[], size: number): number | null {
  if (steps.length < 2) return null
  const sorted = [...steps].sort((a, b) => a - b)
  const least = sorted[0]!
  const wide = sorted.filter((step) => step > 1.22 * least).length
  return least < 1.4 * size && wide >= 0.2 * steps.length && wide < steps.length ? least * 1.15 : null
}

function goesOnRow(above: PlacedRow, row: PlacedRow, step: number, closeStep: number | null): boolean {
  const filled = new Set(above.flatMap(({ first, last }) => range(first, last)))
  const under = row.every(({ first }) => filled.has(first))
  if (closeStep !== null) {
    if (step > closeStep) return false
    return under || row.every(({ first }) => first > 0)
  }
  const hasLabel = row.some(({ first }) => first === 0)
  const broken = row.every(({ line, first }) => {
    const last = above.filter((each) => each.first === first).at(-1)
    return (
      last !== undefined &&
      (/^[\p{Ll}(]/u.test(line.text) ||
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
