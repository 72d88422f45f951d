/** The queues of the three steps as one: what the program may ask of them, in its own terms. */
import type { Job, Queue } from 'bullmq'
import type { QueuePlace, RetryPolicy } from '../config.ts'
import type { QueueBackend } from './backend.ts'
import { type JobData, jobId, PRIORITY, parseJobData, STEPS, type Step } from './job.ts'
import { JOB_STATES, type JobDetail, type JobState, type JobSummary, summaryOf } from './job-summary.ts'
import { openBackend } from './open-backend.ts'
import { hearQueueNews, type JobNews } from './queue-news.ts'
import { openTaskQueue, type TaskQueue } from './task-queue.ts'

export type StepCounts = Readonly<Record<JobState, number>>

export interface JobFilter {
  readonly states?: readonly JobState[]
  readonly steps?: readonly Step[]
  readonly limit?: number
}

export interface PaperQueue {
  readonly backend: QueueBackend
  readonly retryPolicy: RetryPolicy
  readonly tasks: TaskQueue
  queueOf(step: Step): Queue<JobData>
  /**
   * Queues a step of a paper. `pending` where the same work waits or runs already; a finished job of the same id is
   * replaced: who calls knows that the work is needed again.
   */
  put(step: Step, data: JobData, version: string): Promise<'queued' | 'pending'>
  /** Is there a job for it that has not finished? */
  isPending(step: Step, paper: string, version: string): Promise<boolean>
  counts(): Promise<Readonly<Record<Step, StepCounts>>>
  /** Newest first. */
  list(filter?: JobFilter): Promise<readonly JobSummary[]>
  show(id: string): Promise<JobDetail | null>
  /** Failed jobs wait again; without ids all of them. Returns the ids it found. */
  retry(ids?: readonly string[]): Promise<readonly string[]>
  /** Takes away all jobs of a paper that do not run at the moment. */
  forget(paper: string): Promise<number>
  /** Hears of every job's changes, in whichever process they happen; resolves to a function that stops it. */
  watch(listener: (news: JobNews) => void): Promise<() => Promise<void>>
  /** Nothing waits, runs or is to be tried again. */
  isIdle(): Promise<boolean>
  ping(): Promise<void>
  close(): Promise<void>
}

/** Finished jobs stay to be looked at (`trimCompleted` bounds them); the truth about papers is in the paper store. */
const KEEP = { removeOnComplete: false, removeOnFail: false } as const
const UNFINISHED = ['active', 'waiting', 'prioritized', 'delayed'] as const satisfies readonly JobState[]

/** @throws QueueDownError */
export async function openPaperQueue(place: QueuePlace, retryPolicy: RetryPolicy): Promise<PaperQueue> {
  return paperQueueOn(await openBackend(place), retryPolicy)
}

export function paperQueueOn(backend: QueueBackend, retryPolicy: RetryPolicy): PaperQueue {
  const queues = new Map<Step, Queue<JobData>>(STEPS.map((step) => [step, openQueue(backend, step)] as const))
  const queueOf = (step: Step): Queue<JobData> => queues.get(step)!

  const tasks = openTaskQueue(backend)

  async function put(step: Step, data: JobData, version: string): Promise<'queued' | 'pending'> {
    const queue = queueOf(step)
    const id = jobId(step, data.paper, version)
    const existing = await queue.getJob(id)
    if (existing) {
      const state = await existing.getState()
      if (state !== 'completed' && state !== 'failed') return 'pending'
      // another process may have done the same a moment ago
      await existing.remove().catch(() => {})
    }
    await queue.add(step, parseJobData(data), {
      jobId: id,
      priority: PRIORITY[data.urgency],
      attempts: retryPolicy.attempts,
      backoff: { type: 'paced' },
      ...KEEP,
    })
    return 'queued'
  }

  async function counts(): Promise<Readonly<Record<Step, StepCounts>>> {
    const all = await Promise.all(
      STEPS.map(async (step) => [step, (await queueOf(step).getJobCounts(...JOB_STATES)) as StepCounts] as const),
    )
    return Object.fromEntries(all) as Record<Step, StepCounts>
  }

  async function list(filter: JobFilter = {}): Promise<readonly JobSummary[]> {
    const states = filter.states ?? JOB_STATES
    const limit = filter.limit ?? 100
    const found: JobSummary[] = []
    for (const step of filter.steps ?? STEPS)
      for (const state of states)
        for (const job of await queueOf(step).getJobs([state], 0, limit - 1, false))
          if (job) found.push(summaryOf(job, step, state))
    return found.sort((a, b) => b.queuedAt - a.queuedAt || (a.id < b.id ? -1 : 1)).slice(0, limit)
  }

  async function jobOf(id: string): Promise<{ job: Job<JobData>; step: Step } | null> {
    const step = STEPS.find((candidate) => id.startsWith(`${candidate}-`))
    const job = step && (await queueOf(step).getJob(id))
    return step && job ? { job, step } : null
  }

  async function show(id: string): Promise<JobDetail | null> {
    const found = await jobOf(id)
    if (!found) return null
    const { job, step } = found
    const state = (await job.getState()) as JobState
    const { logs } = await queueOf(step).getJobLogs(id)
    return { ...summaryOf(job, step, state), data: job.data, stack: job.stacktrace ?? [], log: logs }
  }

  async function retry(ids?: readonly string[]): Promise<readonly string[]> {
    const wanted = ids ?? (await list({ states: ['failed'], limit: 1_000_000 })).map(({ id }) => id)
    const retried: string[] = []
    for (const id of wanted) {
      const found = await jobOf(id)
      if (!found || (await found.job.getState()) !== 'failed') continue
      // a fresh start: all attempts again
      await found.job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
      retried.push(id)
    }
    return retried
  }

  async function forget(paper: string): Promise<number> {
    const hex = paper.slice('sha256:'.length)
    let removed = 0
    for (const step of STEPS)
      for (const job of await queueOf(step).getJobs([...JOB_STATES]))
        if (job?.id?.startsWith(`${step}-${hex}-`))
          removed += await job.remove().then(
            () => 1,
            () => 0,
          )
    return removed
  }

  return {
    backend,
    retryPolicy,
    tasks,
    queueOf,
    put,
    isPending: async (step, paper, version) => {
      const state = await queueOf(step).getJobState(jobId(step, paper, version))
      return UNFINISHED.some((unfinished) => unfinished === state)
    },
    counts,
    list,
    show,
    retry,
    forget,
    watch: (listener) => hearQueueNews(backend, listener),
    isIdle: async () => Object.values(await counts()).every((step) => UNFINISHED.every((state) => step[state] === 0)),
    ping: () => backend.ping(),
    async close() {
      await Promise.all([tasks.close(), ...[...queues.values()].map((queue) => queue.close())])
      await backend.close()
    },
  }
}

function openQueue(backend: QueueBackend, step: Step): Queue<JobData> {
  const queue = new backend.classes.Queue<JobData>(step, { connection: backend.connection, prefix: backend.prefix })
  // an outage shows in the call that needed the store; an event without listener would end the process
  queue.on('error', () => {})
  return queue as unknown as Queue<JobData>
}
