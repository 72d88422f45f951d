/** Is a confidence of 0.9 right nine times in ten? Counted over every extracted fact that the gold could judge. */

import type { Section } from './judgement.ts'
import type { Scores } from './score-records.ts'

export interface ReliabilityBin {
  /** Confidence from (inclusive) and to (exclusive, except for the last bin). */
  readonly from: number
  readonly to: number
  readonly facts: number
  readonly meanConfidence: number
  /** The share of these facts that the gold confirms. */
  readonly correct: number
}

/** Sections that are facts of their own; titre, size and the like are fields of these. */
const FACT_SECTIONS: readonly Section[] = [
  'age',
  'sex',
  'disease',
  'antibody',
  'site',
  'absent site',
  'treatment',
  'outcome',
]
const BINS = 10

/** Empty bins are left out. */
export function reliabilityOf(scores: Scores): readonly ReliabilityBin[] {
  const judged = scores.documents
    .flatMap((document) => document.judgements)
    .filter((judgement) => FACT_SECTIONS.includes(judgement.section) && judgement.verdict !== 'missed')
    .flatMap((judgement) =>
      judgement.confidence === null ? [] : [{ confidence: judgement.confidence, correct: judgement.verdict === 'hit' }],
    )
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === bin)
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      facts: inside.length,
      meanConfidence: mean(inside.map(({ confidence }) => confidence)),
      correct: mean(inside.map(({ correct }) => (correct ? 1 : 0))),
    }
  }).filter((bin) => bin.facts > 0)
}
