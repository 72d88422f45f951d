/** The sample corpus: sources, reports and gold belong together, and the reports can be rebuilt to the byte. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { buildReport, sampleSources } from '../../corpus/samples/sample-reports.ts'
import { loadGold } from '../../extractors/evaluation/gold.ts'

const reportsFolder = packageFile('corpus/reports')
const reports = readdirSync(reportsFolder).filter((file) => /\.(pdf|txt)$/.test(file))
const golds = loadGold(packageFile('corpus/gold'))
const nameOf = (file: string): string => file.replace(/\.(pdf|txt)$/, '')
const sources = sampleSources()

describe('the sample corpus', () => {
  test('has a gold annotation and a source for every report, and no others', () => {
    const names = reports.map(nameOf).sort()
    expect(golds.map((gold) => gold.id).sort()).toEqual(names)
    expect(sources.map((source) => source.name).sort()).toEqual(names)
  })

  test('names in its gold the file it is about', () => {
    expect(golds.map((gold) => gold.file).sort()).toEqual([...reports].sort())
  })

  test('is large and mixed enough to be worth a score', () => {
    const hard = golds.filter(
      (gold) => gold.kind !== 'case-report' || gold.cases.every((patient) => patient.deposits.length === 0),
    )
    expect(golds.length).toBeGreaterThanOrEqual(30)
    expect(hard.length).toBeGreaterThanOrEqual(8)
  })

  test('is listed in the README, every report with its number of patients', () => {
    const readme = readFileSync(packageFile('corpus/README.md'), 'utf8')
    const listed = [...readme.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| (\d+) \|/gm)].map(
      ([, file, layout, kind, patients]) => [file, layout, kind, Number(patients)],
    )
    const layouts = new Map(sources.map((source) => [source.name, source.settings.layout]))
    expect(listed).toEqual(golds.map((gold) => [gold.file, layouts.get(gold.id), gold.kind, gold.cases.length]))
  })

  test('numbers the cases of each gold from 1', () => {
    for (const gold of golds)
      expect(gold.cases.map((patient) => patient.case)).toEqual(gold.cases.map((_, index) => index + 1))
  })

  test('gives the largest dimension as the size of every deposit', () => {
    for (const deposit of golds.flatMap((gold) => gold.cases).flatMap((patient) => patient.deposits))
      expect(deposit.max_mm).toBe(deposit.dims_mm.length === 0 ? null : Math.max(...deposit.dims_mm))
  })

  test('has people in every cell of anti-Scl-70 by deposits of 50 mm', () => {
    const cells = new Set<string>()
    for (const patient of golds.flatMap((gold) => gold.cases)) {
      const result = patient.antibodies.find((test) => test.name === 'anti-Scl-70')?.result
      const sizes = patient.deposits.flatMap((deposit) => deposit.max_mm ?? [])
      if (result !== undefined && result !== 'equivocal' && sizes.length > 0)
        cells.add(`${result} ${Math.max(...sizes) >= 50}`)
    }
    expect([...cells].sort()).toEqual(['negative false', 'negative true', 'positive false', 'positive true'])
  })

  test.each(sources.map((source) => [source.name, source] as const))(
    'rebuilds %s to the byte',
    async (_name, source) => {
      const { file, bytes } = await buildReport(source)
      expect(Buffer.from(bytes).equals(readFileSync(join(reportsFolder, file)))).toBe(true)
      expect(bytes.length).toBeLessThan(150_000)
    },
  )
})
