/** One paper as a line of the list. */
import type { CaseRecord } from '../../../extractors/case-record.ts'
import type { CasePapers } from '../../case-papers.ts'
import { currentRecord } from '../../current-record.ts'
import type { PaperSummary } from '../schemas/papers.ts'

/** From the paper store alone; `queued` until there is an extraction or a failure. null where unknown. */
export async function summaryOf(papers: CasePapers, id: string): Promise<PaperSummary | null> {
  const paper = await papers.paper(id)
  if (!paper) return null
  const { extraction, failure, known } = await papers.state(id)
  const record = await currentRecord(papers, id)
  const reason = known ? `Already known as another file (${known.identifier}).` : (failure?.message ?? null)
  return {
    id,
    file: paper.file,
    ...describe(record),
    state: failure ? 'failed' : known || extraction !== null ? 'done' : 'queued',
    reason,
    addedAt: paper.addedAt,
  }
}

function describe(record: CaseRecord | null) {
  return {
    title: record?.title ?? null,
    kind: record?.kind ?? null,
    language: record?.language ?? null,
    year: record?.year ?? null,
    doi: record?.doi ?? null,
    pages: record?.pages ?? null,
    cases: record?.cases.length ?? 0,
    facts: (record?.cases ?? []).reduce((sum, patient) => sum + countFacts(patient), 0),
    claims: record?.claims.length ?? 0,
    warnings: record?.warnings.length ?? 0,
  }
}

/** Single values (age, sex, outcome) and the members of lists. */
function countFacts(patient: CaseRecord['cases'][number]): number {
  return Object.values(patient).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value !== null && typeof value === 'object' ? 1 : 0),
    0,
  )
}
