/** Damage, backup, watching, stopping, and what an operator sees, on one embedded installation. */
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupError, backUp, restore } from '../../pipeline/backup/backup.ts'
import { moveInstallation } from '../../pipeline/backup/move-installation.ts'
import { parseConfig } from '../../pipeline/config.ts'
import { FolderInUseError } from '../../pipeline/data-folder-lock.ts'
import { type EnqueuedPaper, enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import { type Installation, openInstallation } from '../../pipeline/installation.ts'
import { examine } from '../../pipeline/operation/doctor.ts'
import { logEvent, openLog } from '../../pipeline/operation/log.ts'
import { openMetrics } from '../../pipeline/operation/metrics.ts'
import { checkReadiness } from '../../pipeline/operation/readiness.ts'
import { factsOfPaper, judgeFact } from '../../pipeline/review/review.ts'
import { watchFolder } from '../../pipeline/watch-folder.ts'
import { workUntilIdle, workUntilStopped } from '../../pipeline/work.ts'
import { graphPicture } from './graph-picture.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

let test: TestInstallation
let passing: string
const here = (): Installation => test.installation
const picture = async (): Promise<string> => graphPicture(await here().graph())

beforeAll(async () => {
  passing = mkdtempSync(join(tmpdir(), 'calcigraph-operation-'))
  test = await openTestInstallation()
  for (const age of [44, 55]) await enqueuePaper(here(), report({ age }), `at-${age}.txt`)
  await workUntilIdle(here())
  const [first] = await here().papers.ids()
  const [fact] = await factsOfPaper(here().papers, first!)
  await judgeFact(here(), fact!.id, { verdict: 'reject' })
  await workUntilIdle(here())
})
afterAll(async () => {
  await test?.close()
  rmSync(passing, { recursive: true, force: true })
})

describe('damage', () => {
  const truncate = (path: string): void => writeFileSync(path, readFileSync(path).subarray(0, 1_000))

  it('of the graph: set aside with a warning and made again as it was', async () => {
    const before = await picture()
    await here().close()
    truncate(join(test.folder, 'graph', 'graph'))
    await test.reopen()
    expect(await picture()).toBe(before)
    expect(here().warnings).toHaveLength(1)
    expect(here().warnings[0]).toMatch(/graph is damaged .* moved to .*graph\.damaged-\d{8}-\d{6}/)
    expect(readdirSync(test.folder).filter((name) => name.startsWith('graph.damaged-'))).toHaveLength(1)
  })

  it('of the graph by flipped bits: found and mended', async () => {
    const before = await picture()
    await here().close()
    const path = join(test.folder, 'graph', 'graph')
    const bytes = readFileSync(path)
    for (let at = 50; at < bytes.length; at += 97) bytes[at]! ^= 0x10
    writeFileSync(path, bytes)
    await test.reopen()
    expect(await picture()).toBe(before)
    expect(here().warnings).toHaveLength(1)
  })

  it('of the queue: set aside, and papers on their way are queued again', async () => {
    const { paper } = await enqueuePaper(here(), report({ age: 66 }), 'waiting.txt')
    await test.reopen()
    await here().close()
    const base = join(test.folder, 'queue', 'base')
    for (const folder of readdirSync(base))
      for (const file of readdirSync(join(base, folder))) {
        const path = join(base, folder, file)
        const bytes = readFileSync(path)
        for (let at = 30; at < bytes.length; at += 501) bytes[at]! ^= 0x04
        writeFileSync(path, bytes)
      }
    await test.reopen()
    expect(await workUntilIdle(here())).toMatchObject({ written: 1 })
    expect(here().warnings[0]).toMatch(/queue is damaged .* moved to .*queue\.damaged-/)
    expect((await here().papers.state(paper)).extraction).not.toBeNull()
  })
})

describe('backup', () => {
  it('gives back everything in an empty place, and goes on with what was on its way', async () => {
    await enqueuePaper(here(), report({ age: 77 }), 'on-its-way.txt')
    const file = join(passing, 'all.tgz')
    const made = await backUp(here().papers, file)
    expect(made).toMatchObject({ file, papers: 4 })
    await workUntilIdle(here())
    const other = await openTestInstallation()
    try {
      expect(await restore(other.installation, file)).toMatchObject({ papers: 3, without: 1, queued: 1 })
      await workUntilIdle(other.installation)
      expect(await graphPicture(await other.installation.graph())).toBe(await picture())
      await expect(restore(other.installation, file)).rejects.toThrow(/papers at .* already/)
    } finally {
      await other.close()
    }
  })

  it('refuses what is no whole backup, and leaves nothing behind', async () => {
    const other = await openTestInstallation()
    try {
      const cut = join(passing, 'cut.tgz')
      const whole = readFileSync(join(passing, 'all.tgz'))
      writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * 0.6)))
      const text = join(passing, 'text.tgz')
      writeFileSync(text, 'no archive')
      for (const file of [cut, text, join(passing, 'nowhere.tgz')])
        await expect(restore(other.installation, file)).rejects.toThrow(BackupError)
      expect(await other.installation.papers.ids()).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('moves an installation elsewhere and loses nothing', async () => {
    const waiting = await enqueuePaper(here(), report({ age: 88 }), 'moving.txt')
    const other = await openTestInstallation()
    try {
      const moved = await moveInstallation(here().papers, other.installation)
      expect(moved.queued).toBe(1)
      await workUntilIdle(other.installation)
      await workUntilIdle(here())
      expect(await graphPicture(await other.installation.graph())).toBe(await picture())
      expect((await other.installation.papers.state(waiting.paper)).extraction).not.toBeNull()
    } finally {
      await other.close()
    }
  })
})

describe('watching a folder', () => {
  it('takes whole reports, leaves unfinished ones until they are whole, and passes over the rest', async () => {
    const inbox = join(passing, 'inbox')
    mkdirSync(inbox)
    writeFileSync(join(inbox, 'there-before.txt'), report({ age: 31 }))
    const taken: EnqueuedPaper[] = []
    const watch = watchFolder(here(), inbox, {
      settledMs: 60,
      patienceMs: 20_000,
      onPaper: (paper) => taken.push(paper),
    })
    await watch.ready
    const names = (): string[] => taken.map(({ file }) => file).sort()
    const until = async (wanted: number): Promise<void> => {
      while (taken.length < wanted) await new Promise((resolve) => setTimeout(resolve, 30))
    }
    await until(1)
    for (const name of ['.hidden.pdf', 'x.pdf.part', 'notes.docx']) writeFileSync(join(inbox, name), 'no report')
    const slow = join(inbox, 'slow.pdf')
    writeFileSync(slow, '%PDF-1.7\nfirst half\n')
    writeFileSync(join(inbox, 'quick.txt'), report({ age: 32 }))
    await until(2)
    expect(names()).toEqual(['quick.txt', 'there-before.txt'])
    appendFileSync(slow, 'second half\n%%EOF\n')
    await until(3)
    expect(names()).toEqual(['quick.txt', 'slow.pdf', 'there-before.txt'])
    expect(await here().papers.bytes(taken.at(-1)!.paper)).toHaveLength(20 + 18)
    copyFileSync(join(inbox, 'quick.txt'), join(inbox, 'copy.txt'))
    await until(4)
    expect(taken.at(-1)).toMatchObject({ file: 'copy.txt', note: 'already known as quick.txt' })
    await watch.close()
    await workUntilIdle(here())
  })
})

describe('an operator', () => {
  it('stops the work in order', async () => {
    const stop = new AbortController()
    await enqueuePaper(here(), report({ age: 91 }), 'last.txt')
    const summary = await workUntilStopped(here(), {
      signal: stop.signal,
      onEvent: ({ type, step }) => type === 'completed' && step === 'write' && stop.abort(),
    })
    expect(summary.written).toBe(1)
    expect(await (await here().queue()).isIdle()).toBe(true)
  })

  it('scrapes figures of jobs, queue and facts', async () => {
    const metrics = openMetrics(here())
    await enqueuePaper(here(), report({ age: 92 }), 'counted.txt')
    await enqueuePaper(here(), new TextEncoder().encode('%PDF-1.7 broken'), 'broken.pdf')
    await workUntilIdle(here(), { onEvent: (event) => metrics.count(event) })
    const text = await metrics.text()
    expect(text).toContain('calcigraph_job_tries_total{step="write",outcome="completed"} 1')
    expect(text).toMatch(/calcigraph_job_failures_total\{step="read",reason="[a-z-]+"\} 1/)
    expect(text).toMatch(/calcigraph_job_seconds_count\{step="extract"\} 1/)
    expect(text).toMatch(/calcigraph_jobs\{step="read",state="failed"\} [1-9]/)
    expect(text).toContain('calcigraph_queue_lag_seconds{step="read"} 0')
    expect(text).toMatch(/calcigraph_facts\{kind="deposit"\} [1-9]/)
    expect(text).toContain('calcigraph_up{store="graph"} 1')
  })

  it('reads one JSON line for each event, with job and paper', () => {
    const lines: string[] = []
    const log = openLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) })
    const event = { step: 'read', job: 'read-1', paper: 'sha256:1', file: 'a.pdf', durationMs: 12.4 } as const
    logEvent(log, { ...event, type: 'started', note: null, code: null })
    logEvent(log, { ...event, type: 'failed', note: 'a.pdf is cut off.', code: 'damaged' })
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        level: 50,
        job: 'read-1',
        paper: 'sha256:1',
        code: 'damaged',
        durationMs: 12,
        msg: 'read failed: a.pdf is cut off.',
      },
    ])
  })

  it('sees whether each store answers', async () => {
    const readiness = await checkReadiness(here())
    expect(readiness).toEqual({
      isReady: true,
      parts: ['papers', 'queue', 'graph'].map((part) => ({ part, isReady: true, problem: null })),
    })
    const down = { ...here(), graph: () => Promise.reject(new Error('the graph is down')) }
    expect((await checkReadiness(down as Installation)).parts[2]).toMatchObject({ problem: 'the graph is down' })
    const hangs = { ...here(), queue: () => new Promise<never>(() => {}) }
    expect((await checkReadiness(hangs as Installation, 20)).parts[1]?.problem).toMatch(/no answer/)
  })

  it('is told who owns the folder, and what the doctor found', async () => {
    const config = parseConfig({}, { data: test.folder })
    await expect(openInstallation(config)).rejects.toThrow(FolderInUseError)
    await expect(openInstallation(config)).rejects.toThrow(new RegExp(`in use by process ${process.pid} on `))
    const [stores] = (await examine(config)).filter(({ check }) => check === 'stores')
    expect(stores?.message).toContain(`process ${process.pid}`)
    await here().close()
    const findings = await examine(config)
    await test.reopen()
    expect(findings.filter(({ state }) => state === 'failed')).toEqual([])
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'node',
        'configuration',
        'data folder',
        'disk',
        'papers',
        'queue',
        'graph',
        'extractions',
      ]),
    )
    expect(findings.find(({ check }) => check === 'queue')).toMatchObject({ state: 'warning' })
  })
})
