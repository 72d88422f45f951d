/** Schedules on every backend: through restart, double start, removal, return and change, one run per tick. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileBlobs } from '../../../corpus/store/file-blobs.ts'
import { openPaperStore } from '../../../corpus/store/paper-store.ts'
import type { CasePapers } from '../../../pipeline/case-papers.ts'
import type { Installation } from '../../../pipeline/installation.ts'
import { openPaperQueue, type PaperQueue } from '../../../pipeline/queue/paper-queue.ts'
import type { TaskRun } from '../../../pipeline/queue/task-queue.ts'
import {
  addSchedule,
  DEFAULT_SCHEDULES,
  listSchedules,
  reconcileSchedules,
  removeSchedule,
  runSchedule,
  type Schedule,
} from '../../../pipeline/schedule/schedules.ts'
import type { QueueUnderTest } from './queue.contract.ts'

const RETRY = { attempts: 2, firstPauseMs: 10, longestPauseMs: 20 }
const EVERY_SECOND: Schedule = { id: 'tick', task: 'requeue-unfinished', rhythm: { everyMs: 1_000 } }

export function scheduleContract({ name, place, skip }: QueueUnderTest): void {
  describe.skipIf(skip !== null)(`schedules on ${name}${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let folder: string
    let papers: CasePapers
    let queue: PaperQueue
    /** What schedules need of an installation. */
    const here = (): Installation => ({ papers, queue: async () => queue }) as unknown as Installation

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'calcigraph-schedules-'))
      papers = openPaperStore(openFileBlobs(folder))
      queue = await openPaperQueue(place(), RETRY)
    })
    afterAll(async () => {
      await queue?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    async function restart(): Promise<void> {
      await queue.close()
      queue = await openPaperQueue(place(), RETRY)
      await reconcileSchedules(papers, queue.tasks)
    }

    const begin = (runs: TaskRun[]) =>
      queue.tasks.startWorker(async (_, run) => {
        runs.push(run)
      }, 5_000)

    async function until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50))
    }

    /** A scheduled run's id ends in the time of its tick. */
    const ticks = (runs: readonly TaskRun[]): number[] =>
      runs.filter(({ id }) => id.startsWith('repeat:tick:')).map(({ id }) => Number(id.split(':').at(-1)))

    it('makes the default once and never again after its removal', async () => {
      await reconcileSchedules(papers, queue.tasks)
      expect((await listSchedules(here())).map(({ id }) => id)).toEqual(DEFAULT_SCHEDULES.map(({ id }) => id))
      expect((await listSchedules(here()))[0]?.nextAt).toMatch(/T02:30:00/)
      expect(await removeSchedule(here(), 'nightly-reextract')).toBe(true)
      expect(await removeSchedule(here(), 'nightly-reextract')).toBe(false)
      await restart()
      expect(await listSchedules(here())).toEqual([])
      expect(await queue.tasks.schedulers()).toEqual([])
    })

    it('runs once per tick with two workers, through a restart and a double start', async () => {
      const runs: TaskRun[] = []
      await addSchedule(here(), EVERY_SECOND)
      // two processes start at once and both bring the queue in order
      await Promise.all([reconcileSchedules(papers, queue.tasks), reconcileSchedules(papers, queue.tasks)])
      const workers = [begin(runs), begin(runs)]
      await until(() => ticks(runs).length >= 2)
      await Promise.all(workers.map((worker) => worker.stop()))
      const beforeRestart = ticks(runs).length
      await restart()
      expect(await queue.tasks.schedulers()).toHaveLength(1)
      const again = [begin(runs), begin(runs)]
      await until(() => ticks(runs).length >= beforeRestart + 2)
      await Promise.all(again.map((worker) => worker.stop()))
      const due = ticks(runs)
      expect(new Set(due).size).toBe(due.length)
      for (const tick of due) expect(tick % 1_000).toBe(due[0]! % 1_000)
    })

    it('follows a changed rhythm, and only that', async () => {
      const pattern = { pattern: '15 4 * * 1', timeZone: 'Europe/Berlin' }
      await addSchedule(here(), { ...EVERY_SECOND, rhythm: pattern })
      await restart()
      expect(await queue.tasks.schedulers()).toMatchObject([{ id: 'tick', rhythm: pattern }])
      const [{ nextAt } = { nextAt: null }] = await listSchedules(here())
      const local = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/Berlin',
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }).format(new Date(nextAt!))
      expect(local).toMatch(/Mon.*04:15/)
      const delayed = await queue.tasks.queue.getJobs(['delayed'])
      expect(delayed).toHaveLength(1)
    })

    it('comes back after removal as one scheduler that runs', async () => {
      const runs: TaskRun[] = []
      await removeSchedule(here(), 'tick')
      await addSchedule(here(), EVERY_SECOND)
      await removeSchedule(here(), 'tick')
      await addSchedule(here(), EVERY_SECOND)
      const worker = begin(runs)
      await until(() => ticks(runs).length >= 2)
      await worker.stop()
      expect(await queue.tasks.schedulers()).toHaveLength(1)
      expect(new Set(ticks(runs)).size).toBe(ticks(runs).length)
    })

    it('is mended where the queue lost its next run, its scheduler, or kept one that was removed', async () => {
      for (const job of await queue.tasks.queue.getJobs(['delayed', 'waiting', 'prioritized']))
        await job.remove().catch(() => {})
      await queue.tasks.unschedule('tick')
      await queue.tasks.schedule('ghost', 'requeue-unfinished', { everyMs: 60_000 })
      await restart()
      const [only, ...others] = await queue.tasks.schedulers()
      expect(others).toEqual([])
      expect(only?.id).toBe('tick')
      expect(await queue.tasks.isAlive(only!)).toBe(true)
    })

    it('runs at once when it is asked to', async () => {
      await addSchedule(here(), { ...EVERY_SECOND, rhythm: { everyMs: 3_600_000 } })
      const runs: TaskRun[] = []
      expect(await runSchedule(here(), 'nobody')).toBe(false)
      expect(await runSchedule(here(), 'tick')).toBe(true)
      const worker = begin(runs)
      await until(() => runs.some(({ id, schedule }) => schedule === 'tick' && !id.startsWith('repeat:')))
      await worker.stop()
    })

    it.each<[string, Schedule, RegExp]>([
      ['a name', { ...EVERY_SECOND, id: 'Every Second' }, /can not name a schedule/],
      ['a task', { ...EVERY_SECOND, task: 'make-coffee' as Schedule['task'] }, /no task "make-coffee"/],
      ['an interval', { ...EVERY_SECOND, rhythm: { everyMs: 10 } }, /at least 1 s/],
      ['a pattern', { ...EVERY_SECOND, rhythm: { pattern: 'often', timeZone: 'UTC' } }, /no cron pattern/],
      ['a field of it', { ...EVERY_SECOND, rhythm: { pattern: '61 25 * * *', timeZone: 'UTC' } }, /can not be set/],
      ['a time zone', { ...EVERY_SECOND, rhythm: { pattern: '0 3 * * *', timeZone: 'Mars/Base' } }, /no time zone/],
    ])('refuses %s that is none', async (_, schedule, message) => {
      const before = await listSchedules(here())
      await expect(addSchedule(here(), schedule)).rejects.toThrow(message)
      expect(await listSchedules(here())).toEqual(before)
    })
  })
}
