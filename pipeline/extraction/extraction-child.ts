/** A child process that extracts, one document at a time. */
import { answerRequests } from '../../corpus/children/answer-requests.ts'
import type { Document } from '../../corpus/document.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { extractRecord } from '../../extractors/extract.ts'

export type ExtractionAnswer = { readonly record: CaseRecord } | { readonly record: null; readonly reason: string }

answerRequests<Document, ExtractionAnswer>(async (document) => {
  try {
    return { record: extractRecord(document) }
  } catch (error) {
    return { record: null, reason: error instanceof Error ? error.message : String(error) }
  }
})
