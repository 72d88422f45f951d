/** The sample corpus, the whole way: what must hold of store, queue and graph on either set-up. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../corpus/document.ts'
import { packageFile } from '../../corpus/package-root.ts'
import { associate } from '../../graph/associate/associate.ts'
import type { Environment } from '../../pipeline/config.ts'
import { enqueueFiles } from '../../pipeline/enqueue-files.ts'
import { listPapers } from '../../pipeline/list-papers.ts'
import { rebuildGraph } from '../../pipeline/rebuild.ts'
import { type WorkSummary, workUntilIdle } from '../../pipeline/work.ts'
import { graphPicture } from './graph-picture.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

const REPORTS = packageFile('corpus/reports')
const files = readdirSync(REPORTS).filter((file) => /\.(pdf|txt|xml)$/.test(file))

/** `environment` names the servers; empty for the embedded engines. */
export function holdSampleCorpus(environment: Environment): void {
  let test: TestInstallation
  let summary: WorkSummary

  beforeAll(async () => {
    // recognising a scanned page takes long where the machine is busy with other tests
    test = await openTestInstallation({ CALCIGRAPH_READ_TIMEOUT_MS: '300000', ...environment })
    await (await test.installation.graph()).clear()
    summary = await ingestSamples()
  }, 600_000)
  afterAll(() => test?.close())

  async function ingestSamples(): Promise<WorkSummary> {
    const paths = files.map((file) => join(REPORTS, file))
    for await (const { error } of enqueueFiles(test.installation, paths)) if (error) throw error
    return workUntilIdle(test.installation)
  }

  describe('the sample corpus', () => {
    it('reaches the graph, every paper once', async () => {
      expect(summary.failures).toEqual([])
      expect(summary.written).toBe(files.length)
      const papers = await listPapers(test.installation.papers)
      expect(papers.map(({ file, state }) => `${file} ${state}`).sort()).toEqual(
        files.map((file) => `${file} extracted`).sort(),
      )
      const [row] = await (await test.installation.graph()).read('MATCH (p:Paper) RETURN count(p) AS papers')
      expect(row).toEqual({ papers: files.length })
    })

    it('is no work the second time', async () => {
      const before = await graphPicture(await test.installation.graph())
      expect(await ingestSamples()).toMatchObject({ completed: 0, written: 0, failed: 0 })
      expect(await graphPicture(await test.installation.graph())).toBe(before)
    })

    it('gives the same graph when that is made again from the records', async () => {
      const before = await graphPicture(await test.installation.graph())
      await rebuildGraph(test.installation)
      expect(await graphPicture(await test.installation.graph())).toBe(before)
    })

    it('has no fact without a quote that is the exact slice of the stored document', async () => {
      const graph = await test.installation.graph()
      const rows = await graph.read(
        'MATCH (p:Paper) MATCH (e:Evidence {paper: p.key}) RETURN p.id AS paper, e.start AS start, e.end AS end, e.quote AS quote',
        {},
        { maxRows: 1_000_000 },
      )
      expect(rows.length).toBeGreaterThan(1_000)
      const documents = new Map<string, Document | null>()
      const wrong = []
      for (const { paper, start, end, quote } of rows) {
        const id = String(paper)
        if (!documents.has(id)) documents.set(id, await test.installation.papers.document(id))
        if (documents.get(id)?.text.slice(Number(start), Number(end)) !== quote) wrong.push({ id, start, end, quote })
      }
      expect(wrong).toEqual([])
      const [bare] = await graph.read(
        'MATCH (f) WHERE (f:Serology OR f:Deposit OR f:Treatment OR f:Outcome OR f:Claim) AND NOT EXISTS { MATCH (f)-[:SUPPORTED_BY]->(:Evidence) } RETURN count(f) AS facts',
      )
      expect(bare).toEqual({ facts: 0 })
    })

    it('answers with patients and quotes', async () => {
      const graph = await test.installation.graph()
      const card = await associate(graph, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { members: 1_000 })
      const members = Object.values(card.cells).flat()
      expect(members.length).toBe(Object.values(card.table).reduce((sum, count) => sum + count, 0))
      expect(members.length).toBeGreaterThan(30)
      expect(members.filter(({ exposure, outcome }) => exposure.length === 0 || outcome.length === 0)).toEqual([])
    })
  })
}
