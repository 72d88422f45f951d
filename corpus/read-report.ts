/** Bytes of a report become a Document, in process; what the bytes are is told by the bytes, not by the file's name. */
import type { Document } from './document.ts'
import { readText } from './read/read-text.ts'
import { ReportError } from './report-error.ts'

export interface ReadOptions {
  /** `auto` recognises pages without a text layer, `always` every page; default `auto`. */
  readonly ocr?: 'auto' | 'never' | 'always'
  /** More pages than this are refused; default 400. */
  readonly maxPages?: number
  /** Told the number of each page whose recognition begins. */
  readonly onRecognising?: (page: number) => void
}

/** Throws ReportError. */
export async function readReport(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<Document> {
  if (bytes.length === 0) throw new ReportError('empty-file', `${file} is empty; fetch the report again.`)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  if (head.includes('%PDF-')) {
    const { readPdf } = await import('./read/read-pdf.ts')
    return readPdf(bytes, file, options)
  }
  // a log-in page saved under the paper's name is the commonest download that went wrong
  if (/\.pdf$/i.test(file))
    throw new ReportError('not-a-report', `${file} is no PDF, whatever its name says; fetch the report again.`)
  if (/^\s*(?:\xEF\xBB\xBF)?\s*<(?:\?xml|!DOCTYPE|article\b|pmc-articleset\b)/i.test(head)) {
    const { readJats } = await import('./read/read-jats.ts')
    return readJats(bytes, file)
  }
  if (isBinary(bytes))
    throw new ReportError('not-a-report', `${file} is neither a PDF nor text; give a PDF, a .txt or a JATS .xml file.`)
  const document = readText(bytes, file)
  if (document.text.trim() === '') throw new ReportError('no-text', `${file} holds no text; fetch the report again.`)
  return document
}

/** Text has no control characters but blanks. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  const control = head.reduce(
    (count, byte) => count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 ? 1 : 0),
    0,
  )
  return control > head.length / 200
}
