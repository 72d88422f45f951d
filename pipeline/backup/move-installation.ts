/** From the embedded engines to servers, or back: the truth is copied where it must be, the rest is made again. */
import type { CasePapers } from '../case-papers.ts'
import type { Installation } from '../installation.ts'
import { type Rebuilt, rebuildGraph } from '../rebuild.ts'
import { requeueUnfinished } from '../requeue-unfinished.ts'
import { copyBlobs } from './copy-blobs.ts'

export interface Moved extends Rebuilt {
  /** Files copied; 0 where both installations share one paper store. */
  readonly blobs: number
  /** Papers that were on their way and are queued at the new place. */
  readonly queued: number
}

/** The source is left as it was. */
export async function moveInstallation(
  source: CasePapers,
  target: Installation,
  onBlob: (done: number, total: number) => void = () => {},
): Promise<Moved> {
  const isShared = source.blobs.place === target.papers.blobs.place
  const blobs = isShared ? 0 : await copyBlobs(source.blobs, target.papers.blobs, onBlob)
  const rebuilt = await rebuildGraph(target)
  return { ...rebuilt, blobs, queued: (await requeueUnfinished(target)).queued }
}
