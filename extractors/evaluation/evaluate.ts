/** Evaluation: gold from a folder, records from wherever they were made. */
import type { CaseRecord } from '../case-record.ts'
import { loadGold } from './gold.ts'
import { type ReliabilityBin, type RuleRecord, reliabilityOf, ruleRecords } from './reliability.ts'
import { type Scores, scoreRecords } from './score-records.ts'

export interface Evaluation {
  readonly scores: Scores
  readonly reliability: readonly ReliabilityBin[]
  readonly rules: readonly RuleRecord[]
}

/** Scores records against the gold of a folder; throws where the folder holds none or a file is no annotation. */
export function evaluate(goldFolder: string, records: readonly CaseRecord[]): Evaluation {
  const golds = loadGold(goldFolder)
  if (golds.length === 0)
    throw new Error(`${goldFolder} holds no NAME.gold.json; name the folder that does with --gold.`)
  const scores = scoreRecords(golds, records)
  return { scores, reliability: reliabilityOf(scores), rules: ruleRecords(scores) }
}
