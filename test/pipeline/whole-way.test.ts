/** Papers through store, queue and graph of one embedded installation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRecord } from '../../pipeline/current-record.ts'
import { enqueueKnown, enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import type { Installation } from '../../pipeline/installation.ts'
import { listPapers } from '../../pipeline/list-papers.ts'
import { rebuildGraph } from '../../pipeline/rebuild.ts'
import { removePaper } from '../../pipeline/remove-paper.ts'
import { requeueUnfinished } from '../../pipeline/requeue-unfinished.ts'
import {
  countByRule,
  exportReviewed,
  factsOfPaper,
  type JudgedFact,
  judgeFact,
  nextForReview,
  ReviewError,
} from '../../pipeline/review/review.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { graphPicture } from './graph-picture.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

let test: TestInstallation
const here = (): Installation => test.installation
const picture = async (): Promise<string> => graphPicture(await here().graph())

beforeAll(async () => {
  test = await openTestInstallation()
})
afterAll(() => test?.close())

async function resultInGraph(paper: string): Promise<unknown> {
  const rows = await (await here().graph()).read(
    'MATCH (:Paper {id: $paper})-[:REPORTS]->(:Case)-[:HAS_SEROLOGY]->(s:Serology)-[:OF]->(a:Antibody) ' +
      'RETURN a.label AS antibody, s.result AS result ORDER BY antibody',
    { paper },
  )
  return Object.fromEntries(rows.map(({ antibody, result }) => [antibody, result]))
}

describe('papers on their way', () => {
  it('come in, are worked off and show in the graph', async () => {
    const { paper, outcome } = await enqueuePaper(here(), report(), 'elbow.txt')
    expect(outcome).toBe('queued')
    const summary = await workUntilIdle(here())
    expect(summary).toMatchObject({ completed: 3, written: 1, failed: 0, failures: [] })
    expect(await resultInGraph(paper)).toEqual({
      'anti-centromere antibody': 'positive',
      'anti-topoisomerase I antibody': 'negative',
    })
    expect(await listPapers(here().papers)).toMatchObject([{ id: paper, state: 'extracted', cases: 1 }])
  })

  it('make no work when they come again', async () => {
    expect(await enqueuePaper(here(), report(), 'copy-of-elbow.txt')).toMatchObject({
      outcome: 'known',
      note: 'already known as elbow.txt',
    })
    expect(await workUntilIdle(here())).toMatchObject({ completed: 0 })
  })

  it('are one publication where DOI and title are the same', async () => {
    const doi = '10.1234/calc.2020.17'
    const title = 'A large deposit of the right elbow in systemic sclerosis'
    const first = await enqueuePaper(here(), report({ age: 61, doi, title }), 'publisher.txt')
    await workUntilIdle(here())
    const second = await enqueuePaper(here(), report({ age: 61, doi, title, titre: 320 }), 'repository.txt')
    const summary = await workUntilIdle(here())
    expect(summary).toMatchObject({ known: 1, written: 0 })
    expect(await enqueueKnown(here(), second.paper)).toMatchObject({
      outcome: 'known',
      note: `already known as publisher.txt (doi:${doi})`,
    })
    expect(await resultInGraph(second.paper)).toEqual({})
    const other = await enqueuePaper(
      here(),
      report({ age: 33, doi, title: 'Correction to the size of another deposit, with a case' }),
      'neighbour.txt',
    )
    expect(await workUntilIdle(here())).toMatchObject({ known: 0, written: 1 })
    expect(await resultInGraph(other.paper)).not.toEqual({})
    for (const { paper } of [first, second, other]) expect(await removePaper(here(), paper)).toBe(true)
  })

  it('are remembered with the reason where they can not be read', async () => {
    const { paper } = await enqueuePaper(here(), new TextEncoder().encode('%PDF-1.7\nnothing more'), 'cut-off.pdf')
    const summary = await workUntilIdle(here())
    expect(summary.failures).toMatchObject([{ file: 'cut-off.pdf', step: 'read' }])
    const [listing] = (await listPapers(here().papers)).filter(({ id }) => id === paper)
    expect(listing).toMatchObject({ state: 'failed', note: summary.failures[0]?.reason })
    expect(await enqueueKnown(here(), paper)).toMatchObject({ outcome: 'failed', note: listing?.note })
    expect(await enqueueKnown(here(), paper, { retry: true })).toMatchObject({ outcome: 'queued' })
    await workUntilIdle(here())
    expect(await removePaper(here(), paper)).toBe(true)
    expect(await removePaper(here(), paper)).toBe(false)
  })

  it('are queued again where queue and graph have forgotten them', async () => {
    const before = await picture()
    const ids = await here().papers.ids()
    await (await here().graph()).clear()
    expect(await requeueUnfinished(here())).toEqual({ papers: ids.length, queued: ids.length })
    await workUntilIdle(here())
    await (await here().graph()).ensureSchema()
    expect(await picture()).toBe(before)
    expect(await requeueUnfinished(here())).toEqual({ papers: ids.length, queued: 0 })
  })

  it('leave nothing in the graph when they are removed, and come back as they were', async () => {
    const before = await picture()
    const { paper } = await enqueuePaper(here(), report({ age: 70 }), 'passing.txt')
    await workUntilIdle(here())
    expect(await picture()).not.toBe(before)
    await removePaper(here(), paper)
    expect(await picture()).toBe(before)
    await enqueuePaper(here(), report({ age: 70 }), 'passing.txt')
    expect(await workUntilIdle(here())).toMatchObject({ written: 1 })
    await removePaper(here(), paper)
  })
})

describe('review', () => {
  async function fact(about: string): Promise<JudgedFact> {
    const [id] = await here().papers.ids()
    const found = (await factsOfPaper(here().papers, id!)).find(({ value }) => value.label === about)
    if (!found) throw new Error(`no fact about ${about}`)
    return found
  }

  it('takes a rejected fact out of the graph, and brings it back when that is withdrawn', async () => {
    const before = await picture()
    const scl70 = await fact('anti-topoisomerase I antibody')
    await judgeFact(here(), scl70.id, { verdict: 'reject', reviewer: 'ann' })
    await workUntilIdle(here())
    expect(await resultInGraph(scl70.paper)).toEqual({ 'anti-centromere antibody': 'positive' })
    expect((await fact('anti-topoisomerase I antibody')).decision).toMatchObject({ verdict: 'reject', reviewer: 'ann' })
    await judgeFact(here(), scl70.id, { verdict: 'withdraw' })
    await workUntilIdle(here())
    expect(await picture()).toBe(before)
  })

  it('shows the corrected value and no longer the one that was read', async () => {
    const scl70 = await fact('anti-topoisomerase I antibody')
    await judgeFact(here(), scl70.id, { verdict: 'correct', correction: { result: 'equivocal' } })
    await workUntilIdle(here())
    expect(await resultInGraph(scl70.paper)).toMatchObject({ 'anti-topoisomerase I antibody': 'equivocal' })
  })

  it('refuses corrections that do not fit', async () => {
    const { id } = await fact('anti-topoisomerase I antibody')
    const correct = (correction: object) =>
      judgeFact(here(), id, { verdict: 'correct', correction: correction as Record<string, unknown> })
    await expect(correct({ colour: 'blue' })).rejects.toThrow(/no field "colour"/)
    await expect(correct({ evidence: [] })).rejects.toThrow(/no field "evidence"/)
    await expect(correct({ result: 3 })).rejects.toThrow(/holds a string, not a number/)
    await expect(correct({})).rejects.toThrow(ReviewError)
    await expect(judgeFact(here(), 'nowhere-1', { verdict: 'accept' })).rejects.toThrow(/no fact nowhere-1/)
  })

  it('survives a rebuild', async () => {
    const before = await picture()
    await rebuildGraph(here())
    expect(await picture()).toBe(before)
  })

  it('leads from fact to fact until the paper is gold, and counts each rule', async () => {
    const [id] = await here().papers.ids()
    expect(await exportReviewed(here().papers)).toEqual([])
    const seen = new Set<string>()
    for (;;) {
      const [next] = await nextForReview(here().papers, { paper: id! })
      if (!next) break
      expect(seen.has(next.id)).toBe(false)
      seen.add(next.id)
      await judgeFact(here(), next.id, { verdict: 'accept' })
    }
    await workUntilIdle(here())
    const [gold] = await exportReviewed(here().papers)
    expect(gold).toEqual(await currentRecord(here().papers, id!))
    const counts = await countByRule(here().papers)
    const judged = counts.reduce((sum, { accepted, rejected, corrected }) => sum + accepted + rejected + corrected, 0)
    expect(judged).toBe(seen.size + 1)
    const { rule } = await fact('anti-topoisomerase I antibody')
    expect(counts.find((count) => count.rule === rule)).toMatchObject({ corrected: 1, rejected: 0 })
  })
})
