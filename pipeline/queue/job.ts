/**
 * The jobs of one paper. read: file -> document. extract: document -> case record. write: record -> graph.
 * A job names its paper and nothing else: what it needs it takes from the paper store, as it is then.
 */
import { z } from 'zod'

export const STEPS = ['read', 'extract', 'write'] as const
export type Step = (typeof STEPS)[number]

/** Who waits for it: a person who uploaded, a folder handed over, or nobody (`backfill`: re-extraction, rebuild). */
export const URGENCIES = ['upload', 'ingest', 'backfill'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Lower runs first. */
export const PRIORITY: Readonly<Record<Urgency, number>> = { upload: 1, ingest: 5, backfill: 10 }

const JOB_DATA = z.object({
  /** Raised when the shape changes; a worker leaves jobs of a version it does not know to others. */
  version: z.literal(1),
  paper: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** The file's name, for people who look at the queue. */
  file: z.string().min(1).max(1000),
  urgency: z.enum(URGENCIES),
})

export interface JobData {
  readonly version: 1
  readonly paper: string
  readonly file: string
  readonly urgency: Urgency
}

/** What came in at the door is no job of ours. Trying again is useless. */
export class JobDataError extends Error {
  override readonly name = 'JobDataError'
  readonly permanent = true
}

/** @throws JobDataError */
export function parseJobData(data: unknown): JobData {
  const parsed = JOB_DATA.safeParse(data)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new JobDataError(`The job's ${issue?.path.join('.') || 'data'} is wrong: ${issue?.message}.`)
}

/**
 * The same work has the same id, so that it is queued once. `version` names what the work depends on besides the
 * bytes: the reader for `read`, the rules for `extract`, the revision of the paper for `write`.
 */
export function jobId(step: Step, paper: string, version: string): string {
  return `${step}-${paper.slice('sha256:'.length)}-${version}`
}
