/** What is asked of a child process that reads, and what it answers. */
import type { Document } from '../document.ts'
import type { ReadOptions } from '../read-report.ts'
import type { ReportErrorCode } from '../report-error.ts'

export interface ReadRequest {
  readonly path: string
  readonly file: string
  readonly options: ReadOptions
}

export type ReadAnswer =
  | { readonly document: Document }
  | { readonly document: null; readonly code: ReportErrorCode; readonly message: string }
