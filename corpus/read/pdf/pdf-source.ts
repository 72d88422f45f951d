/** The one place that touches pdf-parse: opens a PDF and hands out its text items with their places, page by page. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type LoadParameters, PDFParse, VerbosityLevel } from 'pdf-parse'
import type { LetterWidths } from '../../document.ts'
import { ReportError } from '../../report-error.ts'
import type { LetterSample } from '../letter-sample.ts'
import type { OperatorList } from './drawing.ts'
import { hearFonts, meetFonts, WITHOUT_ANNOTATIONS, type WorkerPort } from './drawn-fonts.ts'
import { drawnRules, type PathOperators, type Rule } from './drawn-rules.ts'
import { type DrawnFont, letterWidths } from './letter-widths.ts'
import { muGlyphs, type TextOperators } from './mu-glyphs.ts'
import { largestPictureArea, type PictureOperators } from './picture-area.ts'

/** One stretch of glyphs as the content stream draws it, in the page as displayed (points, origin top left). */
export interface TextItem {
  readonly text: string
  /** Where the baseline begins. */
  readonly x: number
  readonly y: number
  /** Direction of writing as a unit vector on the displayed page; (1, 0) is plain horizontal text. */
  readonly dx: number
  readonly dy: number
  /** Length along the direction of writing. */
  readonly width: number
  /** Font size. */
  readonly size: number
  /** Opaque name of the font, the same all through a document. */
  readonly font: string
}

export interface SourcePage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly TextItem[]
  /** Where they were asked for: the straight rules drawn on it. */
  readonly rules?: readonly Rule[]
}

/** What the file's own information dictionary says. */
export interface SourceInformation {
  readonly title: string | null
  readonly author: string | null
  readonly subject: string | null
  readonly language: string | null
  readonly creationYear: number | null
}

export interface PdfSource {
  readonly pageCount: number
  information(): Promise<SourceInformation>
  page(number: number): Promise<SourcePage>
  /** Square points of the largest picture on the page; costs about as much as reading its text. */
  largestPictureArea(number: number): Promise<number>
  /** Widths of the letters of those typefaces that could be met. Costs what is drawn until then. */
  letterWidths(sample: LetterSample): Promise<ReadonlyMap<string, LetterWidths>>
  /** Straight rules drawn on a page; costs as much as `largestPictureArea`. */
  rules(number: number): Promise<readonly Rule[]>
  /** By font, for each drawn "m" in order: whether its glyph is the micro sign. Costs as much as `rules`. */
  muGlyphs(number: number): Promise<ReadonlyMap<string, readonly boolean[]>>
  /** The page as a PNG of so many pixels a point. */
  picture(number: number, pixelsPerPoint: number): Promise<Uint8Array>
  close(): Promise<void>
}

interface PdfjsItem {
  readonly str?: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}
interface PdfjsPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] }
  getTextContent(): Promise<{ items: readonly PdfjsItem[] }>
  getOperatorList(options?: { annotationMode: number }): Promise<OperatorList>
  cleanup(): void
}
interface PdfjsDocument {
  readonly numPages: number
  readonly loadingTask: { readonly _worker: { readonly port: WorkerPort } }
  getPage(number: number): Promise<PdfjsPage>
  getMetadata(): Promise<{ info: Record<string, unknown> }>
}
/** pdf-parse keeps `load` private in its types only; it hands out the pdf.js document everything here is read from. */
interface Loader {
  load(): Promise<PdfjsDocument>
}

/** pdf.js's numbers of drawing operators; part of its published interface (OPS), which pdf-parse does not hand on. */
const OPERATORS: PictureOperators & PathOperators & TextOperators = {
  setFont: 37,
  showText: 44,
  save: 10,
  restore: 11,
  transform: 12,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  paintImageMaskXObject: 83,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  constructPath: 91,
  strokes: [20, 21, 24, 25, 26, 27],
  fills: [22, 23],
}

const PDFJS = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
)

/** Opens a PDF; `bytes` are copied, for pdf.js takes its buffer away. Throws ReportError. */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PdfSource> {
  // pictures, the outlines of letters and fonts that are not in the file cost more than the text; only drawing needs them
  const parser = newParser(bytes, { maxImageSize: 1, fontExtraProperties: true, disableFontFace: false })
  const pdf = await load(parser, file)
  const met = new Map<string, DrawnFont>()
  // a font is sent once only
  const heard = (number: number): Promise<OperatorList> =>
    hearFonts(pdf.loadingTask._worker.port, met, () => operators(pdf, number))
  let pictured: PDFParse | null = null
  const withPictures = (): PDFParse =>
    (pictured ??= newParser(bytes, { standardFontDataUrl: `${join(PDFJS, 'standard_fonts')}/` }))
  return {
    pageCount: pdf.numPages,
    information: async () => informationOf(await pdf.getMetadata().catch(() => ({ info: {} }))),
    page: (number) => sourcePage(pdf, number),
    largestPictureArea: async (number) =>
      largestPictureArea(await operators(await load(withPictures(), file), number), OPERATORS),
    letterWidths: async ({ fonts, letters }) => {
      await meetAll(pdf, fonts, met)
      const wanted = new Set([...fonts.values()].flat())
      const found = [...met].filter(([name]) => wanted.has(name))
      return new Map(found.map(([name, font]) => [name, letterWidths(font, letters)]))
    },
    rules: async (number) => {
      const { transform } = (await pdf.getPage(number)).getViewport({ scale: 1 })
      return drawnRules(await heard(number), OPERATORS, transform)
    },
    muGlyphs: async (number) => muGlyphs(await heard(number), OPERATORS, met),
    picture: async (number, pixelsPerPoint) => {
      const shot = await withPictures().getScreenshot({ partial: [number], scale: pixelsPerPoint, imageDataUrl: false })
      const picture = shot.pages[0]?.data
      if (picture === undefined) throw new Error(`page ${number} of ${file} could not be drawn`)
      return picture
    },
    close: async () => {
      await parser.destroy()
      await pictured?.destroy()
    },
  }
}

function newParser(bytes: Uint8Array, options: Partial<LoadParameters>): PDFParse {
  return new PDFParse({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    // without these CJK text is silently blank
    cMapUrl: `${join(PDFJS, 'cmaps')}/`,
    cMapPacked: true,
    ...options,
  })
}

async function load(parser: PDFParse, file: string): Promise<PdfjsDocument> {
  try {
    return await (parser as unknown as Loader).load()
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException')
      throw new ReportError('encrypted', `${file} is protected by a password; save it without one and try again.`, {
        cause: error,
      })
    throw new ReportError('damaged', `${file} is a damaged PDF that cannot be opened; fetch the report again.`, {
      cause: error,
    })
  }
}

async function operators(pdf: PdfjsDocument, number: number): Promise<OperatorList> {
  const page = await pdf.getPage(number)
  const list = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS })
  page.cleanup()
  return list
}

async function meetAll(
  pdf: PdfjsDocument,
  fonts: ReadonlyMap<number, readonly string[]>,
  met: Map<string, DrawnFont>,
): Promise<void> {
  // a page that cannot be drawn leaves its fonts to usual widths
  for (const [number, names] of fonts)
    await meetFonts(await pdf.getPage(number), pdf.loadingTask._worker.port, names, met).catch(() => undefined)
}

async function sourcePage(pdf: PdfjsDocument, number: number): Promise<SourcePage> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const items: TextItem[] = []
  for (const item of content.items) {
    // empty items only mark line ends, and items with marked content have no text at all
    if (item.str === undefined || item.str === '') continue
    const placed = placedItem(item, item.str, viewport.transform)
    if (placed !== null) items.push(placed)
  }
  page.cleanup()
  return { number, width: viewport.width, height: viewport.height, items }
}

function placedItem(item: PdfjsItem, text: string, view: readonly number[]): TextItem | null {
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
  const [va, vb, vc, vd, ve, vf] = view as [number, number, number, number, number, number]
  const advanceX = va * a + vc * b
  const advanceY = vb * a + vd * b
  const length = Math.hypot(advanceX, advanceY)
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d) || length
  if (!(length > 0) || !Number.isFinite(size + item.width)) return null
  return {
    text,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    dx: advanceX / length,
    dy: advanceY / length,
    width: item.width,
    size,
    font: item.fontName,
  }
}

function informationOf({ info }: { info: Record<string, unknown> }): SourceInformation {
  const text = (key: string): string | null => {
    const value = info[key]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const year = /^D:(\d{4})/.exec(text('CreationDate') ?? '')?.[1]
  return {
    title: text('Title'),
    author: text('Author'),
    subject: text('Subject'),
    language: text('Language'),
    creationYear: year === undefined ? null : Number(year),
  }
}
