/** Draws one set line: words of one style in a row become one text operation, as in journal PDFs. */
import type { Fragment, InlineStyle } from './inline.ts'
import type { Line, Measure } from './line-breaking.ts'
import { useStyle } from './typeface.ts'

interface Stretch {
  text: string
  readonly style: InlineStyle
  widthPt: number
  spaces: number
}

export interface LinePlace {
  readonly x: number
  readonly y: number
  /** The width of the measure the line is set in. */
  readonly widthPt: number
  readonly sizePt: number
  readonly align: 'justify' | 'left' | 'right'
}

/** Lines looser than this many extra points a space are left ragged. */
const LOOSEST_PT = 7

export function drawLine(pdf: PDFKit.PDFDocument, line: Line, place: LinePlace, measure: Measure): void {
  const spaces = Math.max(line.words.length - 1, 1)
  const slack = place.widthPt - line.widthPt
  const extra = place.align === 'justify' && !line.last && slack / spaces < LOOSEST_PT ? Math.max(slack / spaces, 0) : 0
  let x = place.align === 'right' ? place.x + slack : place.x
  for (const stretch of stretchesOf(line, measure)) {
    useStyle(pdf, stretch.style, place.sizePt)
    const raise = stretch.style === 'superscript' ? place.sizePt * 0.05 : 0
    pdf.text(stretch.text, x, place.y - raise, { lineBreak: false, wordSpacing: extra })
    x += stretch.widthPt + stretch.spaces * extra
  }
}

function stretchesOf(line: Line, measure: Measure): readonly Stretch[] {
  const stretches: Stretch[] = []
  const add = (fragment: Fragment, gap: boolean): void => {
    const open = stretches.at(-1)
    if (gap && open) {
      open.text += ' '
      open.spaces += 1
      open.widthPt += measure.spaceWidth
    }
    if (open?.style === fragment.style) {
      open.text += fragment.text
      open.widthPt += measure.widthOf(fragment)
    } else stretches.push({ text: fragment.text, style: fragment.style, widthPt: measure.widthOf(fragment), spaces: 0 })
  }
  for (const [index, word] of line.words.entries())
    for (const [part, piece] of word.entries()) add(piece, index > 0 && part === 0)
  return stretches
}
