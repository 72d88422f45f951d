/** Typefaces of a report and the measuring of words in them. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Fragment, InlineStyle } from './inline.ts'
import type { Measure } from './line-breaking.ts'
import type { Face } from './sample-source.ts'

type Pdf = PDFKit.PDFDocument

const FILES: Readonly<Record<'serif' | 'sans', Readonly<Record<'roman' | 'italic' | 'bold', string>>>> = {
  serif: {
    roman: 'DejaVuSerifCondensed.ttf',
    italic: 'DejaVuSerifCondensed-Italic.ttf',
    bold: 'DejaVuSerifCondensed-Bold.ttf',
  },
  sans: {
    roman: 'DejaVuSansCondensed.ttf',
    italic: 'DejaVuSansCondensed-Oblique.ttf',
    bold: 'DejaVuSansCondensed-Bold.ttf',
  },
}
const STANDARD = {
  times: { roman: 'Times-Roman', italic: 'Times-Italic', bold: 'Times-Bold' },
  helvetica: { roman: 'Helvetica', italic: 'Helvetica-Oblique', bold: 'Helvetica-Bold' },
}
const SUPERSCRIPT_SCALE = 0.65

/** The folder of the DejaVu typefaces. */
export function fontFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
}

/** Makes a face known to the PDF under the names `roman`, `italic` and `bold`. */
export function registerFace(pdf: Pdf, face: Face): void {
  for (const weight of ['roman', 'italic', 'bold'] as const) {
    const source =
      face === 'serif' || face === 'sans' ? join(fontFolder(), FILES[face][weight]) : STANDARD[face][weight]
    pdf.registerFont(weight, source)
  }
}

/** Chooses font and size for a fragment; superscripts are smaller and set higher. */
export function useStyle(pdf: Pdf, style: InlineStyle, sizePt: number): void {
  if (style === 'superscript') pdf.font('roman').fontSize(sizePt * SUPERSCRIPT_SCALE)
  else pdf.font(style).fontSize(sizePt)
}

/** A measure at one size; widths are remembered because the same words come again and again. */
export function measureOf(pdf: Pdf, sizePt: number): Measure {
  const widths = new Map<string, number>()
  const widthOf = (fragment: Fragment): number => {
    const key = `${fragment.style} ${fragment.text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    useStyle(pdf, fragment.style, sizePt)
    const width = pdf.widthOfString(fragment.text)
    widths.set(key, width)
    return width
  }
  return { widthOf, spaceWidth: widthOf({ text: ' ', style: 'roman' }) }
}
