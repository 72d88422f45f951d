/** What a reviewer decided about one fact, kept apart from extractions so that a re-run never undoes it. */

/** The lists (and single values) of a patient that facts stand in. */
export const FACT_KINDS = [
  'age',
  'sex',
  'disease',
  'calcinosis',
  'antibody',
  'deposit',
  'treatment',
  'finding',
  'lab',
  'outcome',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export interface Decision {
  /** Id of the fact's first evidence (review/fact.ts), made of what the paper says and where. */
  readonly evidence: string
  readonly kind: FactKind
  readonly verdict: 'accept' | 'reject' | 'correct'
  /** With `correct`: the fields of the fact that are otherwise, e.g. `{ "result": "negative" }`. */
  readonly correction: Readonly<Record<string, unknown>> | null
  /** The rule that made the fact: precision is counted by it. */
  readonly rule: string
  readonly reviewer: string
  readonly note: string | null
}
