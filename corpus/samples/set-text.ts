/** Pours text into the flow line by line, or sets it into a fixed frame. */
import { drawLine } from './draw-line.ts'
import type { Flow } from './flow.ts'
import { type InlineStyle, type Word, wordsOf } from './inline.ts'
import { type Line, type Measure, takeLine } from './line-breaking.ts'
import { measureOf } from './typeface.ts'

export interface TextStyle {
  readonly sizePt: number
  readonly leadingPt: number
  readonly style: InlineStyle
  readonly align: 'justify' | 'left' | 'right'
  readonly indentPt: number
  readonly hyphenMark: string
}

/** Sets a text into the flow; the last line of a column that does not end the text is broken in mid-word. */
export function pourText(pdf: PDFKit.PDFDocument, flow: Flow, text: string, style: TextStyle): void {
  const measure = measureOf(pdf, style.sizePt)
  let words: readonly Word[] = wordsOf(text, style.style)
  let indent = style.indentPt
  while (words.length > 0) {
    if (flow.room() < style.leadingPt) flow.nextColumn()
    const column = flow.column()
    const widthPt = column.widthPt - indent
    const insistOnHyphen = flow.room() < 2 * style.leadingPt && style.align === 'justify'
    const { line, rest } = takeLine(words, measure, { widthPt, hyphenMark: style.hyphenMark, insistOnHyphen })
    drawLine(pdf, line, { x: column.x + indent, y: flow.y, widthPt, sizePt: style.sizePt, align: style.align }, measure)
    flow.y += style.leadingPt
    words = rest
    indent = 0
  }
}

export function linesOf(text: string, widthPt: number, style: TextStyle, measure: Measure): readonly Line[] {
  const lines: Line[] = []
  let words: readonly Word[] = wordsOf(text, style.style)
  while (words.length > 0) {
    const { line, rest } = takeLine(words, measure, { widthPt, hyphenMark: style.hyphenMark })
    lines.push(line)
    words = rest
  }
  return lines
}

export interface TextFrame {
  readonly x: number
  readonly y: number
  readonly widthPt: number
}

/** Sets a text into a frame and returns the height it takes. */
export function setInFrame(pdf: PDFKit.PDFDocument, text: string, frame: TextFrame, style: TextStyle): number {
  const measure = measureOf(pdf, style.sizePt)
  const lines = linesOf(text, frame.widthPt, style, measure)
  for (const [index, line] of lines.entries()) {
    const y = frame.y + index * style.leadingPt
    drawLine(pdf, line, { ...frame, y, sizePt: style.sizePt, align: style.align }, measure)
  }
  return lines.length * style.leadingPt
}

export function heightInFrame(pdf: PDFKit.PDFDocument, text: string, widthPt: number, style: TextStyle): number {
  return linesOf(text, widthPt, style, measureOf(pdf, style.sizePt)).length * style.leadingPt
}
