/** The paper store as the pipeline uses it: its extractions are case records, its decisions those of reviewers. */
import { openFileBlobs } from '../corpus/store/file-blobs.ts'
import { openPaperStore, type PaperStore } from '../corpus/store/paper-store.ts'
import type { CaseRecord } from '../extractors/case-record.ts'
import type { PapersPlace } from './config.ts'
import type { Decision } from './review/decision.ts'

export type CasePapers = PaperStore<CaseRecord, Decision>

export async function openCasePapers(place: PapersPlace): Promise<CasePapers> {
  if ('folder' in place) return openPaperStore<CaseRecord, Decision>(openFileBlobs(place.folder))
  const { openS3Blobs } = await import('../corpus/store/s3-blobs.ts')
  return openPaperStore<CaseRecord, Decision>(await openS3Blobs(place))
}
