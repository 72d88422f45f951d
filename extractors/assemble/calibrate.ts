/**
 * Counts the rules' rates on the project's gold anew and writes confidence.tsv:
 * `npm run build && node dist/extractors/assemble/calibrate.js`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../../corpus/package-root.ts'
import { readReport } from '../../corpus/read-report.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { extractRecord } from '../extract.ts'
import { calibrationTable, ruleRates } from './calibration.ts'
import { CONFIDENCE_FILE } from './confidence.ts'

const folder = packageFile('corpus/reports')
const records = []
for (const file of readdirSync(folder).toSorted()) {
  try {
    records.push(extractRecord(await readReport(readFileSync(join(folder, file)), file)))
  } catch (error) {
    // a scan needs optical recognition, which calibration does without
    process.stderr.write(`${file} is left out: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
const { scores } = evaluate(packageFile('corpus/gold'), records)
const rates = ruleRates(scores.documents.flatMap(({ judgements }) => judgements))
writeFileSync(packageFile(CONFIDENCE_FILE), calibrationTable(rates))
process.stdout.write(`${rates.length} rules counted on ${records.length} reports.\n`)
