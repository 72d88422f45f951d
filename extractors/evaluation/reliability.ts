/** Is a confidence of 0.9 right nine times in ten? Counted over every extracted fact that the gold could judge. */

import type { Judgement, Section } from './judgement.ts'
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

/** What the gold has to say on extracted facts: every one of them was either right or not. */
function judgedFacts(scores: Scores): readonly Judgement[] {
  return scores.documents
    .flatMap((document) => document.judgements)
    .filter((judgement) => FACT_SECTIONS.includes(judgement.section) && judgement.verdict !== 'missed')
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** Empty bins are left out. */
export function reliabilityOf(scores: Scores): readonly ReliabilityBin[] {
  const judged = judgedFacts(scores).flatMap(({ confidence, verdict }) =>
    confidence === null ? [] : [{ confidence, correct: verdict === 'hit' }],
  )
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === bin)
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      facts: inside.length,
      meanConfidence: mean(inside.map(({ confidence }) => confidence)),
      correct: mean(inside.map(({ correct }) => (correct ? 1 : 0))),
    }
  }).filter((bin) => bin.facts > 0)
}

export interface RuleRecord {
  readonly rule: string
  /** Facts that rest on this rule, alone or with others. */
  readonly facts: number
  /** How many of them the gold confirms. */
  readonly right: number
}

/** How often each rule was right, by name: what confidences are calibrated on. */
export function ruleRecords(scores: Scores): readonly RuleRecord[] {
  const records = new Map<string, RuleRecord>()
  for (const { rules, verdict } of judgedFacts(scores))
    for (const rule of rules) {
      const seen = records.get(rule) ?? { rule, facts: 0, right: 0 }
      records.set(rule, { rule, facts: seen.facts + 1, right: seen.right + (verdict === 'hit' ? 1 : 0) })
    }
  return [...records.values()].sort((a, b) => a.rule.localeCompare(b.rule))
}
