/** Workers of an installation: for as long as there is work, or until told to stop. */
import { ReportError } from '../corpus/report-error.ts'
import { ExtractionError } from './extraction/extraction-error.ts'
import type { Installation } from './installation.ts'
import { fingerprintAtWork } from './next-work.ts'
import type { JobData, Step } from './queue/job.ts'
import type { PaperQueue } from './queue/paper-queue.ts'
import { type JobEvent, startWorkers, type Workers } from './queue/workers.ts'
import { requeueUnfinished } from './requeue-unfinished.ts'
import { extractStep, readStep, type StepResult, writeStep } from './run-document.ts'
import { reconcileSchedules } from './schedule/schedules.ts'
import { runTask } from './schedule/task.ts'

export interface WorkOptions {
  onEvent?(event: JobEvent): void
  readonly signal?: AbortSignal
  /** Carry out schedules as well; default true for `startWorking`, which stays. */
  readonly schedules?: boolean
}

export interface WorkSummary {
  /** Jobs of this run by how they ended. */
  readonly completed: number
  readonly failed: number
  readonly retried: number
  /** Papers written, papers recognised as known, by this run. */
  readonly written: number
  readonly known: number
  /** One line for each job that failed for good. */
  readonly failures: readonly {
    readonly paper: string
    readonly file: string
    readonly step: Step
    readonly reason: string
  }[]
}

/** Jobs that may wait for a step before the one ahead of it pauses. */
const BACK_PRESSURE = 100

/** Works until `stop`; the promise resolves as soon as the workers stand ready. */
export async function startWorking(installation: Installation, options: WorkOptions = {}): Promise<Workers> {
  const { papers, steps, config } = installation
  const queue = await installation.queue()
  if (installation.takeLostQueue()) await requeueUnfinished(installation)
  const run = (step: Step, job: JobData): Promise<StepResult> => {
    if (step === 'read') return readStep(papers, steps, job.paper)
    if (step === 'extract') return extractStep(papers, steps, job.paper, job.urgency)
    return writeStep(papers, steps, job.paper)
  }
  const tasks = options.schedules === false ? null : await startTasks(installation, queue)
  const workers = startWorkers(queue, {
    concurrency: config.concurrency,
    lockMs: config.lockMs,
    backPressure: BACK_PRESSURE,
    run,
    failed: (step, job, error) => rememberFailure(installation, step, job, error),
    onEvent: (event) => options.onEvent?.(event),
  })
  return {
    stop: async (graceMs) => {
      await Promise.all([workers.stop(graceMs), tasks?.stop()])
    },
  }
}

async function startTasks(installation: Installation, queue: PaperQueue): Promise<{ stop(): Promise<void> }> {
  await reconcileSchedules(installation.papers, queue.tasks)
  return queue.tasks.startWorker((_, task) => runTask(installation, task), installation.config.lockMs)
}

/** Works off everything that is queued, including what waits for its next try, then returns. */
export async function workUntilIdle(installation: Installation, options: WorkOptions = {}): Promise<WorkSummary> {
  const tally = startTally()
  const queue = await installation.queue()
  const workers = await startWorking(installation, {
    ...options,
    schedules: false,
    onEvent: (event) => {
      tally.count(event)
      options.onEvent?.(event)
    },
  })
  try {
    // while a job runs here the queue is not idle, and asking costs it time
    while (!options.signal?.aborted && (tally.running() > 0 || !(await queue.isIdle()))) await pause(50, options.signal)
  } finally {
    await workers.stop()
  }
  return tally.summary()
}

/** Works until the signal, lets running jobs end (or hands them back after the grace time), then returns. */
export async function workUntilStopped(
  installation: Installation,
  options: WorkOptions & { readonly signal: AbortSignal; readonly graceMs?: number },
): Promise<WorkSummary> {
  const tally = startTally()
  const workers = await startWorking(installation, {
    ...options,
    onEvent: (event) => {
      tally.count(event)
      options.onEvent?.(event)
    },
  })
  if (!options.signal.aborted)
    await new Promise<void>((resolve) => options.signal.addEventListener('abort', () => resolve(), { once: true }))
  await workers.stop(options.graceMs)
  return tally.summary()
}

/** A paper that can not be read or extracted is remembered with its reason in the paper store, which outlives the queue. */
async function rememberFailure(installation: Installation, step: Step, job: JobData, error: Error): Promise<void> {
  if (!(error instanceof ReportError || error instanceof ExtractionError)) return
  const { papers } = installation
  const entry = {
    kind: 'failure',
    step,
    code: error.code,
    message: error.message,
    fingerprint: await fingerprintAtWork(installation, job.paper, step),
  } as const
  const before = (await papers.state(job.paper)).failure
  if (before?.code !== entry.code || before.fingerprint !== entry.fingerprint) await papers.append(job.paper, entry)
}

function startTally() {
  const counts = { completed: 0, failed: 0, retried: 0, written: 0, known: 0 }
  const failures: WorkSummary['failures'][number][] = []
  const running = new Set<string>()
  return {
    running: () => running.size,
    count(event: JobEvent): void {
      if (event.type === 'started') running.add(event.job)
      else running.delete(event.job)
      if (event.type === 'completed') {
        counts.completed += 1
        if (event.step === 'write') counts.written += 1
        if (event.note?.startsWith('already known')) counts.known += 1
      }
      if (event.type === 'retrying') counts.retried += 1
      if (event.type === 'failed') {
        counts.failed += 1
        failures.push({ paper: event.paper, file: event.file, step: event.step, reason: event.note ?? 'unknown' })
      }
    },
    summary: (): WorkSummary => ({ ...counts, failures }),
  }
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    signal?.addEventListener('abort', done)
  })
}
