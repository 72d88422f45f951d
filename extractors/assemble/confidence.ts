/** How often a rule is right, measured on gold (confidence.tsv); rules that gold does not judge share the rate of all. */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../corpus/package-root.ts'
import { confidences, type RuleRate } from './calibration.ts'

export const CONFIDENCE_FILE = 'extractors/assemble/confidence.tsv'

let table: ReadonlyMap<string, number> | undefined

/** Between 0 and 1. */
export function confidenceOf(rule: string): number {
  table ??= confidences(parseRates(readFileSync(packageFile(CONFIDENCE_FILE), 'utf8')))
  return table.get(rule) ?? table.get('*') ?? 0.5
}

function parseRates(text: string): readonly RuleRate[] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [rule = '', right = '0', wrong = '0'] = line.split('\t')
      return { rule, right: Number(right), wrong: Number(wrong) }
    })
}
