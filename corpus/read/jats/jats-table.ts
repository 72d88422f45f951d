/** A JATS table as cells; spans are taken from the tags. Pure. */
import type { Cell, Table } from '../../document.ts'
import { inlineText } from './inline-text.ts'
import { childrenOf, type XmlElement } from './xml-tree.ts'

export interface TableText {
  readonly text: string
  readonly table: Table
}

interface Row {
  readonly element: XmlElement
  readonly header: boolean
}

export function jatsTable(element: XmlElement): TableText | null {
  const rows = rowsOf(element)
  const headerRows = rows.filter((row) => row.header).length
  const cells: Cell[] = []
  const taken = new Set<string>()
  let text = ''
  let columns = 0
  for (const [row, { element: tr, header }] of rows.entries()) {
    if (row > 0) text += '\n'
    let column = 0
    let written = 0
    for (const td of childrenOf(tr, 'td', 'th')) {
      while (taken.has(`${row} ${column}`)) column++
      const rowSpan = spanOf(td, 'rowspan')
      const columnSpan = spanOf(td, 'colspan')
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < columnSpan; across++) taken.add(`${row + down} ${column + across}`)
      const words = inlineText(td)
      if (words !== '') {
        text += '\t'.repeat(column - written)
        written = column
        const start = text.length
        text += words
        const isHeader = header || td.name === 'th' || column === 0
        cells.push({ row, column, rowSpan, columnSpan, header: isHeader, span: { start, end: text.length }, boxes: [] })
      }
      column += columnSpan
      columns = Math.max(columns, column)
    }
  }
  if (cells.length === 0) return null
  return { text, table: { rows: rows.length, columns, headerRows, headerColumns: columns > 1 ? 1 : 0, cells } }
}

function rowsOf(table: XmlElement): readonly Row[] {
  return table.children.flatMap((child): readonly Row[] => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [{ element: child, header: false }]
    const header = child.name === 'thead'
    return childrenOf(child, 'tr').map((element) => ({ element, header }))
  })
}

/** A span is never larger than a table can be. */
function spanOf(cell: XmlElement, name: 'rowspan' | 'colspan'): number {
  const span = Number(cell.attributes[name] ?? 1)
  return Number.isInteger(span) && span > 0 && span < 200 ? span : 1
}
