/** Health and holdings of the installation. */
import type { Installation } from '../../installation.ts'
import type { Metrics } from '../../operation/metrics.ts'
import { checkReadiness } from '../../operation/readiness.ts'
import type { OperationPort } from '../ports.ts'
import type { PaperIndex } from './paper-index.ts'

export function operationPort(
  installation: Installation,
  index: PaperIndex,
  metrics: Metrics,
  about: { readonly version: string; readonly isWorking: boolean },
): OperationPort {
  return {
    async status() {
      const papers = await index.summaries()
      const sum = (count: (paper: (typeof papers)[number]) => number) =>
        papers.reduce((total, paper) => total + count(paper), 0)
      return {
        version: about.version,
        papers: papers.length,
        cases: sum(({ cases }) => cases),
        facts: sum(({ facts }) => facts),
        graphEngine: 'folder' in installation.config.graph ? 'the embedded graph' : 'Neo4j',
        queueEngine: QUEUE_NAMES[installation.config.queue.kind],
        working: about.isWorking,
      }
    },
    async ready() {
      const { isReady, parts } = await checkReadiness(installation)
      const problems = parts.flatMap(({ part, problem }) => (problem === null ? [] : [`${part}: ${problem}`]))
      return { ready: isReady, problems }
    },
    metrics: async () => ({ contentType: metrics.contentType, text: await metrics.text() }),
  }
}

const QUEUE_NAMES = { embedded: 'the embedded database', redis: 'Redis', postgres: 'PostgreSQL' } as const
