/** Where a cell stands in its table, for tables whose rows are places: "Right thumb | 14 x 9" under "Size (mm)". */
import type { Cell } from '../../corpus/document.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'

export interface Headings {
  /** The heading of the column, where the cell's own heading is that of its row. */
  readonly column: string | null
  /** Whether another cell stands in the same row of the same table. */
  readonly isSameRow: (other: ReadSentence) => boolean
}

export function headingsOf(reading: Reading, sentence: ReadSentence): Headings {
  const { document } = reading
  const table = document.blocks[sentence.block]?.table
  const cellOf = ({ span }: ReadSentence) => table?.cells.find(({ span: own }) => own.start === span.start)
  const cell = cellOf(sentence)
  if (!table || !cell) return { column: null, isSameRow: () => false }
  const headerRow = Math.max(1, table.headerRows) - 1
  const heading = table.cells.find((one) => one.row <= headerRow && covers(one, cell.column))
  const isOfRow = sentence.header !== undefined && heading?.span.start !== sentence.header.span.start
  return {
    column: heading && isOfRow ? document.text.slice(heading.span.start, heading.span.end) : null,
    isSameRow: (other) => other.block === sentence.block && cellOf(other)?.row === cell.row,
  }
}

const covers = ({ column, columnSpan }: Cell, at: number): boolean => column <= at && at < column + columnSpan
