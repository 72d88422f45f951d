/**
 * A run of re-extraction over many papers, kept as one blob: what it was to do, and when it ended what it changed.
 * Which papers it has done stands in their histories, so a run that was cut off goes on where it was.
 */
import type { CasePapers } from '../case-papers.ts'
import type { FactChange } from './diff-records.ts'

export interface PaperChanges {
  readonly paper: string
  readonly file: string
  /** Ids of the extractions; `before` is null where the paper had none. */
  readonly before: string | null
  readonly after: string
  readonly changes: readonly FactChange[]
}

export interface ChangeCounts {
  readonly added: number
  readonly lost: number
  readonly changed: number
}

export interface ExtractionRun {
  /** Sorts by time: `20261121-094320-3f9a`. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly endedAt: string | null
  readonly scope: 'outdated' | 'all' | readonly string[]
  /** Where it was rolled back: when. */
  readonly rolledBackAt: string | null
  /** Papers extracted again, whether anything changed or not. */
  readonly papers: number
  /** Only papers with a new extraction. */
  readonly changed: readonly PaperChanges[]
  readonly total: ChangeCounts
  readonly byKind: Readonly<Record<string, ChangeCounts>>
  /** Named questions whose answer is another now; null where that was not worked out. */
  readonly answers: readonly string[] | null
  /** Papers that could not be extracted again, with the reason. */
  readonly failures: readonly { readonly paper: string; readonly file: string; readonly reason: string }[]
}

const keyOf = (id: string): string => `runs/${id}.json`
const RUN_ID = /^\d{8}-\d{6}-[0-9a-f]{4}$/

export async function putRun(papers: CasePapers, run: ExtractionRun): Promise<void> {
  await papers.blobs.write(keyOf(run.id), new TextEncoder().encode(`${JSON.stringify(run)}\n`))
}

export async function runOf(papers: CasePapers, id: string): Promise<ExtractionRun | null> {
  if (!RUN_ID.test(id)) return null
  const bytes = await papers.blobs.read(keyOf(id))
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as ExtractionRun)
}

/** Newest first. */
export async function listRuns(papers: CasePapers): Promise<readonly ExtractionRun[]> {
  const ids = (await papers.blobs.list('runs/')).map((key) => key.slice('runs/'.length, -'.json'.length))
  const runs = await Promise.all(ids.map((id) => runOf(papers, id)))
  return runs.filter((run) => run !== null).sort((a, b) => (a.id < b.id ? 1 : -1))
}

export function countChanges(changes: readonly FactChange[]): ChangeCounts {
  const count = (kind: FactChange['change']): number => changes.filter(({ change }) => change === kind).length
  return { added: count('added'), lost: count('lost'), changed: count('changed') }
}

export function countByKind(changes: readonly FactChange[]): Readonly<Record<string, ChangeCounts>> {
  const kinds = [...new Set(changes.map(({ kind }) => kind))].sort()
  return Object.fromEntries(kinds.map((kind) => [kind, countChanges(changes.filter((each) => each.kind === kind))]))
}
