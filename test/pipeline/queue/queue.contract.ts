/** What every queue backend must do; run on the embedded one, on Redis, and whatever comes after them. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueuePlace, RetryPolicy } from '../../../pipeline/config.ts'
import type { JobData, Step } from '../../../pipeline/queue/job.ts'
import { openPaperQueue, type PaperQueue } from '../../../pipeline/queue/paper-queue.ts'
import { startTrimming } from '../../../pipeline/queue/trim-completed.ts'
import { type JobEvent, startWorkers, type WorkerOptions, type Workers } from '../../../pipeline/queue/workers.ts'
import type { StepResult } from '../../../pipeline/run-document.ts'

const RETRY: RetryPolicy = { attempts: 3, firstPauseMs: 20, longestPauseMs: 100 }

export interface QueueUnderTest {
  readonly name: string
  readonly place: () => QueuePlace
  readonly skip: string | null
}

export function jobFor(file: string, urgency: JobData['urgency'] = 'ingest'): JobData {
  const paper = `sha256:${createHash('sha256').update(file).update(randomUUID()).digest('hex')}`
  return { version: 1, paper, file, urgency }
}

const NEXT: Readonly<Record<Step, StepResult>> = {
  read: { next: 'extract', version: 'x1' },
  extract: { next: 'write', version: 'r1' },
  write: { next: null, done: 'written', note: 'written' },
}

class PermanentError extends Error {
  readonly permanent = true
  readonly code = 'damaged'
}

export function queueContract({ name, place, skip }: QueueUnderTest): void {
  describe.skipIf(skip !== null)(`queue on ${name}${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let queue: PaperQueue
    beforeAll(async () => {
      queue = await openPaperQueue(place(), RETRY)
    })
    afterAll(() => queue?.close())

    /** Works everything off with the given step function and returns what happened. */
    async function work(
      run: WorkerOptions['run'],
      options: Partial<WorkerOptions> = {},
      until: () => Promise<boolean> = () => queue.isIdle(),
    ): Promise<readonly JobEvent[]> {
      const events: JobEvent[] = []
      const workers = begin(run, { onEvent: (event) => events.push(event), ...options })
      while (!(await until())) await new Promise((resolve) => setTimeout(resolve, 20))
      await workers.stop()
      return events
    }

    function begin(run: WorkerOptions['run'], options: Partial<WorkerOptions> = {}): Workers {
      return startWorkers(queue, {
        concurrency: { read: 2, extract: 1, write: 2 },
        lockMs: 5_000,
        backPressure: 100,
        run,
        failed: async () => {},
        onEvent: () => {},
        ...options,
      })
    }

    it('takes a paper through read, extract and write, each once', async () => {
      const jobs = Array.from({ length: 12 }, (_, index) => jobFor(`paper-${index}.pdf`))
      for (const job of jobs) expect(await queue.put('read', job, 'v1')).toBe('queued')
      const steps = new Map<string, Step[]>()
      const events = await work(async (step, { paper }) => {
        steps.set(paper, [...(steps.get(paper) ?? []), step])
        return NEXT[step]
      })
      expect([...steps.keys()].sort()).toEqual(jobs.map(({ paper }) => paper).sort())
      for (const taken of steps.values()) expect(taken).toEqual(['read', 'extract', 'write'])
      expect(events.filter(({ type }) => type === 'completed')).toHaveLength(36)
    })

    it('queues the same work once, and again only when it is asked for after the end', async () => {
      const job = jobFor('same.pdf')
      expect(await queue.put('write', job, 'r1')).toBe('queued')
      expect(await queue.put('write', job, 'r1')).toBe('pending')
      expect(await queue.isPending('write', job.paper, 'r1')).toBe(true)
      expect(await queue.put('write', job, 'r2')).toBe('queued')
      let runs = 0
      const run = async (): Promise<StepResult> => {
        runs += 1
        return NEXT.write
      }
      await work(run)
      expect(runs).toBe(2)
      expect(await queue.isPending('write', job.paper, 'r1')).toBe(false)
      expect(await queue.put('write', job, 'r1')).toBe('queued')
      await work(run)
      expect(runs).toBe(3)
    })

    it('tries again what may pass, with the reason kept', async () => {
      const job = jobFor('store-was-down.pdf')
      await queue.put('write', job, 'r1')
      let tries = 0
      const events = await work(async () => {
        tries += 1
        if (tries < 3) throw new Error('the graph does not answer')
        return NEXT.write
      })
      expect(tries).toBe(3)
      expect(events.map(({ type }) => type)).toEqual([
        'started',
        'retrying',
        'started',
        'retrying',
        'started',
        'completed',
      ])
      expect(events[1]?.note).toBe('the graph does not answer')
    })

    it('gives up after the last try, and a retry starts afresh', async () => {
      const job = jobFor('never.pdf')
      await queue.put('write', job, 'r1')
      let tries = 0
      const failures: string[] = []
      await work(
        async () => {
          tries += 1
          throw new Error('still down')
        },
        { failed: async (step, data, error) => void failures.push(`${step} ${data.file}: ${error.message}`) },
      )
      expect(tries).toBe(3)
      expect(failures).toEqual(['write never.pdf: still down'])
      const [failed] = await queue.list({ states: ['failed'], steps: ['write'] })
      expect(failed).toMatchObject({ paper: job.paper, state: 'failed', attempts: 3, reason: 'still down' })
      expect(await queue.retry([failed!.id])).toEqual([failed!.id])
      await work(async () => NEXT.write)
      expect(await queue.list({ states: ['failed'] })).toEqual([])
      expect((await queue.show(failed!.id))?.state).toBe('completed')
    })

    it('does not try again what can not pass', async () => {
      const job = jobFor('damaged.pdf')
      await queue.put('read', job, 'v1')
      let tries = 0
      const events = await work(async () => {
        tries += 1
        throw new PermanentError('damaged.pdf is cut off; fetch the report again.')
      })
      expect(tries).toBe(1)
      expect(events.at(-1)).toMatchObject({ type: 'failed', code: 'damaged', file: 'damaged.pdf' })
      const [failed] = await queue.list({ states: ['failed'] })
      expect(failed?.reason).toBe('damaged.pdf is cut off; fetch the report again.')
      expect(await queue.forget(job.paper)).toBe(1)
      expect(await queue.show(failed!.id)).toBeNull()
    })

    it('serves a person before a backfill', async () => {
      const order = ['backfill', 'ingest', 'upload'] as const
      for (const urgency of order)
        for (const n of [1, 2]) await queue.put('write', jobFor(`${urgency}-${n}`, urgency), 'r1')
      const served: string[] = []
      await work(
        async (_, { file }) => {
          served.push(file)
          return NEXT.write
        },
        { concurrency: { read: 1, extract: 1, write: 1 } },
      )
      expect(served).toEqual(['upload-1', 'upload-2', 'ingest-1', 'ingest-2', 'backfill-1', 'backfill-2'])
    })

    it('holds the step before when the next one is slow', async () => {
      const jobs = Array.from({ length: 12 }, (_, index) => jobFor(`slow-${index}.pdf`))
      for (const job of jobs) await queue.put('extract', job, 'x1')
      let most = 0
      await work(
        async (step) => {
          if (step === 'write') {
            const { waiting, prioritized } = (await queue.counts()).write
            most = Math.max(most, waiting + prioritized)
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
          return NEXT[step]
        },
        { backPressure: 3, concurrency: { read: 1, extract: 2, write: 1 } },
      )
      // two extractions may look at the same moment
      expect(most).toBeLessThanOrEqual(4)
      expect(most).toBeGreaterThan(0)
    })

    it('fails a job whose data no worker can understand', async () => {
      const good = jobFor('door.pdf')
      await expect(queue.put('read', { ...good, paper: 'sha256:short' }, 'v1')).rejects.toThrow(/paper/)
      await queue.queueOf('write').add('write', { ...good, version: 99 } as unknown as JobData, {
        jobId: `write-${good.paper.slice(7)}-r1`,
        attempts: 3,
      })
      let tries = 0
      await work(async () => {
        tries += 1
        return NEXT.write
      })
      expect(tries).toBe(0)
      const [failed] = await queue.list({ states: ['failed'] })
      expect(failed?.reason).toMatch(/version/)
      await queue.forget(good.paper)
    })

    it('lets running jobs end when it stops, and takes no more', async () => {
      for (const n of [1, 2, 3]) await queue.put('write', jobFor(`stop-${n}.pdf`), 'r1')
      const ended: string[] = []
      let begun: () => void = () => {}
      const firstBegan = new Promise<void>((resolve) => {
        begun = resolve
      })
      const workers = begin(
        async (_, { file }) => {
          begun()
          await new Promise((resolve) => setTimeout(resolve, 100))
          ended.push(file)
          return NEXT.write
        },
        { concurrency: { read: 1, extract: 1, write: 1 } },
      )
      await firstBegan
      await workers.stop()
      expect(ended).toEqual(['stop-1.pdf'])
      const { active, prioritized } = (await queue.counts()).write
      expect({ active, prioritized }).toEqual({ active: 0, prioritized: 2 })
      await work(async () => NEXT.write)
    })

    it('hands back what needs longer than the grace time', async () => {
      const job = jobFor('long.pdf')
      await queue.put('write', job, 'r1')
      let begun: () => void = () => {}
      const began = new Promise<void>((resolve) => {
        begun = resolve
      })
      let end: () => void = () => {}
      const events: JobEvent[] = []
      const workers = begin(
        () => {
          begun()
          return new Promise((resolve) => {
            end = () => resolve(NEXT.write)
          })
        },
        { onEvent: (event) => events.push(event) },
      )
      await began
      await workers.stop(10)
      end()
      expect(events.map(({ type }) => type)).toEqual(['started'])
      expect((await queue.counts()).write).toMatchObject({ active: 0, failed: 0 })
      expect(await queue.isPending('write', job.paper, 'r1')).toBe(true)
      const again = await work(async () => NEXT.write)
      expect(again.at(-1)).toMatchObject({ type: 'completed', paper: job.paper })
    })

    it('tells others what happens to a job', async () => {
      const news: string[] = []
      const job = jobFor('watched.pdf')
      const stop = await queue.watch(({ type, step, paper }) => paper === job.paper && news.push(`${step} ${type}`))
      await queue.put('extract', job, 'x1')
      await work(async (step) => NEXT[step])
      while (!news.includes('write completed')) await new Promise((resolve) => setTimeout(resolve, 20))
      await stop()
      expect(news).toEqual(expect.arrayContaining(['extract active', 'extract completed', 'write completed']))
    })

    it('keeps the newest completed jobs of each step, and every failed one', async () => {
      const failed = jobFor('kept.pdf')
      await queue.put('read', failed, 'v1')
      await work(async () => {
        throw new PermanentError('kept.pdf is cut off')
      })
      const papers: string[] = []
      for (let index = 0; index < 12; index += 1) {
        const job = jobFor(`old-${index}.pdf`)
        papers.push(job.paper)
        await queue.put('write', job, 'r1')
        await work(async () => NEXT.write)
      }
      const trimming = startTrimming(queue, 5, 2)
      trimming.completed()
      await trimming.ended()
      const kept = await queue.list({ states: ['completed'], steps: ['write'] })
      expect(kept.map(({ paper }) => paper).sort()).toEqual(papers.slice(-5).sort())
      expect((await queue.counts()).read.failed).toBe(1)
      await queue.forget(failed.paper)
    })

    it('answers while it is there', async () => {
      await expect(queue.ping()).resolves.toBeUndefined()
      expect(await queue.isIdle()).toBe(true)
    })
  })
}
