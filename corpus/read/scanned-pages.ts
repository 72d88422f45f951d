/** Pages without a text layer are recognised; the others keep their own text. */
import type { ReadWarning } from '../document.ts'
import type { ReadOptions } from '../read-report.ts'
import type { Recogniser } from './ocr/recogniser.ts'
import type { PdfSource, SourcePage } from './pdf/pdf-source.ts'

/** A page as it will be laid out, with where its text came from. */
export interface ReadPage extends SourcePage {
  readonly source: 'text' | 'ocr' | 'none'
  readonly confidence?: number
}

/** A page with fewer letters is a scan if a picture covers it. */
const HARDLY_ANY_LETTERS = 60
const COVERED_SHARE = 0.5
/** Recognition below this is noise from a photograph. */
const LEAST_CONFIDENCE = 0.45

export async function withRecognition(
  source: PdfSource,
  pages: readonly SourcePage[],
  options: ReadOptions,
  warnings: ReadWarning[],
): Promise<readonly ReadPage[]> {
  const when = options.ocr ?? 'auto'
  let recogniser: Recogniser | null = null
  const out: ReadPage[] = []
  try {
    for (const page of pages) {
      const letters = lettersOf(page)
      const scan = when === 'always' || (letters < HARDLY_ANY_LETTERS && (await isPicture(source, page)))
      if (!scan || when === 'never') {
        if (letters === 0) warnings.push(emptyWarning(page.number, scan))
        out.push({ ...page, source: letters > 0 ? 'text' : 'none' })
        continue
      }
      options.onRecognising?.(page.number)
      recogniser ??= await (await import('./ocr/recogniser.ts')).openRecogniser()
      out.push(await recognised(source, page, recogniser, warnings))
    }
  } finally {
    await recogniser?.close()
  }
  return out
}

function lettersOf(page: SourcePage): number {
  return page.items.reduce((sum, item) => sum + item.text.trim().length, 0)
}

async function isPicture(source: PdfSource, page: SourcePage): Promise<boolean> {
  const area = await source.largestPictureArea(page.number).catch(() => 0)
  return area > COVERED_SHARE * page.width * page.height
}

function emptyWarning(page: number, scan: boolean): ReadWarning {
  const message = scan ? `Page ${page} is a scan and was not recognised (--ocr never).` : `Page ${page} has no text.`
  return { code: scan ? 'page-scanned' : 'page-without-text', page, message }
}

async function recognised(
  source: PdfSource,
  page: SourcePage,
  recogniser: Recogniser,
  warnings: ReadWarning[],
): Promise<ReadPage> {
  const { recognisePage, recognitionScale } = await import('./ocr/recognise-page.ts')
  const scale = recognitionScale(page)
  try {
    const png = await source.picture(page.number, scale)
    const { items, confidence } = await recognisePage(recogniser, png, page, scale)
    const readable =
      confidence >= LEAST_CONFIDENCE && items.reduce((sum, item) => sum + item.text.length, 0) > lettersOf(page)
    if (readable) {
      const percent = Math.round(confidence * 100)
      warnings.push({
        code: 'page-scanned',
        page: page.number,
        message: `Page ${page.number} is a scan; its text was recognised with a confidence of ${percent} %.`,
      })
      return { ...page, items, source: 'ocr', confidence }
    }
  } catch {
    warnings.push({
      code: 'page-not-recognised',
      page: page.number,
      message: `Page ${page.number} is a scan that could not be recognised.`,
    })
  }
  if (lettersOf(page) === 0)
    warnings.push({
      code: 'page-without-text',
      page: page.number,
      message: `Page ${page.number} is a picture without readable text.`,
    })
  return { ...page, source: lettersOf(page) > 0 ? 'text' : 'none' }
}
