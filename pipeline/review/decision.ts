/** What a reviewer decided about one fact, kept apart from extractions so that a re-run never undoes it. */
import type { FactKind, FactValue } from './fact.ts'

export const VERDICTS = ['accept', 'reject', 'correct', 'withdraw'] as const
/** `withdraw` takes back what was decided before on the same fact. */
export type Verdict = (typeof VERDICTS)[number]

export interface Decision {
  /** Id of the fact (fact.ts) as the extraction had it. */
  readonly evidence: string
  readonly verdict: Verdict
  readonly kind: FactKind
  readonly case: number
  /** What the fact is about, apart from its value (fact.ts). */
  readonly about: string
  /** The fact as it stood when it was judged, so that an accepted one outlives a re-run that loses it. */
  readonly fact: FactValue
  /** With `correct`: the fields that are otherwise, e.g. `{ "result": "negative" }`; else null. */
  readonly correction: Readonly<Record<string, unknown>> | null
  /** The rule that made the fact: precision is counted by it. */
  readonly rule: string
  readonly reviewer: string
  readonly note: string | null
}
