/**
 * Completed jobs stay to be looked at, the newest of them. They are trimmed now and then and not at the end of every
 * job, as BullMQ offers: on PostgreSQL it reads all that are kept each time, which cost more than all else that the
 * queue does.
 */
import { STEPS } from './job.ts'
import type { PaperQueue } from './paper-queue.ts'

/** Of each step. */
const KEPT = 2_000
/** Jobs that may complete until the next trim. */
const TRIM_EVERY = 500

/** Removes all but the newest completed jobs of each step. */
async function trimCompleted(queue: PaperQueue, kept: number): Promise<void> {
  for (const step of STEPS) {
    const jobs = queue.queueOf(step)
    const [oldest] = await jobs.getJobs(['completed'], kept, kept, false)
    // cleaning goes by time: what ended before this job, and itself
    if (oldest?.finishedOn) await jobs.clean(Date.now() - oldest.finishedOn, 0, 'completed')
  }
  await queue.backend.tidy()
}

export interface Trimming {
  /** A job of this process completed. */
  completed(): void
  /** Resolves when no trim runs. */
  ended(): Promise<void>
}

/** Trims when enough jobs have completed; one trim at once. */
export function startTrimming(queue: PaperQueue, kept = KEPT, every = TRIM_EVERY): Trimming {
  // workers that were killed may have left too many: the first to complete is reason enough
  let since = every
  let trimming: Promise<void> | null = null
  return {
    completed() {
      since += 1
      if (since < every || trimming) return
      since = 0
      // what can not be trimmed now (the store is down) is so the next time
      trimming = trimCompleted(queue, kept)
        .catch(() => {})
        .finally(() => {
          trimming = null
        })
    },
    ended: async () => void (await trimming),
  }
}
