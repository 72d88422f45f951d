/** A job as people see it, with the queue library's own types left behind. */
import type { Job } from 'bullmq'
import type { JobData, Step, Urgency } from './job.ts'

export const JOB_STATES = ['active', 'waiting', 'prioritized', 'delayed', 'failed', 'completed'] as const
export type JobState = (typeof JOB_STATES)[number]

export interface JobSummary {
  readonly id: string
  readonly step: Step
  /** `prioritized` waits in the order of urgency, `delayed` waits for its next try. */
  readonly state: JobState
  readonly paper: string
  readonly file: string
  readonly urgency: Urgency
  /** Milliseconds since 1970, as are the two others. */
  readonly queuedAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Tries that ended (with success or not). */
  readonly attempts: number
  /** Times a worker began it; more than `attempts` where workers were killed. */
  readonly starts: number
  /** Why the last try failed, in one sentence. */
  readonly reason: string | null
  /** What a completed job has to say. */
  readonly note: string | null
}

export interface JobDetail extends JobSummary {
  readonly data: JobData
  readonly stack: readonly string[]
  readonly log: readonly string[]
}

export function summaryOf(job: Job<JobData>, step: Step, state: JobState): JobSummary {
  return {
    id: job.id ?? '',
    step,
    state,
    paper: job.data.paper,
    file: job.data.file,
    urgency: job.data.urgency,
    queuedAt: job.timestamp,
    startedAt: job.processedOn ?? null,
    finishedAt: job.finishedOn ?? null,
    attempts: job.attemptsMade,
    starts: job.attemptsStarted,
    reason: job.failedReason || null,
    note: (job.returnvalue as { note?: string } | null)?.note ?? null,
  }
}
