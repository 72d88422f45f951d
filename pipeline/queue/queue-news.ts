/** What happens to jobs anywhere: also in workers of other processes and machines. */
import type { QueueEvents } from 'bullmq'
import type { QueueBackend } from './backend.ts'
import { STEPS, type Step } from './job.ts'

export interface JobNews {
  readonly type: 'waiting' | 'active' | 'completed' | 'failed' | 'stalled'
  readonly step: Step
  readonly job: string
  readonly paper: string
  /** Why it failed; null otherwise. */
  readonly reason: string | null
}

/** Tells of every change from now on; a function to stop is returned once it listens. */
export async function hearQueueNews(
  backend: QueueBackend,
  listener: (news: JobNews) => void,
): Promise<() => Promise<void>> {
  const sources = STEPS.map((step) => listen(backend, step, listener))
  await Promise.all(sources.map((source) => source.waitUntilReady()))
  return async () => {
    await Promise.all(sources.map((source) => source.close()))
  }
}

function listen(backend: QueueBackend, step: Step, listener: (news: JobNews) => void): QueueEvents {
  const { connection, prefix } = backend
  const events = new backend.classes.QueueEvents(step, { connection, prefix }) as unknown as QueueEvents
  events.on('error', () => {})
  const tell = (type: JobNews['type'], job: string, reason: string | null = null): void =>
    listener({ type, step, job, paper: paperOf(job), reason })
  events.on('waiting', ({ jobId }) => tell('waiting', jobId))
  events.on('active', ({ jobId }) => tell('active', jobId))
  events.on('completed', ({ jobId }) => tell('completed', jobId))
  events.on('failed', ({ jobId, failedReason }) => tell('failed', jobId, failedReason))
  events.on('stalled', ({ jobId }) => tell('stalled', jobId))
  return events
}

/** A job's id names its paper: `read-<hex>-<version>`. */
function paperOf(job: string): string {
  const hex = /^[a-z]+-([0-9a-f]{64})-/.exec(job)?.[1]
  return hex === undefined ? '' : `sha256:${hex}`
}
