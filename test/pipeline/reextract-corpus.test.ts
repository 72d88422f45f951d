/** One changed rule on the sample corpus: the diff names exactly the facts that the rule made. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { extractRecord } from '../../extractors/extract.ts'
import type { AnyFinding, Extractor } from '../../extractors/extractor.ts'
import { fingerprintOf } from '../../extractors/fingerprint.ts'
import { EXTRACTORS } from '../../extractors/index.ts'
import { currentRecord } from '../../pipeline/current-record.ts'
import { enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import type { Installation } from '../../pipeline/installation.ts'
import { reextract } from '../../pipeline/reextract/reextract.ts'
import { rollbackRun } from '../../pipeline/reextract/rollback.ts'
import { factsOfRecord } from '../../pipeline/review/fact.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { graphPicture } from './graph-picture.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

/** The next version of the antibody rules knows no titre. */
const CHANGED: readonly Extractor[] = EXTRACTORS.map((extractor) =>
  extractor.id === 'antibody'
    ? { ...extractor, version: extractor.version + 1, extract: withoutTitre(extractor) }
    : extractor,
)

function withoutTitre(extractor: Extractor): Extractor['extract'] {
  return (reading, prior) =>
    extractor
      .extract(reading, prior)
      .map(
        (finding): AnyFinding =>
          finding.kind === 'antibody' ? { ...finding, value: { ...finding.value, titre: null } } : finding,
      )
}

let test: TestInstallation
const here = (): Installation => test.installation

beforeAll(async () => {
  test = await openTestInstallation()
  const folder = packageFile('corpus/reports')
  const files = readdirSync(folder).filter((name) => /\.(pdf|txt|xml)$/.test(name))
  expect(files.length).toBeGreaterThanOrEqual(14)
  for (const file of files) await enqueuePaper(here(), readFileSync(join(folder, file)), file)
  await workUntilIdle(here())
})
afterAll(() => test?.close())

it('shows exactly what the rule touches, and the way back leads to the same graph', async () => {
  const before = await graphPicture(await here().graph())
  const titres: string[] = []
  for (const id of await here().papers.ids()) {
    const record = await currentRecord(here().papers, id)
    for (const fact of record ? factsOfRecord(record) : [])
      if (fact.kind === 'antibody' && fact.value.titre !== null) titres.push(`${id} ${fact.case} ${fact.about}`)
  }
  expect(titres.length).toBeGreaterThan(3)
  await test.reopen({
    steps: (own) => ({
      ...own,
      extractionFingerprint: (document) => fingerprintOf(document, CHANGED),
      extract: async (document) => extractRecord(document, CHANGED),
    }),
  })
  const run = await reextract(here(), { scope: 'outdated' })
  expect(run.failures).toEqual([])
  const touched = run.changed.flatMap(({ paper, changes }) =>
    changes.map((each) => `${paper} ${each.case} ${each.about}`),
  )
  expect(touched.sort()).toEqual(titres.sort())
  expect(run.total).toEqual({ added: 0, lost: 0, changed: titres.length })
  expect(Object.keys(run.byKind)).toEqual(['antibody'])
  await workUntilIdle(here())
  expect(await graphPicture(await here().graph())).not.toBe(before)
  await rollbackRun(here(), run.id)
  await workUntilIdle(here())
  expect(await graphPicture(await here().graph())).toBe(before)
})
