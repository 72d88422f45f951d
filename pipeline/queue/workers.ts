/** Workers: they take jobs, call the step and pass on to the next; nothing else is decided here. */
import type { Job, Worker } from 'bullmq'
import type { Concurrency } from '../config.ts'
import type { StepResult } from '../run-document.ts'
import { pauseBefore } from './backoff.ts'
import { type JobData, parseJobData, STEPS, type Step } from './job.ts'
import type { PaperQueue } from './paper-queue.ts'
import { startTrimming } from './trim-completed.ts'

/** What happens to a job, as the process that works on it sees it. */
export interface JobEvent {
  readonly type: 'started' | 'completed' | 'retrying' | 'failed' | 'stalled'
  readonly step: Step
  readonly job: string
  readonly paper: string
  readonly file: string
  /** Of this try; null where it did not end here. */
  readonly durationMs: number | null
  /** Why it failed, or what a completed job has to say. */
  readonly note: string | null
  /** `ReportError` codes and the like, for counting; null where there is none. */
  readonly code: string | null
}

export interface WorkerOptions {
  readonly concurrency: Concurrency
  /** How long a job stays with a worker that gives no sign. */
  readonly lockMs: number
  /** Jobs that may wait for the next step before this one pauses. */
  readonly backPressure: number
  run(step: Step, data: JobData): Promise<StepResult>
  /** A step failed for good. */
  failed(step: Step, data: JobData, error: Error): Promise<void>
  onEvent(event: JobEvent): void
}

export interface Workers {
  /** Lets running jobs end, takes no more. Those that need longer are handed back after the grace time. */
  stop(graceMs?: number): Promise<void>
}

const LOOK_AGAIN_MS = 250
/** A job whose worker died so often is the cause of it, not the victim. */
const MOST_STALLS = 12

export function startWorkers(queue: PaperQueue, options: WorkerOptions): Workers {
  const stopping = new AbortController()
  const room = roomKeeper(queue, options.backPressure, stopping.signal)
  const trimming = startTrimming(queue)
  const shift: Shift = { queue, options, stopping: stopping.signal, room, ended: trimming.completed }
  const workers = STEPS.map((step) => startWorker(shift, step))
  return {
    async stop(graceMs = 20_000) {
      const closed = Promise.all(workers.map((worker) => worker.close()))
      const grace = setTimeout(() => stopping.abort(), graceMs)
      await closed
      clearTimeout(grace)
      await trimming.ended()
    },
  }
}

/** What the workers of one process share. */
interface Shift {
  readonly queue: PaperQueue
  readonly options: WorkerOptions
  readonly stopping: AbortSignal
  room(next: Step): Promise<void>
  /** A job completed. */
  ended(): void
}

function startWorker(shift: Shift, step: Step): Worker<JobData> {
  const { queue, options } = shift
  const { backend, retryPolicy } = queue
  const worker = new backend.classes.Worker<JobData, StepResult>(
    step,
    (job, token) => runJob(shift, step, job as unknown as Job<JobData>, token),
    {
      connection: backend.connection,
      prefix: backend.prefix,
      concurrency: options.concurrency[step],
      lockDuration: options.lockMs,
      stalledInterval: options.lockMs,
      maxStalledCount: MOST_STALLS,
      settings: { backoffStrategy: (attempt) => pauseBefore(attempt, retryPolicy) },
    },
  ) as unknown as Worker<JobData, StepResult>
  // outages are ridden out: BullMQ tries again by itself, and readiness shows them
  worker.on('error', () => {})
  worker.on('completed', shift.ended)
  worker.on('stalled', (job) => options.onEvent({ ...NOBODY, type: 'stalled', step, job }))
  worker.on('failed', (job, error) => {
    // a job that stalled too often fails without having run here
    if (job && /stalled more than/.test(error.message)) void failForGood(options, step, job, error)
  })
  return worker
}

const NOBODY = { paper: '', file: '', durationMs: null, note: null, code: null } as const

async function runJob(
  { queue, options, stopping, room }: Shift,
  step: Step,
  job: Job<JobData>,
  token: string | undefined,
): Promise<StepResult> {
  const { UnrecoverableError, WaitingError } = queue.backend.classes
  const startedAt = performance.now()
  const tell = (type: JobEvent['type'], note: string | null, code: string | null): void =>
    options.onEvent({
      type,
      step,
      job: job.id ?? '',
      paper: job.data.paper ?? '',
      file: job.data.file ?? '',
      durationMs: type === 'started' ? null : performance.now() - startedAt,
      note,
      code,
    })
  tell('started', null, null)
  try {
    const data = parseJobData(job.data)
    const result = await unlessStopped(options.run(step, data), stopping)
    if (result === STOPPED) {
      // the effect of a step is the same however often it is done, so what still runs here does no harm
      await job.moveToWait(token)
      throw new WaitingError()
    }
    if (result.next) {
      await room(result.next)
      await queue.put(result.next, data, result.version)
    }
    tell('completed', result.next === null ? result.note : null, null)
    return result
  } catch (thrown) {
    if (thrown instanceof WaitingError) throw thrown
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const isLast = isPermanent(error) || job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
    tell(isLast ? 'failed' : 'retrying', error.message, codeOf(error))
    if (isLast) await failForGood(options, step, job, error)
    throw isPermanent(error) ? new UnrecoverableError(error.message) : error
  }
}

const STOPPED = Symbol('stopped')

/** What the step gives, or STOPPED where the grace time ends before it. */
function unlessStopped<T>(running: Promise<T>, stopping: AbortSignal): Promise<T | typeof STOPPED> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(STOPPED)
    if (stopping.aborted) stop()
    stopping.addEventListener('abort', stop, { once: true })
    running.then(resolve, reject).finally(() => stopping.removeEventListener('abort', stop))
  })
}

async function failForGood(options: WorkerOptions, step: Step, job: Job<JobData>, error: Error): Promise<void> {
  try {
    await options.failed(step, parseJobData(job.data), error)
  } catch {
    // the store is down or the job is nobody's: the failed set has the reason all the same
  }
}

/**
 * Waits while the next step has more than enough to do: a slow graph slows reading, and nothing piles up. Far from the
 * limit the queue is not asked for every job: a quarter of the room may be used before the next look.
 */
function roomKeeper(queue: PaperQueue, most: number, stopping: AbortSignal): (next: Step) => Promise<void> {
  const unasked = new Map<Step, number>()
  return async (next) => {
    const left = unasked.get(next) ?? 0
    unasked.set(next, left - 1)
    if (left > 0) return
    while (!stopping.aborted) {
      const waiting = await queue.queueOf(next).getJobCountByTypes('waiting', 'prioritized', 'delayed')
      unasked.set(next, Math.floor((most - waiting) / 4))
      if (waiting < most) return
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }
}

function isPermanent(error: Error): boolean {
  return 'permanent' in error && error.permanent === true
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
