/**
 * Summaries of all papers in memory, so that lists answer at once. The number of log entries tells which paper
 * changed, here or by another process; only those are read anew.
 */
import type { CasePapers } from '../../case-papers.ts'
import type { PaperSummary } from '../schemas/papers.ts'
import { summaryOf } from './paper-summary.ts'

export interface PaperIndex {
  /** A few seconds behind the store at most. */
  summaries(): Promise<readonly PaperSummary[]>
  summary(id: string): Promise<PaperSummary | null>
  /** Reads one paper anew, because something is known to have happened to it. */
  touch(id: string): Promise<PaperSummary | null>
}

const MAX_AGE_MS = 2_000
/** Files read at once. */
const READS_AT_ONCE = 16

/** `onChange` hears of papers that were changed by others, when the list is made anew. */
export function openPaperIndex(
  papers: CasePapers,
  onChange: (summary: PaperSummary) => void = () => {},
  now: () => number = Date.now,
): PaperIndex {
  const known = new Map<string, { readonly revision: number; readonly summary: PaperSummary }>()
  let refreshedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | null = null

  async function touch(id: string): Promise<PaperSummary | null> {
    const summary = await summaryOf(papers, id)
    if (summary === null) known.delete(id)
    else known.set(id, { revision: (await papers.state(id)).revision, summary })
    return summary
  }

  async function refresh(): Promise<void> {
    const isFirst = refreshedAt === Number.NEGATIVE_INFINITY
    const revisions = revisionsOf(await papers.blobs.list('papers/'))
    for (const id of known.keys()) if (!revisions.has(id)) known.delete(id)
    const changed = [...revisions].filter(([id, revision]) => known.get(id)?.revision !== revision)
    const lines = Array.from({ length: READS_AT_ONCE }, async () => {
      for (let next = changed.pop(); next; next = changed.pop()) {
        const summary = await touch(next[0])
        if (summary && !isFirst) onChange(summary)
      }
    })
    await Promise.all(lines)
    refreshedAt = now()
  }

  async function fresh(): Promise<void> {
    if (now() - refreshedAt <= MAX_AGE_MS) return
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    // the first time there is nothing to show yet; later the old list will do while the new one is made
    if (refreshedAt === Number.NEGATIVE_INFINITY) await refreshing
    else refreshing.catch(() => {})
  }

  return {
    async summaries() {
      await fresh()
      return [...known.values()].map(({ summary }) => summary)
    },
    async summary(id) {
      await fresh()
      return known.get(id)?.summary ?? touch(id)
    },
    touch,
  }
}

/** Number of log entries of each paper, from the names of the files alone. */
function revisionsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const revisions = new Map<string, number>()
  const logged = new Map<string, number>()
  for (const key of keys) {
    const [, hex, rest] = /^papers\/[0-9a-f]{2}\/([0-9a-f]{64})\/(.+)$/.exec(key) ?? []
    if (hex === undefined || rest === undefined) continue
    if (rest === 'paper.json') revisions.set(`sha256:${hex}`, 0)
    if (rest.startsWith('log/')) logged.set(`sha256:${hex}`, (logged.get(`sha256:${hex}`) ?? 0) + 1)
  }
  for (const id of revisions.keys()) revisions.set(id, logged.get(id) ?? 0)
  return revisions
}
