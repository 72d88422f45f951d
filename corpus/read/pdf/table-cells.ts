/** The cells of a table's body from its rows; a cell that stands in the middle of several rows belongs to all of them. Pure. */
import type { Line } from './line.ts'
import type { PlacedRow } from './table-placing.ts'
import { blockOf, spread } from './table-spread.ts'

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly lines: readonly Line[]
}

/** A row of the body; rows of different sections have a rule between them. */
export interface BodyRow {
  readonly section: number
  readonly placed: PlacedRow
}

/** A cell beside several rows: those of its sections, or those it stands in the middle of. */
export interface LooseCell {
  readonly placed: PlacedRow
  /** The first and the last section. */
  readonly sections?: readonly [number, number]
}

/** `step` is the distance of lines within a cell. */
export function bodyCells(rows: readonly BodyRow[], apart: readonly LooseCell[], step: number): readonly GridCell[] {
  const cells = rows.flatMap(({ placed }, row) => cellsOf(placed, row))
  const columns = new Set([...apart, ...rows].flatMap(({ placed }) => placed.map(({ first }) => first)))
  return [...columns].flatMap((column) => {
    const own = cells.filter((cell) => cell.column === column)
    const loose = apart.filter(({ placed }) => placed[0]?.first === column)
    if (loose.length > 0) {
      const free = loose.filter(({ sections }) => sections === undefined).map(({ placed }) => blockOf(placed))
      return [...own, ...loose.flatMap((cell) => ruledCell(cell, rows)), ...spread(free, rows, step, false)]
    }
    const sparse = own.length > 1 && own.length <= 0.5 * rows.length && own.every(({ columnSpan }) => columnSpan === 1)
    if (!sparse) return own
    const blocks = own.map(({ lines }) => blockOf(lines.map((line) => ({ line, first: column, last: column }))))
    const spans = spread(blocks, rows, step, true)
    return spans.length > 0 ? spans : own
  })
}

function cellsOf(placed: PlacedRow, row: number): readonly GridCell[] {
  const cells = new Map<number, { lines: Line[]; last: number }>()
  for (const { line, first, last } of placed) {
    const cell = cells.get(first)
    if (cell === undefined) cells.set(first, { lines: [line], last })
    else {
      cell.lines.push(line)
      cell.last = Math.max(cell.last, last)
    }
  }
  return [...cells].map(([column, { lines, last }]) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: last - column + 1,
    lines: lines.sort((a, b) => a.y - b.y || a.x0 - b.x0),
  }))
}

function ruledCell({ placed, sections }: LooseCell, rows: readonly BodyRow[]): readonly GridCell[] {
  if (sections === undefined) return []
  const beside = [...rows.keys()].filter(
    (row) => rows[row]!.section >= sections[0] && rows[row]!.section <= sections[1],
  )
  const [row, last] = [beside[0] ?? 0, beside.at(-1) ?? 0]
  return cellsOf(placed, row).map((cell) => ({ ...cell, rowSpan: last - row + 1 }))
}
