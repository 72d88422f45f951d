/** Tables in plain text: cells between bars (Markdown) or tabs, one row a line. Pure. */
import type { Cell, Table } from '../../document.ts'
import { plain } from './markdown.ts'

/** Lines of running text, or the rows of a table. */
export type Stretch =
  | { readonly kind: 'lines'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly headerRows: number }

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const isRule = (line: string): boolean => RULE.test(line) && line.includes('|')

/** The cells of a line, or null where it is no row. */
function cellsOf(line: string): readonly string[] | null {
  if (line.includes('\t')) {
    const cells = line.replace(/\s+$/, '').split('\t')
    return cells.length >= 2 && cells.some((cell) => cell.trim() !== '') ? cells.map(plain) : null
  }
  if (!/^\s*\|.*\|.*$/.test(line) && !/\S \| \S/.test(line)) return null
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split('|')
    .map(plain)
}

/** Cuts the text where tables begin and end; two rows at least make one. Blank lines may stand between rows. */
export function stretches(text: string): readonly Stretch[] {
  const lines = text.split('\n')
  const out: Stretch[] = []
  let prose: string[] = []
  for (let at = 0; at < lines.length; ) {
    const found = tableAt(lines, at)
    if (found === null) {
      prose.push(lines[at]!)
      at++
      continue
    }
    out.push({ kind: 'lines', text: prose.join('\n') }, found.stretch)
    prose = []
    at = found.next
  }
  return [...out, { kind: 'lines', text: prose.join('\n') }]
}

function tableAt(lines: readonly string[], from: number): { readonly stretch: Stretch; readonly next: number } | null {
  const rows: (readonly string[])[] = []
  let headerRows = 1
  let tabbed = false
  let next = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!
    if (isRule(line)) {
      if (rows.length === 0) return null
      headerRows = rows.length
      next = at + 1
      continue
    }
    const cells = cellsOf(line)
    const mark = line.includes('\t')
    if (cells === null || (rows.length > 0 && mark !== tabbed)) {
      if (line.trim() === '' && at > from && next === at) continue
      break
    }
    // after a blank line only a row like the ones above goes on with the table
    if (rows.length > 0 && next < at && Math.abs(cells.length - rows[0]!.length) > 1) break
    tabbed = mark
    rows.push(cells)
    next = at + 1
  }
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length < 2 || columns < 2) return null
  return { stretch: { kind: 'table', rows, headerRows: Math.min(headerRows, 3) }, next }
}

/** The text of a table's block and its grid; cell spans count from the start of that text. */
export function gridOf(rows: readonly (readonly string[])[], headerRows: number): { text: string; table: Table } {
  const columns = Math.max(...rows.map((row) => row.length))
  const cells: Cell[] = []
  let text = ''
  for (const [row, written] of rows.entries()) {
    if (row > 0) text += '\n'
    for (const [column, words] of written.entries()) {
      if (column > 0) text += '\t'
      if (words === '') continue
      const span = { start: text.length, end: text.length + words.length }
      text += words
      const header = row < headerRows || column === 0
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, header, span, boxes: [] })
    }
  }
  return { text, table: { rows: rows.length, columns, headerRows, headerColumns: 1, cells } }
}
