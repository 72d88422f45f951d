/** A scanned sample against the source it was typeset from. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packageFile } from '../../../corpus/package-root.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { plainOf } from '../../../corpus/samples/inline.ts'
import { sampleSources } from '../../../corpus/samples/sample-reports.ts'

const LEAST_ACCURACY = 0.97

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

describe('recognition', () => {
  test('reads a crooked scan word for word, and says that it is one', async () => {
    const source = sampleSources().find(({ name }) => name === 'dialysis-scan')!
    const wanted = wordsOf(
      source.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : [])).join(' '),
    )
    const document = await readReport(
      readFileSync(packageFile('corpus/reports/dialysis-scan.pdf')),
      'dialysis-scan.pdf',
    )
    const read = new Map<string, number>()
    for (const word of wordsOf(document.text)) read.set(word, (read.get(word) ?? 0) + 1)
    const missed = wanted.filter((word) => {
      const left = read.get(word) ?? 0
      read.set(word, left - 1)
      return left <= 0
    })
    expect(wanted.length).toBeGreaterThan(200)
    expect(1 - missed.length / wanted.length, missed.join(' ')).toBeGreaterThanOrEqual(LEAST_ACCURACY)
    expect(document.pages[0]).toMatchObject({ source: 'ocr' })
    expect(document.pages[0]!.confidence).toBeGreaterThan(0.8)
    expect(document.warnings.map(({ code }) => code)).toContain('page-scanned')
  })
})
