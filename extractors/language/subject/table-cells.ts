/** Cells of patient tables as sentences: the span covers the cell, the heading goes with it as context. */
import type { Block, Cell, Document } from '../../../corpus/document.ts'
import type { ReadSentence, Subject } from '../reading.ts'
import type { KnownCase } from './outline.ts'
import { cellAt, type ReadTable, rowText, shapeOf, type TableShape } from './table-shape.ts'

/** A cell's sentence before it gets its index; `headerSpan` is where its heading stands. */
export interface CellSentence extends Omit<ReadSentence, 'index' | 'header'> {
  readonly headerSpan: { readonly start: number; readonly end: number } | null
  /** All headings and the caption of the table: what an ambiguous short form is judged by. */
  readonly context: string
}

interface Placed {
  readonly block: number
  readonly owner: Block
  readonly table: ReadTable
  readonly shape: TableShape
}

/** All tables of the document with what they are about. */
export function tablesOf(document: Document): readonly Placed[] {
  return document.blocks.flatMap((owner, block): readonly Placed[] => {
    if (!owner.table || owner.section === 'neighbour') return []
    const table: ReadTable = {
      grid: owner.table,
      textOf: (cell) => document.text.slice(cell.span.start, cell.span.end),
      caption: captionNear(document, block),
    }
    return [{ block, owner, table, shape: shapeOf(table) }]
  })
}

/** Keys of the patients that tables name, in order. */
export function tableKeys(tables: readonly Placed[]): readonly string[] {
  return tables.flatMap(({ shape }) => ('keys' in shape ? [...shape.keys.values()] : []))
}

function captionNear(document: Document, block: number): string {
  const near = [block - 1, block + 1, block - 2, block + 2].map((index) => document.blocks[index])
  const caption = near.find(
    (other) =>
      other &&
      (other.kind === 'caption' || other.kind === 'paragraph' || other.kind === 'heading') &&
      /^table\b/i.test(document.text.slice(other.span.start, other.span.start + 6)),
  )
  return caption ? document.text.slice(caption.span.start, caption.span.end) : ''
}

/** The sentences of one table's cells. */
export function cellSentences(placed: Placed, cases: readonly KnownCase[]): readonly CellSentence[] {
  const { shape, table } = placed
  const body = table.grid.cells.filter(
    (cell) => cell.row > ('header' in shape ? shape.header : 0) && table.textOf(cell).trim() !== '',
  )
  switch (shape.kind) {
    case 'case-per-column':
      return body.flatMap((cell) => {
        const number = numberOf(cases, shape.keys.get(cell.column))
        return number === null
          ? []
          : [sentence(placed, cell, cellAt(table, cell.row, 0), patient(number), `column of case ${number}`)]
      })
    case 'case-per-row':
      return body.flatMap((cell) => {
        const number = numberOf(cases, shape.keys.get(cell.row))
        return number === null || cell.column === 0
          ? []
          : [
              sentence(
                placed,
                cell,
                headingOf(table, shape.header, cell.column),
                patient(number),
                `row of case ${number}`,
              ),
            ]
      })
    case 'literature':
      return body.flatMap((cell) => {
        const number = shape.own.includes(cell.row) ? ownCase(table, cell.row, shape.own, cases) : null
        const subject: Subject = number === null ? { who: 'literature', cites: [] } : patient(number)
        return [
          sentence(
            placed,
            cell,
            headingOf(table, shape.header, cell.column),
            subject,
            number === null ? 'row of other authors' : `this paper’s row, case ${number}`,
          ),
        ]
      })
    case 'results':
      return cases.length === 1 ? resultCells(placed, body) : []
    default:
      return []
  }
}

/** One patient's results: the test's name heads its row; normal ranges and units are not results. */
function resultCells(placed: Placed, body: readonly Cell[]): readonly CellSentence[] {
  const { table, shape } = placed
  const header = 'header' in shape ? shape.header : 0
  return body
    .filter(
      ({ column }) =>
        column > 0 && !/\b(?:normal|reference|range|units?)\b/i.test(textOf(table, headingOf(table, header, column))),
    )
    .map((cell) => sentence(placed, cell, cellAt(table, cell.row, 0), patient(1), 'results of the patient'))
}

const contexts = new WeakMap<ReadTable, string>()

function contextOf(table: ReadTable): string {
  const known = contexts.get(table)
  if (known !== undefined) return known
  const headings = table.grid.cells
    .filter(({ row, column }) => row === 0 || column === 0)
    .map((cell) => table.textOf(cell))
  const context = [table.caption, ...headings].join(' ')
  contexts.set(table, context)
  return context
}

const textOf = (table: ReadTable, cell: Cell | undefined): string => (cell ? table.textOf(cell) : '')
const patient = (number: number): Subject => ({ who: 'patient', cases: [number] })

/** Several header rows: the lowest that says something. */
function headingOf(table: ReadTable, header: number, column: number): Cell | undefined {
  for (let row = header; row >= 0; row--) {
    const cell = cellAt(table, row, column)
    if (cell && table.textOf(cell).trim() !== '') return cell
  }
  return undefined
}

function numberOf(cases: readonly KnownCase[], key: string | undefined): number | null {
  if (key === undefined) return null
  return cases.find((one) => one.key === key)?.number ?? (cases.length === 1 && key === '1' ? 1 : null)
}

/** "Present case 2" names its number; otherwise the rows of this paper stand in the order of its cases. */
function ownCase(table: ReadTable, row: number, own: readonly number[], cases: readonly KnownCase[]): number | null {
  const named = /\b(?:case|patient)\s*(\d{1,2})\b/i.exec(rowText(table, row))?.[1]
  const number = named ? Number(named) : own.indexOf(row) + 1
  return cases.some((one) => one.number === number) ? number : null
}

function sentence(
  { block, owner, table }: Placed,
  cell: Cell,
  heading: Cell | undefined,
  subject: Subject,
  reason: string,
): CellSentence {
  const text = table.textOf(cell)
  const lead = text.length - text.trimStart().length
  const start = cell.span.start + lead
  return {
    span: { start, end: start + text.trim().length },
    text: text.trim(),
    block,
    page: cell.boxes[0]?.page ?? owner.page,
    section: owner.section,
    subject,
    subjectReason: reason,
    headerSpan: heading && heading !== cell ? heading.span : null,
    context: contextOf(table),
  }
}
