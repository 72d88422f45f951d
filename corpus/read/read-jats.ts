import type { Document } from '../document.ts'
import { ReportError } from '../report-error.ts'

/** JATS XML as PubMed Central serves it. */
export function readJats(_bytes: Uint8Array, file: string): Document {
  throw new ReportError('not-a-report', `${file} is XML, which is not read yet; give its PDF.`)
}
