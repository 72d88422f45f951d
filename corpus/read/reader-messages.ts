/** What the reader pool and its children say to each other. */
import type { Document } from '../document.ts'
import type { ReadOptions } from '../read-report.ts'
import type { ReportErrorCode } from '../report-error.ts'

export interface ReadRequest {
  readonly path: string
  readonly file: string
  readonly options: ReadOptions
}

export type ReaderMessage =
  | { readonly kind: 'ready' }
  /** Recognising a page takes seconds; each one buys the child more time. */
  | { readonly kind: 'recognising'; readonly page: number }
  | { readonly kind: 'document'; readonly document: Document; readonly residentMb: number }
  | { readonly kind: 'error'; readonly code: ReportErrorCode; readonly message: string; readonly residentMb: number }
