/** What a table is about: a patient per row, a patient per column, one patient's results, or others' patients. */
import type { Cell, Table } from '../../../corpus/document.ts'
import { caseKey, initialsKey } from './case-label.ts'

/** A table with its texts; `caption` is the nearest legend that begins with "Table". */
export interface ReadTable {
  readonly grid: Table
  readonly textOf: (cell: Cell) => string
  readonly caption: string
}

export type TableShape =
  | {
      readonly kind: 'case-per-row' | 'case-per-column'
      readonly keys: ReadonlyMap<number, string>
      readonly header: number
    }
  /** Rows of other authors; `own` are the rows of this paper's patients. */
  | { readonly kind: 'literature'; readonly own: readonly number[]; readonly header: number }
  /** Names of tests in the first column, results beside them. */
  | { readonly kind: 'results'; readonly header: number }
  | { readonly kind: 'none' }

const OWN_ROW = /\b(?:present|our|this|current)\s+(?:case|patient|report|study|paper|letter)s?\b/i
const SOURCE_COLUMN =
  /\b(?:authors?|references?(?!\s+(?:ranges?|values?|intervals?|limits?))|refs?\.?(?!\s*range)|study|studies|publication|source|reported by)\b/i
const OTHERS_CAPTION = /\b(?:literature|reported|published|previous(?:ly)?|review of|reviewed)\b/i
const CASES_CAPTION = /\b(?:patients?|cases?|sisters|brothers|siblings)\b/i
const NO_PATIENT_CAPTION =
  /\b(?:classification|causes|types of|differential|criteria|treatment options|options|therapies|drugs|studies)\b/i

export function shapeOf(table: ReadTable): TableShape {
  const header = Math.max(1, table.grid.headerRows) - 1
  const rows = firstColumn(table, header)
  if (isOthers(table, header)) {
    const own = rows
      .filter(({ text, row }) => OWN_ROW.test(text) || OWN_ROW.test(rowText(table, row)))
      .map(({ row }) => row)
    return { kind: 'literature', own, header }
  }
  const columnKeys = keysOfColumns(table, header)
  if (columnKeys.size >= 2) return { kind: 'case-per-column', keys: columnKeys, header }
  const rowKeys = keysOfRows(table, rows, header)
  if (rowKeys.size >= 2) return { kind: 'case-per-row', keys: rowKeys, header }
  if (OTHERS_CAPTION.test(table.caption) || NO_PATIENT_CAPTION.test(table.caption)) return { kind: 'none' }
  return { kind: 'results', header }
}

export function cellAt({ grid }: ReadTable, row: number, column: number): Cell | undefined {
  return grid.cells.find(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      cell.column <= column &&
      column < cell.column + cell.columnSpan,
  )
}

const textAt = (table: ReadTable, row: number, column: number): string => {
  const cell = cellAt(table, row, column)
  return cell ? table.textOf(cell).trim() : ''
}

export const rowText = (table: ReadTable, row: number): string =>
  Array.from({ length: table.grid.columns }, (_, column) => textAt(table, row, column)).join(' | ')

function firstColumn(table: ReadTable, header: number): readonly { readonly row: number; readonly text: string }[] {
  return Array.from({ length: Math.max(0, table.grid.rows - header - 1) }, (_, index) => ({
    row: header + 1 + index,
    text: textAt(table, header + 1 + index, 0),
  }))
}

/** "Test | Result | Reference": the reference is a range, not a paper. */
const TEST_CORNER =
  /\b(?:tests?|parameters?|analytes?|antibod(?:y|ies)|investigations?|laborator(?:y|ies)|variables?)\b/i

function isOthers(table: ReadTable, header: number): boolean {
  const headings = rowText(table, header)
  const ofTests =
    TEST_CORNER.test(textAt(table, header, 0)) && /\b(?:results?|values?|patient|findings?)\b/i.test(headings)
  if (SOURCE_COLUMN.test(ofTests ? headings.replace(/\b(?:references?|refs?\.?)/gi, '') : headings)) return true
  const cited = firstColumn(table, header).filter(({ text }) => /\bet al\b|\b(?:19|20)\d\d\b/.test(text)).length
  return cited >= 2 && cited * 2 >= table.grid.rows - header - 1
}

/** "Patient 1" anywhere; a bare number only where the corner or the caption speaks of patients. */
function keysOfColumns(table: ReadTable, header: number): ReadonlyMap<number, string> {
  const bare = CASES_CAPTION.test(table.caption) || /\b(?:patients?|cases?|pts?)\b/i.test(textAt(table, header, 0))
  const keys = new Map<number, string>()
  for (let column = 0; column < table.grid.columns; column++) {
    const key = caseKey(textAt(table, header, column), bare && column > 0)
    if (key) keys.set(column, key)
  }
  return keys
}

const NAMES_CORNER = /\b(?:initials|patients?|names?|cases?)\b/i

function keysOfRows(
  table: ReadTable,
  rows: ReturnType<typeof firstColumn>,
  header: number,
): ReadonlyMap<number, string> {
  const corner = textAt(table, header, 0)
  const bare =
    CASES_CAPTION.test(table.caption) ||
    /\b(?:patients?|cases?|pts?)\b/i.test(corner) ||
    /\b(?:age|sex|gender)\b/i.test(rowText(table, header))
  const keys = new Map<number, string>()
  for (const { row, text } of rows) {
    const key = caseKey(text, bare) ?? (bare && NAMES_CORNER.test(corner) ? initialsKey(text) : null)
    if (key && ![...keys.values()].includes(key)) keys.set(row, key)
  }
  return keys
}
