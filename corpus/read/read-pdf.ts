import type { Document } from '../document.ts'
import type { ReadOptions } from '../read-report.ts'
import { ReportError } from '../report-error.ts'

export async function readPdf(_bytes: Uint8Array, file: string, _options: ReadOptions): Promise<Document> {
  throw new ReportError('not-a-report', `${file} is a PDF.`)
}
