/** Extraction in the children: the same records, and a limit of its own on time and memory. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../corpus/document.ts'
import { readReport } from '../../corpus/read-report.ts'
import { extractRecord } from '../../extractors/extract.ts'
import { enqueueKnown, enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import {
  type ExtractionPool,
  type ExtractionPoolOptions,
  openExtractionPool,
} from '../../pipeline/extraction/extraction-pool.ts'
import { listingOf } from '../../pipeline/list-papers.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

/** Sound sentences, far too many of them. */
function endlessReport(): Uint8Array {
  const one = new TextDecoder().decode(report({ age: 61 }))
  return new TextEncoder().encode(`A very long report\n\n${one.repeat(5_000)}`)
}

describe('a pool for extractions', () => {
  let pool: ExtractionPool
  let document: Document
  async function withPool<T>(options: ExtractionPoolOptions, use: () => Promise<T>): Promise<T> {
    pool = openExtractionPool(options)
    return use().finally(() => pool.close())
  }
  beforeAll(async () => {
    document = await readReport(report(), 'elbow.txt')
  })

  it('extracts what is extracted in process', async () => {
    await withPool({}, async () => {
      expect(JSON.stringify(await pool.extract(document))).toBe(JSON.stringify(extractRecord(document)))
    })
  })

  it('gives up an extraction that takes too long', async () => {
    // not even the start of the child
    await withPool({ timeoutMs: 1 }, async () => {
      const message =
        'elbow.txt was not extracted within 0 s and was given up; look whether its text is that of a report.'
      await expect(pool.extract(document)).rejects.toMatchObject({ code: 'timed-out', permanent: true, message })
    })
  })

  it('gives up an extraction that needs too much memory', async () => {
    await withPool({ maxResidentMb: 30 }, async () => {
      await expect(pool.extract(document)).rejects.toMatchObject({ code: 'out-of-memory', permanent: true })
    })
  })

  it('says what broke, and goes on', async () => {
    await withPool({}, async () => {
      const broken = { ...document, blocks: null } as unknown as Document
      await expect(pool.extract(broken)).rejects.toMatchObject({ code: 'extraction-failed', permanent: true })
      expect((await pool.extract(document)).cases).toHaveLength(1)
    })
  })

  it('tells a crash, which may pass, from what can not', async () => {
    await withPool({}, async () => {
      const asked = pool.extract(document)
      await Promise.all([
        expect(asked).rejects.toMatchObject({ code: 'extractor-crashed', permanent: false }),
        pool.close(),
      ])
    })
  })
})

describe('a text that is made to be slow', () => {
  let test: TestInstallation
  beforeAll(async () => {
    // one child: the paper behind the slow one needs it, too
    test = await openTestInstallation({ CALCIGRAPH_EXTRACT_TIMEOUT_MS: '4000', CALCIGRAPH_READERS: '1' })
  })
  afterAll(() => test?.close())

  it('costs its own job only, with the reason kept until the rules change', async () => {
    const { installation } = test
    const slow = await enqueuePaper(installation, endlessReport(), 'slow.txt')
    const next = await enqueuePaper(installation, report(), 'next.txt')
    const summary = await workUntilIdle(installation)
    const reason = 'slow.txt was not extracted within 4 s and was given up; look whether its text is that of a report.'
    expect(summary).toMatchObject({ written: 1, failed: 1, failures: [{ file: 'slow.txt', step: 'extract', reason }] })
    expect(await listingOf(installation.papers, slow.paper)).toMatchObject({ state: 'failed', note: reason })
    expect(await listingOf(installation.papers, next.paper)).toMatchObject({ state: 'extracted', cases: 1 })
    expect(await enqueueKnown(installation, slow.paper)).toMatchObject({ outcome: 'failed', note: reason })
    const tomorrow = await test.reopen({ steps: (own) => ({ ...own, extractionFingerprint: () => 'tomorrow' }) })
    expect(await enqueueKnown(tomorrow, slow.paper)).toMatchObject({ outcome: 'queued' })
  })
})
