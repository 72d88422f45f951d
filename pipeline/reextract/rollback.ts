/** Makes older extractions current again. */
import { enqueueWrite } from '../enqueue-paper.ts'
import type { Installation } from '../installation.ts'
import { putRun, runOf } from './extraction-run.ts'

export interface Rollback {
  readonly paper: string
  readonly from: string
  readonly to: string
}

/** There is nothing to go back to; the message says why. */
export class RollbackError extends Error {
  override readonly name = 'RollbackError'
}

/**
 * Undoes a run: each paper that it changed shows its extraction from before, unless that was replaced again since.
 * @throws RollbackError for an unknown run
 */
export async function rollbackRun(installation: Installation, run: string): Promise<readonly Rollback[]> {
  const { papers } = installation
  const known = await runOf(papers, run)
  if (!known) throw new RollbackError(`There is no extraction run ${run}; \`extractions list\` shows them.`)
  const done: Rollback[] = []
  for (const { paper, before, after } of known.changed) {
    if (before === null || (await papers.state(paper)).extraction !== after) continue
    done.push(await rollbackPaper(installation, paper, before))
  }
  await putRun(papers, { ...known, rolledBackAt: new Date().toISOString() })
  return done
}

/**
 * Shows an older extraction of one paper; without an id the one before the present one.
 * @throws RollbackError
 */
export async function rollbackPaper(installation: Installation, id: string, to?: string): Promise<Rollback> {
  const { papers } = installation
  const { extraction: from } = await papers.state(id)
  if (from === null) throw new RollbackError(`The paper ${id} has no extraction yet.`)
  const target = to ?? (await extractionBefore(installation, id, from))
  if (target === null || !(await papers.extraction(id, target)))
    throw new RollbackError(`The paper ${id} has no ${to === undefined ? 'earlier extraction' : `extraction ${to}`}.`)
  if (target !== from) {
    await papers.append(id, { kind: 'rollback', extraction: target })
    await enqueueWrite(installation, id, 'ingest')
  }
  return { paper: id, from, to: target }
}

async function extractionBefore(installation: Installation, id: string, current: string): Promise<string | null> {
  const made = (await installation.papers.log(id)).flatMap((entry) =>
    entry.kind === 'extraction' ? [entry.extraction] : [],
  )
  const index = made.lastIndexOf(current)
  return made.slice(0, index === -1 ? undefined : index).findLast((each) => each !== current) ?? null
}

export interface PaperExtraction {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly fingerprint: string
  readonly cause: string
  readonly isCurrent: boolean
}

/** Every extraction of a paper, oldest first. */
export async function extractionsOf(installation: Installation, id: string): Promise<readonly PaperExtraction[]> {
  const { papers } = installation
  const { extraction: current } = await papers.state(id)
  return (await papers.log(id)).flatMap((entry) =>
    entry.kind === 'extraction'
      ? [
          {
            id: entry.extraction,
            at: entry.at,
            fingerprint: entry.fingerprint,
            cause: entry.cause,
            isCurrent: entry.extraction === current,
          },
        ]
      : [],
  )
}
