/** Can this process do its work now? Each store is asked, and none may hold up the answer. */
import type { Installation } from '../installation.ts'

export interface PartState {
  readonly part: 'papers' | 'queue' | 'graph'
  readonly isReady: boolean
  /** Why not; null where all is well. */
  readonly problem: string | null
}

export interface Readiness {
  readonly isReady: boolean
  readonly parts: readonly PartState[]
}

const TIMEOUT_MS = 5_000

export async function checkReadiness(installation: Installation, timeoutMs = TIMEOUT_MS): Promise<Readiness> {
  const parts = await Promise.all([
    ask('papers', timeoutMs, () => installation.papers.blobs.has('settings/ready.json')),
    ask('queue', timeoutMs, async () => (await installation.queue()).ping()),
    ask('graph', timeoutMs, async () => (await installation.graph()).read('RETURN 1 AS one')),
  ])
  return { isReady: parts.every(({ isReady }) => isReady), parts }
}

async function ask(part: PartState['part'], timeoutMs: number, question: () => Promise<unknown>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs)
  })
  try {
    await Promise.race([question(), late])
    return { part, isReady: true, problem: null }
  } catch (error) {
    return { part, isReady: false, problem: error instanceof Error ? error.message : String(error) }
  } finally {
    clearTimeout(timer)
  }
}
