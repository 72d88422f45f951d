/** The door: a file becomes a paper of the store and, if there is work to do, a job. */
import { ReportError } from '../corpus/report-error.ts'
import type { Installation } from './installation.ts'
import { nextWork } from './next-work.ts'
import type { Urgency } from './queue/job.ts'

export interface EnqueuedPaper {
  readonly paper: string
  readonly file: string
  /**
   * `queued`: there is work to do. `pending`: the same work waits or runs already. `known`: it was worked off before.
   * `failed`: it can not be read, see `note`; `retry` tries again.
   */
  readonly outcome: 'queued' | 'pending' | 'known' | 'failed'
  /** e.g. "already known as smith-2020.pdf", or why it failed; null where there is nothing to say. */
  readonly note: string | null
}

export interface EnqueueOptions {
  readonly urgency?: Urgency
  /** Try again what could not be read. */
  readonly retry?: boolean
}

/** @throws ReportError where there are no bytes; QueueDownError */
export async function enqueuePaper(
  installation: Installation,
  bytes: Uint8Array,
  file: string,
  options: EnqueueOptions = {},
): Promise<EnqueuedPaper> {
  if (bytes.byteLength === 0) throw new ReportError('empty-file', `${file} is empty; fetch the report again.`)
  const paper = await installation.papers.add(bytes, file)
  const enqueued = await enqueueKnown(installation, paper.id, options)
  const renamed = !paper.isNew && paper.file !== file ? `already known as ${paper.file}` : null
  return { ...enqueued, file, note: enqueued.note ?? renamed }
}

/** Queues what a paper of the store still needs, if anything. */
export async function enqueueKnown(
  installation: Installation,
  id: string,
  options: EnqueueOptions = {},
): Promise<EnqueuedPaper> {
  const paper = await installation.papers.paper(id)
  if (!paper) throw new ReportError('not-found', `There is no paper ${id} in the store.`)
  const work = await nextWork(installation, id, options.retry === true)
  const enqueued = { paper: id, file: paper.file }
  if (work.step === null) return { ...enqueued, outcome: work.outcome, note: work.note }
  const queue = await installation.queue()
  const urgency = options.urgency ?? 'ingest'
  const outcome = await queue.put(work.step, { version: 1, paper: id, file: paper.file, urgency }, work.version)
  return { ...enqueued, outcome, note: null }
}

/** Queues the paper to be written as its history has it now. */
export async function enqueueWrite(installation: Installation, id: string, urgency: Urgency): Promise<void> {
  const paper = await installation.papers.paper(id)
  if (!paper) throw new ReportError('not-found', `There is no paper ${id} in the store.`)
  const { revision } = await installation.papers.state(id)
  const queue = await installation.queue()
  await queue.put('write', { version: 1, paper: id, file: paper.file, urgency }, `r${revision}`)
}
