/** A table's text (cells set apart by tabs, rows by line ends) with the place of every cell. Pure. */
import type { Cell, Table } from '../../document.ts'
import { unionBoxes } from '../box-union.ts'
import type { DraftRun } from '../draft.ts'
import type { Line } from './line.ts'
import type { PlacedText } from './paragraph-text.ts'
import type { Grid } from './table-grid.ts'

export interface TableDraft extends PlacedText {
  readonly table: Table
}

export function tableDraft(grid: Grid, placed: (lines: readonly Line[]) => PlacedText): TableDraft {
  let text = ''
  const runs: DraftRun[] = []
  const cells: Cell[] = []
  for (let row = 0; row < grid.rows; row++) {
    if (row > 0) text += '\n'
    let column = 0
    for (const cell of grid.cells.filter((each) => each.row === row)) {
      text += '\t'.repeat(Math.max(0, cell.column - column))
      column = cell.column
      const { text: words, runs: places } = placed(cell.lines)
      const start = text.length
      text += words
      for (const run of places) runs.push({ ...run, start: run.start + start, end: run.end + start })
      cells.push({
        row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        header: row < grid.headerRows || cell.column < grid.headerColumns,
        span: { start, end: text.length },
        boxes: unionBoxes(places),
      })
    }
  }
  const { rows, columns, headerRows, headerColumns } = grid
  return { text, runs, table: { rows, columns: columns.length, headerRows, headerColumns, cells } }
}
