/** What the graph shows of a paper: its current extraction with the human decisions laid over it. */
import type { CaseRecord } from '../extractors/case-record.ts'
import type { CasePapers } from './case-papers.ts'
import { applyDecisions } from './review/apply-decisions.ts'

/** null where the paper is unknown or has no extraction yet. */
export async function currentRecord(papers: CasePapers, id: string): Promise<CaseRecord | null> {
  const { extraction, decisions } = await papers.state(id)
  const record = extraction === null ? null : await papers.extraction(id, extraction)
  return (
    record &&
    applyDecisions(
      record,
      decisions.map((entry) => entry.decision),
    )
  )
}
