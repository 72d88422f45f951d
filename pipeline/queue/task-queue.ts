/** The queue of tasks that concern the whole store (re-extraction at night and the like) and its schedulers. */
import type { Job, JobSchedulerJson, Queue, Worker } from 'bullmq'
import type { QueueBackend } from './backend.ts'

/** When a task is due: a cron pattern (with its time zone) or a fixed interval. */
export type Rhythm = { readonly pattern: string; readonly timeZone: string } | { readonly everyMs: number }

export interface Scheduler {
  readonly id: string
  readonly task: string
  readonly rhythm: Rhythm
  /** Milliseconds since 1970; null where none is due. */
  readonly nextAt: number | null
}

export interface TaskRun {
  readonly id: string
  readonly task: string
  /** Which schedule made it; null where a person did. */
  readonly schedule: string | null
  /** When it was queued, in milliseconds since 1970. */
  readonly queuedAt: number
  readonly finishedAt: number | null
  readonly state: string
  readonly reason: string | null
}

export interface TaskQueue {
  readonly queue: Queue
  schedulers(): Promise<readonly Scheduler[]>
  /** Makes or changes the scheduler; of each id there is one. @throws Error for a pattern that is none */
  schedule(id: string, task: string, rhythm: Rhythm): Promise<void>
  /** False where there was none. */
  unschedule(id: string): Promise<boolean>
  /** Is the run that the scheduler waits for really there? Without it the scheduler stands still for good. */
  isAlive(scheduler: Scheduler): Promise<boolean>
  /** Queues the task to run now; returns the id of the run. */
  runNow(task: string, schedule: string | null): Promise<string>
  runs(limit?: number): Promise<readonly TaskRun[]>
  /** Works tasks one at a time until `stop`. */
  startWorker(run: (task: string, run: TaskRun) => Promise<unknown>, lockMs: number): { stop(): Promise<void> }
  close(): Promise<void>
}

const KEEP = { removeOnComplete: { count: 200 }, removeOnFail: { count: 200 } } as const
const STATES = ['active', 'waiting', 'prioritized', 'delayed', 'failed', 'completed'] as const
const NAME = 'task'

interface TaskData {
  readonly version: 1
  readonly schedule: string | null
}

export function openTaskQueue(backend: QueueBackend): TaskQueue {
  const options = { connection: backend.connection, prefix: backend.prefix }
  const queue = new backend.classes.Queue<TaskData>(NAME, options) as unknown as Queue<TaskData>
  queue.on('error', () => {})

  async function schedulers(): Promise<readonly Scheduler[]> {
    const found = await queue.getJobSchedulers(0, -1, true)
    return found.flatMap((each): Scheduler[] => {
      const rhythm = rhythmOf(each)
      return rhythm ? [{ id: each.key, task: each.name, rhythm, nextAt: each.next ?? null }] : []
    })
  }

  return {
    queue,
    schedulers,
    async schedule(id, task, rhythm) {
      const repeat = 'pattern' in rhythm ? { pattern: rhythm.pattern, tz: rhythm.timeZone } : { every: rhythm.everyMs }
      await queue.upsertJobScheduler(id, repeat, { name: task, data: { version: 1, schedule: id }, opts: KEEP })
    },
    unschedule: (id) => queue.removeJobScheduler(id),
    async isAlive({ id, nextAt }) {
      if (nextAt === null) return false
      const job = await queue.getJob(`repeat:${id}:${nextAt}`)
      const state = await job?.getState()
      // while it runs the next one is made already, or will be at its end
      return state === 'delayed' || state === 'waiting' || state === 'prioritized' || state === 'active'
    },
    async runNow(task, schedule) {
      const job = await queue.add(task, { version: 1, schedule }, KEEP)
      return job.id ?? ''
    },
    async runs(limit = 50) {
      const runs: TaskRun[] = []
      for (const state of STATES)
        for (const job of await queue.getJobs([state], 0, limit - 1, false)) if (job) runs.push(runOf(job, state))
      return runs.sort((one, other) => other.queuedAt - one.queuedAt).slice(0, limit)
    },
    startWorker(run, lockMs) {
      const worker = new backend.classes.Worker<TaskData>(
        NAME,
        async (job) => void (await run(job.name, runOf(job as unknown as Job<TaskData>, 'active'))),
        { ...options, concurrency: 1, lockDuration: lockMs, stalledInterval: lockMs, maxStalledCount: 12 },
      ) as unknown as Worker<TaskData>
      worker.on('error', () => {})
      return { stop: () => worker.close() }
    },
    close: () => queue.close(),
  }
}

function rhythmOf({ pattern, every, tz }: JobSchedulerJson): Rhythm | null {
  if (pattern) return { pattern, timeZone: tz ?? 'UTC' }
  return every ? { everyMs: Number(every) } : null
}

function runOf(job: Job<TaskData>, state: string): TaskRun {
  return {
    id: job.id ?? '',
    task: job.name,
    schedule: job.data?.schedule ?? null,
    queuedAt: job.timestamp,
    finishedAt: job.finishedOn ?? null,
    state,
    reason: job.failedReason || null,
  }
}
