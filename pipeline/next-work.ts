/** What a paper still needs, told from the paper store and the graph alone: a lost queue loses no paper. */
import { GraphError } from '../graph/graph-error.ts'
import type { Installation } from './installation.ts'
import { jobId, type Step } from './queue/job.ts'

export type NextWork =
  | { readonly step: Step; readonly version: string }
  | { readonly step: null; readonly outcome: 'known' | 'failed'; readonly note: string | null }

const DONE: NextWork = { step: null, outcome: 'known', note: null }

export async function nextWork(installation: Installation, id: string, retryFailed: boolean): Promise<NextWork> {
  const { papers, steps } = installation
  const state = await papers.state(id)
  if (state.known) {
    const other = await papers.paper(state.known.as)
    // the other file was removed since: this one stands for the publication now
    if (!other) return { step: 'read', version: steps.readerFingerprint }
    return { step: null, outcome: 'known', note: `already known as ${other.file} (${state.known.identifier})` }
  }
  const document = await papers.document(id)
  const { failure } = state
  if (failure && !retryFailed && failure.fingerprint === (await fingerprintAtWork(installation, id, failure.step)))
    return { step: null, outcome: 'failed', note: failure.message }
  if (!document) return { step: 'read', version: steps.readerFingerprint }
  if (state.extraction === null) return { step: 'extract', version: steps.extractionFingerprint(document) }
  const record = await papers.extraction(id, state.extraction)
  if (!record) return { step: 'extract', version: steps.extractionFingerprint(document) }
  const version = `r${state.revision}`
  if (await isWritten(installation, id, record.extractor.fingerprint, version)) return DONE
  return { step: 'write', version }
}

/** Of the part of the program that does the step: a failure holds for as long as it stays the same. */
export async function fingerprintAtWork({ papers, steps }: Installation, id: string, step: string): Promise<string> {
  const document = step === 'extract' ? await papers.document(id) : null
  return document ? steps.extractionFingerprint(document) : steps.readerFingerprint
}

/** While the graph is down the queue is asked whether it was written: taking papers in does not wait for the graph. */
async function isWritten(
  installation: Installation,
  id: string,
  fingerprint: string,
  version: string,
): Promise<boolean> {
  try {
    return await isInGraph(installation, id, fingerprint)
  } catch (error) {
    if (!(error instanceof GraphError) || error.permanent) throw error
    const job = await (await installation.queue()).show(jobId('write', id, version))
    return job?.state === 'completed'
  }
}

/** A paper is written all or nothing, so its extraction's node tells. */
async function isInGraph(installation: Installation, id: string, fingerprint: string): Promise<boolean> {
  const graph = await installation.graph()
  const rows = await graph.read(
    'MATCH (paper:Paper {id: $id})-[:EXTRACTED_BY]->(extraction) RETURN extraction.fingerprint AS fingerprint',
    { id },
  )
  return rows[0]?.fingerprint === fingerprint
}
