/** Confidence is counted, not invented: how often the facts of each rule were right on gold. */
import type { Judgement } from '../evaluation/judgement.ts'

export interface RuleRate {
  readonly rule: string
  readonly right: number
  readonly wrong: number
}

/** Sections whose judgements are about a fact as a whole; titre or size are fields of one. */
const FACT_SECTIONS: ReadonlySet<string> = new Set([
  'age',
  'sex',
  'disease',
  'antibody',
  'site',
  'absent site',
  'treatment',
  'outcome',
])

/** Counts right and wrong facts per rule; a fact that several rules support counts for each of them. */
export function ruleRates(judgements: readonly Judgement[]): readonly RuleRate[] {
  const rates = new Map<string, { right: number; wrong: number }>()
  for (const { section, verdict, rules } of judgements) {
    if (verdict === 'missed' || !FACT_SECTIONS.has(section)) continue
    for (const rule of rules) {
      const rate = rates.get(rule) ?? { right: 0, wrong: 0 }
      rates.set(rule, {
        right: rate.right + Number(verdict === 'hit'),
        wrong: rate.wrong + Number(verdict === 'extra'),
      })
    }
  }
  return [...rates].map(([rule, rate]) => ({ rule, ...rate })).toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** Written as the table that `confidenceOf` reads. */
export function calibrationTable(rates: readonly RuleRate[]): string {
  return ['rule\tright\twrong', ...rates.map(({ rule, right, wrong }) => `${rule}\t${right}\t${wrong}`), ''].join('\n')
}

/** How many facts' worth of the common rate a rule starts with: a rule seen twice is not sure of itself. */
const PRIOR_FACTS = 4

/** The rate of each rule, drawn towards the rate of all rules the fewer facts it has; `*` is the rate of all. */
export function confidences(rates: readonly RuleRate[]): ReadonlyMap<string, number> {
  const right = rates.reduce((sum, rate) => sum + rate.right, 0)
  const all = rates.reduce((sum, rate) => sum + rate.right + rate.wrong, 0)
  const common = all === 0 ? 0.5 : right / all
  const shrunk = rates.map(
    (rate) =>
      [rate.rule, round((rate.right + PRIOR_FACTS * common) / (rate.right + rate.wrong + PRIOR_FACTS))] as const,
  )
  return new Map([['*', round(common)], ...shrunk])
}

const round = (share: number): number => Math.round(share * 1000) / 1000
