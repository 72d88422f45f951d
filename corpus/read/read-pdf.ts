/** PDF: pages are opened one by one, turned into lines, paragraphs and blocks, and joined to one Document. */
import type { Document, Page, ReadWarning } from '../document.ts'
import type { ReadOptions } from '../read-report.ts'
import { ReportError } from '../report-error.ts'
import { assembleDocument } from './assemble-document.ts'
import type { StatedMetadata } from './draft.ts'
import { letterSample } from './letter-sample.ts'
import { mended, microWarnings, pagesInDoubt } from './micro-units.ts'
import { draftPdf } from './pdf/draft-pdf.ts'
import { framePage } from './pdf/frame.ts'
import { openPdf, type PdfSource, type SourceInformation, type SourcePage } from './pdf/pdf-source.ts'
import { withRules } from './pdf/ruled-pages.ts'
import { documentId } from './reader-version.ts'
import { type ReadPage, withRecognition } from './scanned-pages.ts'
import { setWidths } from './set-widths.ts'

const DEFAULT_MAX_PAGES = 400

/** Throws ReportError. */
export async function readPdf(bytes: Uint8Array, file: string, options: ReadOptions): Promise<Document> {
  const id = documentId(bytes)
  const source = await openPdf(bytes, file)
  try {
    const maxPages = options.maxPages ?? DEFAULT_MAX_PAGES
    if (source.pageCount > maxPages)
      throw new ReportError(
        'too-many-pages',
        `${file} has ${source.pageCount} pages, more than ${maxPages}; give the article alone.`,
      )
    return await readSource(source, id, file, options)
  } finally {
    await source.close()
  }
}

async function readSource(source: PdfSource, id: string, file: string, options: ReadOptions): Promise<Document> {
  const stated = statedMetadata(await source.information())
  const warnings: ReadWarning[] = []
  const sourcePages: SourcePage[] = []
  for (let number = 1; number <= source.pageCount; number++) {
    const page = await readPage(source, number, warnings)
    if (page !== null) sourcePages.push(page)
  }
  const recognised = await withRecognition(source, sourcePages, options, warnings)
  const readPages = await withRules(source, await withMicroSigns(source, recognised))
  const learnt = setWidths(sourcePages, await source.letterWidths(letterSample(sourcePages)))
  const names = [...learnt.keys()]
  const numbers = new Map(names.map((name, number) => [name, number]))
  const blocks = draftPdf(readPages.map(framePage), readPages, (name) => numbers.get(name))
  if (blocks.length === 0) throw noText(file, warnings)
  warnings.push(...microWarnings(blocks))
  const pages = readPages.map(
    ({ number, width, height, source: from, confidence }): Page =>
      confidence === undefined
        ? { number, width, height, source: from }
        : { number, width, height, source: from, confidence },
  )
  return assembleDocument({
    id,
    file,
    format: 'pdf',
    pages,
    blocks,
    stated,
    warnings,
    letterWidths: [...learnt.values()],
  })
}

async function withMicroSigns(source: PdfSource, pages: readonly ReadPage[]): Promise<readonly ReadPage[]> {
  const doubtful = new Set(pagesInDoubt(pages.filter((page) => page.source === 'text')))
  const out: ReadPage[] = []
  for (const page of pages)
    out.push(doubtful.has(page.number) ? mended(page, await source.muGlyphs(page.number).catch(() => new Map())) : page)
  return out
}

function noText(file: string, warnings: readonly ReadWarning[]): ReportError {
  if (warnings.length > 0 && warnings.every((warning) => warning.code === 'page-damaged'))
    return new ReportError(
      'damaged',
      `${file} is a damaged PDF, none of its pages can be read; fetch the report again.`,
    )
  const scan = warnings.some((warning) => warning.code === 'page-scanned')
  const hint = scan ? 'it is a scan: read it with --ocr auto' : 'nothing in it can be read as text'
  return new ReportError('no-text', `${file} holds no text; ${hint}.`)
}

async function readPage(source: PdfSource, number: number, warnings: ReadWarning[]): Promise<SourcePage | null> {
  try {
    return await source.page(number)
  } catch {
    // one broken page does not take the others with it
    warnings.push({ code: 'page-damaged', page: number, message: `Page ${number} is damaged and was left out.` })
    return null
  }
}

function statedMetadata(information: SourceInformation): StatedMetadata {
  const { title } = information
  const real =
    title !== null &&
    title.length > 12 &&
    /\s/.test(title) &&
    !/\.(?:docx?|pdf|indd|qxd|tex|pptx?|rtf)\b|untitled|microsoft/i.test(title)
  return real ? { title: { value: title, from: 'pdf-metadata' } } : {}
}
