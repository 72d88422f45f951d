/** The grid of a table from the places of its lines and rules: columns, head, rows, cells. Pure. */
import type { Line } from './line.ts'
import { bodyRows } from './table-body.ts'
import { bodyCells, type GridCell } from './table-cells.ts'
import { atColumns, columnsOf, type Extent, fragments, type PrintedRow, printedRows } from './table-columns.ts'
import type { TableFrame } from './table-frame.ts'
import { headCells, headEnd } from './table-header.ts'
import { placeRow } from './table-placing.ts'
import { lineStep } from './table-rows.ts'

export interface Grid {
  readonly rows: number
  readonly headerRows: number
  readonly headerColumns: number
  readonly columns: readonly Extent[]
  /** Row by row, each from left to right. */
  readonly cells: readonly GridCell[]
}

/** Null where the lines make no columns. */
export function gridOf(lines: readonly Line[], frame: TableFrame | null): Grid | null {
  const printed = printedRows(lines.flatMap((line) => fragments(line)))
  const end = headEnd(printed, frame)
  const columns = mostColumns(printed, end, frame)
  if (columns.length < 2) return null
  const placed = printed.flatMap((row) =>
    placeRow(
      row.flatMap((line) => atColumns(line, columns)),
      columns,
    ),
  )
  const inHead = placed.filter(({ line }) => end !== null && line.y < end)
  const step = lineStep(placed) ?? 1.2 * lines[0]!.size
  const head = inHead.length === 0 ? { rows: 0, cells: [] } : headCells(inHead, columns, frame, step)
  const inBody = placed.filter((each) => !inHead.includes(each))
  const { rows, apart } = bodyRows(inBody, { columns, frame, step })
  const body = bodyCells(rows, apart, step)
  const cells = [...head.cells, ...body.map((cell) => ({ ...cell, row: cell.row + head.rows }))]
  return {
    rows: head.rows + rows.length,
    headerRows: head.rows > 0 ? head.rows : firstRows(body, rows.length, columns.length),
    headerColumns: 1,
    columns,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** Headings may stand too close to tell the columns apart, or over several of them: then the body tells. */
function mostColumns(printed: readonly PrintedRow[], end: number | null, frame: TableFrame | null): readonly Extent[] {
  const all = columnsOf(printed, frame)
  const below = printed.filter((row) => end === null || row[0]!.y > end)
  if (below.length < 2 || below.length === printed.length) return all
  const own = columnsOf(below, frame)
  return own.length > all.length ? own : all
}

/** No rule and no type sets the head apart: one row of headings; two where the first has one over several columns. */
function firstRows(cells: readonly GridCell[], rows: number, columns: number): number {
  if (rows < 2) return 0
  const first = cells.filter((cell) => cell.row === 0)
  const spanning = first.some((cell) => cell.columnSpan > 1 && cell.columnSpan < columns)
  return spanning && rows > 2 ? 2 : 1
}
