/** Opens queue and graph; a damaged embedded one is set aside and made again, which is told and never ends the work. */
import { GraphError } from '../graph/graph-error.ts'
import type { GraphStore } from '../graph/graph-store.ts'
import { openGraphStore } from '../graph/open-graph-store.ts'
import type { CasePapers } from './case-papers.ts'
import type { Config } from './config.ts'
import { isMachineFault, systemReason } from './machine-fault.ts'
import { setAside } from './operation/set-aside.ts'
import { openPaperQueue, type PaperQueue } from './queue/paper-queue.ts'
import { fillGraph } from './rebuild.ts'

/** `wasReplaced`: jobs that the queue held are gone; `requeueUnfinished` finds their papers. */
export interface OpenedQueue {
  readonly queue: PaperQueue
  readonly wasReplaced: boolean
}

export async function openQueueOrReplace(config: Config, warn: (message: string) => void): Promise<OpenedQueue> {
  const place = config.queue
  try {
    return { queue: await openPaperQueue(place, config.retry), wasReplaced: false }
  } catch (error) {
    if (place.kind !== 'embedded' || isMissingProgram(error)) throw error
    if (isMachineFault(error)) throw cannotOpen('queue', place.folder, error)
    const aside = await setAside(place.folder)
    warn(
      `The queue in ${place.folder} is damaged (${messageOf(error)}); it was moved to ${aside} and made anew, ` +
        'and papers that were on their way are queued again.',
    )
    return { queue: await openPaperQueue(place, config.retry), wasReplaced: true }
  }
}

export async function openGraphOrReplace(
  config: Config,
  papers: CasePapers,
  warn: (message: string) => void,
): Promise<GraphStore> {
  const place = config.graph
  try {
    return await openGraphStore(place)
  } catch (error) {
    if ('folder' in place && isMachineFault(error)) throw cannotOpen('graph', place.folder, error)
    if (!('folder' in place) || !isDamage(error)) throw error
    const aside = await setAside(place.folder)
    warn(
      `The graph in ${place.folder} is damaged (${messageOf(error)}); it was moved to ${aside} and is made again ` +
        'from the stored records.',
    )
    const graph = await openGraphStore(place)
    await fillGraph(graph, papers)
    return graph
  }
}

/** The data folder is ours alone, so a graph that can not be opened is damaged unless somebody else holds its lock. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof GraphError)) return true
  return error.code === 'damaged' || /damaged/.test(messageOf(error.cause))
}

/** A full or closed disk says nothing about the files on it: they stay where they are. */
function cannotOpen(part: string, folder: string, error: unknown): Error {
  const reason = `The ${part} in ${folder} cannot be opened: ${systemReason(error)}`
  return new Error(`${reason}; mend that and call again (nothing that was stored is lost).`, { cause: error })
}

/** The program was not built or not installed whole; the queue's files have nothing to do with it. */
function isMissingProgram(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
}
