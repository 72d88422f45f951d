/** One decision of the scorer about one fact. */

export const SECTIONS = [
  'case',
  'age',
  'sex',
  'disease',
  'subtype',
  'antibody',
  'titre',
  'site',
  'laterality',
  'size',
  'absent site',
  'treatment',
  'response',
  'outcome',
] as const

export type Section = (typeof SECTIONS)[number]
export type Verdict = 'hit' | 'missed' | 'extra'

export interface Judgement {
  readonly section: Section
  readonly verdict: Verdict
  /** What it was about, for a person: "anti-Scl-70 positive". */
  readonly shown: string
  /** The confidence the extractor gave, where the fact has evidence of its own. */
  readonly confidence: number | null
  /** The rules that licensed the fact; empty for what was missed. */
  readonly rules: readonly string[]
}

interface WithEvidence {
  readonly evidence?: readonly { readonly confidence: number; readonly rule: string }[]
}

/** What an extracted fact rests on. A fact is as sure as its best evidence. */
export function groundsOf(fact: object | null): Pick<Judgement, 'confidence' | 'rules'> {
  const evidence = (fact as WithEvidence | null)?.evidence ?? []
  const confidence = evidence.length === 0 ? null : Math.max(...evidence.map((place) => place.confidence))
  return { confidence, rules: [...new Set(evidence.map((place) => place.rule))] }
}

/** Nothing was extracted, so nothing stands behind it. */
export const NO_GROUNDS: Pick<Judgement, 'confidence' | 'rules'> = { confidence: null, rules: [] }
