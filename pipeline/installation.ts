/**
 * An installation: paper store, queue and graph of one configuration, opened when first asked for and closed together.
 * Command line and server stand on this.
 */
import type { GraphStore } from '../graph/graph-store.ts'
import { type CasePapers, openCasePapers } from './case-papers.ts'
import { type Config, isEmbedded } from './config.ts'
import { type FolderLock, lockDataFolder } from './data-folder-lock.ts'
import { openGraphOrReplace, openQueueOrReplace } from './open-engines.ts'
import type { PaperQueue } from './queue/paper-queue.ts'
import { type OpenSteps, openSteps } from './steps.ts'

export interface Installation {
  readonly config: Config
  readonly papers: CasePapers
  /** Reader, extractors and graph as the workers use them. */
  readonly steps: OpenSteps
  /** The embedded queue takes about a second to open (four the first time), so only who needs it asks. */
  queue(): Promise<PaperQueue>
  graph(): Promise<GraphStore>
  /** What a person should know of: a damaged folder was set aside, and the like. */
  readonly warnings: readonly string[]
  /** True once after a damaged queue was replaced: whoever starts work next queues again what it held. */
  takeLostQueue(): boolean
  /** What was opened so far; health checks look only at those. */
  readonly opened: { readonly queue: boolean; readonly graph: boolean }
  close(): Promise<void>
}

/** Parts that a caller may put in place of the program's own. */
export interface InstallationParts {
  /** Hears at once what is also kept in `warnings`. */
  onWarning?(message: string): void
  steps?(own: OpenSteps): OpenSteps
}

/** @throws FolderInUseError where another process owns the data folder */
export async function openInstallation(config: Config, parts: InstallationParts = {}): Promise<Installation> {
  const lock: FolderLock | null = isEmbedded(config) ? await lockDataFolder(config.dataFolder) : null
  let papers: CasePapers
  try {
    papers = await openCasePapers(config.papers)
  } catch (error) {
    await lock?.release()
    throw error
  }
  const warnings: string[] = []
  const warn = (message: string): void => {
    warnings.push(message)
    parts.onWarning?.(message)
  }
  let queueWasReplaced = false
  const queue = once(async () => {
    const opened = await openQueueOrReplace(config, warn)
    queueWasReplaced ||= opened.wasReplaced
    return opened.queue
  })
  const graph = once(() => openGraphOrReplace(config, papers, warn))
  const ownSteps = openSteps(config, papers, graph.get)
  const steps = parts.steps?.(ownSteps) ?? ownSteps
  return {
    config,
    papers,
    steps,
    queue: queue.get,
    graph: graph.get,
    warnings,
    takeLostQueue() {
      const was = queueWasReplaced
      queueWasReplaced = false
      return was
    },
    get opened() {
      return { queue: queue.isOpen(), graph: graph.isOpen() }
    },
    async close() {
      await queue.close()
      await steps.close()
      await graph.close()
      await papers.close()
      await lock?.release()
    },
  }
}

/** Opens at the first call, is shared by all, and may be tried again after a failure. */
function once<T extends { close(): Promise<void> }>(open: () => Promise<T>) {
  let opening: Promise<T> | null = null
  let isOpen = false
  return {
    get(): Promise<T> {
      opening ??= open().then(
        (part) => {
          isOpen = true
          return part
        },
        (error) => {
          opening = null
          throw error
        },
      )
      return opening
    },
    isOpen: () => isOpen,
    async close(): Promise<void> {
      const part = await opening?.catch(() => null)
      opening = null
      isOpen = false
      await part?.close()
    },
  }
}
