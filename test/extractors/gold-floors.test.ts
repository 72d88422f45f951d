/** Extraction against the gold of the sample corpus: a floor may only rise. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { readReport } from '../../corpus/read-report.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { loadGold } from '../../extractors/evaluation/gold.ts'
import type { Section } from '../../extractors/evaluation/judgement.ts'
import { type Scores, scoreRecords } from '../../extractors/evaluation/score-records.ts'
import { extractRecord } from '../../extractors/extract.ts'

/** F1 that was reached before, cut to two digits. */
const FLOORS: Readonly<Record<Section, number>> = {
  case: 0.99,
  age: 0.99,
  sex: 0.98,
  disease: 0.95,
  subtype: 0.96,
  antibody: 0.98,
  titre: 0.98,
  site: 0.96,
  laterality: 0.95,
  size: 0.95,
  'absent site': 0.95,
  treatment: 0.96,
  response: 0.92,
  outcome: 0.92,
}
const FLOOR_OF_ALL = 0.97

/** Recognising a scan takes seconds; the whole-way tests do that. */
const SCANNED = 'dialysis-scan'

describe('the gold of the sample corpus', () => {
  let scores: Scores

  beforeAll(async () => {
    const golds = loadGold(packageFile('corpus/gold')).filter(({ id }) => id !== SCANNED)
    const reports = packageFile('corpus/reports')
    const files = readdirSync(reports).filter((file) => golds.some(({ id }) => file.replace(/\.\w+$/, '') === id))
    const records: CaseRecord[] = []
    for (const file of files) {
      records.push(extractRecord(await readReport(readFileSync(join(reports, file)), file, { ocr: 'never' })))
    }
    scores = scoreRecords(golds, records)
  })

  it('has a record for every paper', () => {
    expect(scores.documents.filter(({ absent }) => absent)).toEqual([])
    expect(scores.documents.length).toBeGreaterThanOrEqual(58)
  })

  it.each(Object.entries(FLOORS) as [Section, number][])('%s: F1 at least %d', (section, floor) => {
    expect(scores.sections.get(section)?.f1).toBeGreaterThanOrEqual(floor)
  })

  it(`all sections together: F1 at least ${FLOOR_OF_ALL}`, () => {
    expect(scores.all.f1).toBeGreaterThanOrEqual(FLOOR_OF_ALL)
  })
})
