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
}

interface WithEvidence {
  readonly evidence?: readonly { readonly confidence: number }[]
}

/** A fact is as sure as its best evidence. */
export function confidenceOf(fact: object | null): number | null {
  const evidence = (fact as WithEvidence | null)?.evidence ?? []
  return evidence.length === 0 ? null : Math.max(...evidence.map((place) => place.confidence))
}
