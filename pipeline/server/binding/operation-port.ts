/** Health and holdings of the installation. */
import type { Installation } from '../../installation.ts'
import type { OperationPort } from '../ports.ts'
import type { PaperIndex } from './paper-index.ts'

export function operationPort(
  installation: Installation,
  index: PaperIndex,
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
        outdated: 0,
      }
    },
    async ready() {
      const problems = (
        await Promise.all([problemOf(askQueue(installation)), problemOf(askGraph(installation))])
      ).filter((problem) => problem !== null)
      return { ready: problems.length === 0, problems }
    },
    async metrics() {
      return { contentType: 'text/plain; version=0.0.4', text: '' }
    },
  }
}

const QUEUE_NAMES = { embedded: 'the embedded database', redis: 'Redis', postgres: 'PostgreSQL' } as const

async function askQueue(installation: Installation): Promise<void> {
  await (await installation.queue()).ping()
}

async function askGraph(installation: Installation): Promise<void> {
  await (await installation.graph()).read('RETURN 1 AS one')
}

function problemOf(question: Promise<void>): Promise<string | null> {
  return question.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}
