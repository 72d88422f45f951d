/** Binds the server to a real installation, and works its queue in this process unless told not to. */
import type { Installation } from '../../installation.ts'
import { logEvent, openLog } from '../../operation/log.ts'
import { openMetrics } from '../../operation/metrics.ts'
import type { JobEvent } from '../../queue/workers.ts'
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

/** How often to look for what workers elsewhere have done. */
const LOOK_MS = 2_500

export async function openInstallationPorts(
  installation: Installation,
  options: BindingOptions,
): Promise<InstallationPorts> {
  const isWorking = options.work ?? true
  const log = openLog(installation.config)
  const metrics = openMetrics(installation)
  const activity = openActivity((paper) => index.touch(paper))
  const index = openPaperIndex(installation.papers, ({ id, state, reason }) =>
    activity.tell({ type: 'paper', paper: id, job: null, state, progress: null, message: reason }),
  )
  const onEvent = (event: JobEvent): void => {
    metrics.count(event)
    logEvent(log, event)
    activity.hear(event)
  }
  const workers = isWorking ? await startWorking(installation, { onEvent }) : null
  const looking = isWorking ? null : setInterval(() => void index.summaries().catch(() => null), LOOK_MS).unref()
  return {
    papers: papersPort(installation, index, activity),
    graph: graphPort(installation.graph),
    jobs: jobsPort(installation.queue, activity),
    operation: operationPort(installation, index, metrics, { version: options.version, isWorking }),
    schedules: schedulesPort(installation),
    extractions: extractionsPort(installation),
    logError: (error, request) => log.error({ err: error, request }, 'a request failed'),
    async stop() {
      if (looking) clearInterval(looking)
      await workers?.stop()
    },
  }
}
