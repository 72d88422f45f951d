/** Rows as people and programs want them: an aligned table, JSON, or CSV (RFC 4180). */
import Table from 'cli-table3'
import { stringify } from 'csv-stringify/sync'
import type { GraphRow, GraphValue } from '../../graph/graph-store.ts'

export const ROW_FORMATS = ['table', 'json', 'csv'] as const
export type RowFormat = (typeof ROW_FORMATS)[number]

/** `columns` fixes the order and the heads even where there are no rows. */
export function formatRows(
  rows: readonly GraphRow[],
  format: RowFormat,
  columns: readonly string[] = columnsOf(rows),
): string {
  if (format === 'json') return JSON.stringify(rows, null, 2)
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)))
  if (format === 'csv') return stringify([[...columns], ...lines.map((line) => line.map(inertCell))]).trimEnd()
  if (rows.length === 0) return 'No rows.'
  return tableOf(columns, lines)
}

/** Wider text is wrapped, so that a quote does not push the other columns off the screen. */
const MAX_COLUMN_WIDTH = 64

/** A table without colours, so that it reads the same in a pipe. */
export function tableOf(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const colWidths = heads.map((head, column) => {
    const widest = Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0))
    return Math.min(widest, MAX_COLUMN_WIDTH) + 2
  })
  const style = { head: [], border: [], compact: true }
  const table = new Table({ head: [...heads], style, chars: LIGHT_LINES, colWidths, wordWrap: true })
  for (const line of lines) table.push(line.map(visible))
  return table.toString().replace(/[ \t]+$/gm, '')
}

/** Text from a PDF may hold control characters that would steer a terminal. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
}

const LIGHT_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '─',
  'mid-mid': '┼',
  middle: '│',
}

function columnsOf(rows: readonly GraphRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

function cellText(value: GraphValue): string {
  if (value === null) return ''
  if (typeof value === 'object') return Array.isArray(value) ? value.map(cellText).join('; ') : JSON.stringify(value)
  return String(value)
}

/** A spreadsheet runs a cell that begins with one of these; text from a PDF must stay text. */
function inertCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
}
