/** Binds the server to a real installation, and works its queue in this process unless told not to. */
import type { Installation } from '../../installation.ts'
import type { Workers } from '../../queue/workers.ts'
import { startWorking } from '../../work.ts'
import type { ServerPorts } from '../ports.ts'
import { openActivity } from './activity.ts'
import { extractionsPort } from './extractions-port.ts'
import { graphPort } from './graph-port.ts'
import { jobsPort } from './jobs-port.ts'
import { operationPort } from './operation-port.ts'
import { openPaperIndex } from './paper-index.ts'
import { papersPort } from './papers-port.ts'
import { schedulesPort } from './schedules-port.ts'

export interface InstallationPorts extends ServerPorts {
  /** Lets running jobs end; the installation itself is closed by whoever opened it. */
  stop(): Promise<void>
}

export interface BindingOptions {
  /** Also work the queue (the embedded set-up needs it; default true). */
  readonly work?: boolean
  readonly version: string
}

export async function openInstallationPorts(
  installation: Installation,
  options: BindingOptions,
): Promise<InstallationPorts> {
  const index = openPaperIndex(installation.papers)
  const activity = openActivity((paper) => index.touch(paper))
  const isWorking = options.work ?? true
  const workers: Workers | null = isWorking ? await startWorking(installation, { onEvent: activity.hear }) : null
  return {
    papers: papersPort(installation, index, activity),
    graph: graphPort(installation.graph),
    jobs: jobsPort(installation.queue, activity),
    operation: operationPort(installation, index, { version: options.version, isWorking }),
    schedules: schedulesPort(installation),
    extractions: extractionsPort(installation),
    stop: async () => workers?.stop(),
  }
}
