/** Finds papers that the queue has forgotten (it was lost or set aside) and queues what they still need. */
import { enqueueKnown } from './enqueue-paper.ts'
import type { Installation } from './installation.ts'

export interface Requeued {
  readonly papers: number
  readonly queued: number
}

export async function requeueUnfinished(installation: Installation): Promise<Requeued> {
  const ids = await installation.papers.ids()
  let queued = 0
  for (const id of ids)
    if ((await enqueueKnown(installation, id, { urgency: 'backfill' })).outcome === 'queued') queued += 1
  return { papers: ids.length, queued }
}
