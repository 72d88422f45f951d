/** One rule changes: exactly its facts change, people's decisions stay, and the way back leads to the same graph. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import type { Installation } from '../../pipeline/installation.ts'
import { listRuns } from '../../pipeline/reextract/extraction-run.ts'
import { outdatedPapers, reextract } from '../../pipeline/reextract/reextract.ts'
import { extractionsOf, RollbackError, rollbackPaper, rollbackRun } from '../../pipeline/reextract/rollback.ts'
import { factsOfPaper, judgeFact } from '../../pipeline/review/review.ts'
import type { OpenSteps } from '../../pipeline/steps.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { graphPicture } from './graph-picture.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

const AGES = [41, 52, 63]
let test: TestInstallation
const here = (): Installation => test.installation
const picture = async (): Promise<string> => graphPicture(await here().graph())
const silent = { scope: 'outdated' } as const

/** The rules of tomorrow: negative results are read as equivocal, the sex is not read any more. */
function tomorrow(own: OpenSteps): OpenSteps {
  return {
    ...own,
    extractionFingerprint: (document) => `tomorrow-${own.extractionFingerprint(document)}`,
    extract: async (document) => changed(await own.extract(document)),
  }
}

function changed(record: CaseRecord): CaseRecord {
  const cases = record.cases.map((patient) => ({
    ...patient,
    sex: null,
    antibodies: patient.antibodies.map((fact) =>
      fact.result === 'negative' ? { ...fact, result: 'equivocal' as const } : fact,
    ),
  }))
  const fingerprint = `tomorrow-${record.extractor.fingerprint}`
  return { ...record, cases, extractor: { ...record.extractor, fingerprint } }
}

beforeAll(async () => {
  test = await openTestInstallation()
  for (const age of AGES) await enqueuePaper(here(), report({ age }), `at-${age}.txt`)
  await workUntilIdle(here())
})
afterAll(() => test?.close())

it('finds nothing to do while the rules are the same', async () => {
  expect(await outdatedPapers(here())).toEqual([])
  const run = await reextract(here(), { scope: 'all' })
  expect(run).toMatchObject({ papers: 3, changed: [], total: { added: 0, lost: 0, changed: 0 }, answers: [] })
  expect(await listRuns(here().papers)).toEqual([])
})

it('shows exactly the facts that a changed rule touches, and keeps nothing in a dry run', async () => {
  const before = await picture()
  await test.reopen({ steps: tomorrow })
  expect(await outdatedPapers(here())).toHaveLength(3)
  const run = await reextract(here(), { ...silent, dryRun: true })
  expect(run.total).toEqual({ added: 0, lost: 3, changed: 3 })
  expect(run.byKind).toEqual({
    antibody: { added: 0, lost: 0, changed: 3 },
    sex: { added: 0, lost: 3, changed: 0 },
  })
  const [first] = run.changed
  expect(first?.changes.map(({ change, before, after }) => [change, before, after])).toEqual([
    ['changed', 'anti-topoisomerase I antibody: result negative', 'anti-topoisomerase I antibody: result equivocal'],
    ['lost', 'sex: value female', null],
  ])
  expect(await outdatedPapers(here())).toHaveLength(3)
  expect(await picture()).toBe(before)
})

it('lets a decision of a person outrank the new rules', async () => {
  const [id] = await here().papers.ids()
  const scl70 = (await factsOfPaper(here().papers, id!)).find(({ about }) => about === 'antibody HP:0030859')
  const sex = (await factsOfPaper(here().papers, id!)).find(({ kind }) => kind === 'sex')
  await judgeFact(here(), scl70!.id, { verdict: 'accept' })
  await judgeFact(here(), sex!.id, { verdict: 'accept' })
  await workUntilIdle(here())
  const before = await picture()
  const run = await reextract(here(), silent)
  expect(run.papers).toBe(3)
  await workUntilIdle(here())
  const graph = await here().graph()
  const rows = await graph.read(
    'MATCH (p:Paper)-[:REPORTS]->(c:Case)-[:HAS_SEROLOGY]->(s:Serology)-[:OF]->(a:Antibody {id: "HP:0030859"}) ' +
      'RETURN p.id AS paper, s.result AS result, c.sex AS sex ORDER BY paper',
  )
  expect(rows.map(({ result, sex }) => [result, sex ?? null])).toEqual([
    ['negative', 'female'],
    ['equivocal', null],
    ['equivocal', null],
  ])
  expect(await outdatedPapers(here())).toEqual([])
  const [kept] = await listRuns(here().papers)
  expect(kept).toEqual(run)

  const back = await rollbackRun(here(), run.id)
  expect(back).toHaveLength(3)
  await workUntilIdle(here())
  expect(await picture()).toBe(before)
  expect((await listRuns(here().papers))[0]?.rolledBackAt).not.toBeNull()
})

it('goes back and forth paper by paper, with the history kept', async () => {
  const [, id] = await here().papers.ids()
  const [old, now] = await extractionsOf(here(), id!)
  expect([old?.isCurrent, now?.isCurrent]).toEqual([true, false])
  const before = await picture()
  expect(await rollbackPaper(here(), id!, now!.id)).toEqual({ paper: id, from: old!.id, to: now!.id })
  await workUntilIdle(here())
  expect(await picture()).not.toBe(before)
  expect(await rollbackPaper(here(), id!)).toEqual({ paper: id, from: now!.id, to: old!.id })
  await workUntilIdle(here())
  expect(await picture()).toBe(before)
  await expect(rollbackPaper(here(), id!, '0123456789abcdef')).rejects.toThrow(RollbackError)
  await expect(rollbackRun(here(), '20200101-000000-abcd')).rejects.toThrow(/no extraction run/)
})

it('goes on with a run that was cut off and tells the whole of it', async () => {
  const id = '20260102-030405-abcd'
  const stop = new AbortController()
  const options = { scope: 'outdated', id, answers: false, signal: stop.signal } as const
  await reextract(here(), { ...options, onPaper: (done) => done === 1 && stop.abort() })
  const rest = await reextract(here(), { scope: 'outdated', id, answers: false })
  expect(rest.changed).toHaveLength(3)
  expect(rest.total).toEqual({ added: 0, lost: 3, changed: 3 })
})
