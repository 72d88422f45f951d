/** Ruled tables: a rule above, below the head row and at the foot; cells wrap inside their columns. */

import { wordsOf } from './inline.ts'
import { widthOfWord } from './line-breaking.ts'
import { heightInFrame, setInFrame, type TextFrame, type TextStyle } from './set-text.ts'
import { measureOf } from './typeface.ts'

export interface TableParts {
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

const PADDING_PT = 4

/** Draws the table when `draw` is set; either way returns the height it takes in this width. */
export function setTable(
  pdf: PDFKit.PDFDocument,
  table: TableParts,
  frame: TextFrame,
  style: TextStyle,
  draw: boolean,
): number {
  const set = (text: string, place: TextFrame, textStyle: TextStyle): number =>
    draw ? setInFrame(pdf, text, place, textStyle) : heightInFrame(pdf, text, place.widthPt, textStyle)
  const rule = (y: number): void => {
    if (draw)
      pdf
        .moveTo(frame.x, y)
        .lineTo(frame.x + frame.widthPt, y)
        .lineWidth(0.6)
        .stroke('black')
  }
  let y = frame.y + set(table.caption, frame, style) + 3
  rule(y)
  y += 3
  const widths = columnWidths(pdf, table.rows, frame.widthPt, style)
  for (const [index, row] of table.rows.entries()) {
    const cellStyle: TextStyle = index === 0 ? { ...style, style: 'bold' } : style
    let x = frame.x
    const heights = row.map((cell, column) => {
      const widthPt = (widths[column] ?? 40) - PADDING_PT
      const height = set(cell === '' ? ' ' : cell, { x, y, widthPt }, cellStyle)
      x += widths[column] ?? 40
      return height
    })
    y += Math.max(style.leadingPt, ...heights) + 1.5
    if (index === 0) rule(y)
    if (index === 0) y += 3
  }
  rule(y)
  y += 3
  for (const note of table.notes) y += set(note, { ...frame, y }, { ...style, sizePt: style.sizePt * 0.92 })
  return y - frame.y
}

/** Every column as wide as its widest word, the rest shared out by the length of the cells. */
function columnWidths(
  pdf: PDFKit.PDFDocument,
  rows: TableParts['rows'],
  widthPt: number,
  style: TextStyle,
): readonly number[] {
  const measure = measureOf(pdf, style.sizePt)
  const count = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''))
  const needs = columns.map((cells) => {
    const words = cells.flatMap((cell) => wordsOf(cell, 'bold')).map((word) => widthOfWord(word, measure))
    return {
      least: Math.max(8, ...words) + PADDING_PT,
      wish: Math.max(...cells.map((cell) => Math.min(cell.length, 60))),
    }
  })
  const spare = Math.max(0, widthPt - needs.reduce((sum, need) => sum + need.least, 0))
  const wishes = needs.reduce((sum, need) => sum + need.wish, 0) || 1
  return needs.map((need) => need.least + (spare * need.wish) / wishes)
}
