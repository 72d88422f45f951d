/** What the chaos tests share: seeded chance, reports to work on, processes to kill, and the reckoning at the end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { compiledModule } from '../../../corpus/package-root.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { extractRecord } from '../../../extractors/extract.ts'
import { factsOf } from '../../../graph/facts-of-record.ts'
import type { GraphStore } from '../../../graph/graph-store.ts'
import { openGraphStore } from '../../../graph/open-graph-store.ts'
import type { Environment } from '../../../pipeline/config.ts'
import { currentRecord } from '../../../pipeline/current-record.ts'
import type { Installation } from '../../../pipeline/installation.ts'
import { STEPS } from '../../../pipeline/queue/job.ts'
import { graphPicture } from '../graph-picture.ts'
import { report } from '../reports.ts'

export const PAPERS = 200
export const KILLS = 30

/** The same numbers for the same seed (mulberry32); CHAOS_SEED repeats a run that failed. */
export function chance(): { readonly seed: number; next(): number; between(least: number, most: number): number } {
  const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, next, between: (least, most) => least + next() * (most - least) }
}

export function writeReports(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < PAPERS; index += 1)
    writeFileSync(join(folder, `paper-${String(index).padStart(3, '0')}.txt`), reportOf(index))
}

function reportOf(index: number): Uint8Array {
  return report({
    age: 20 + (index % 60),
    sex: index % 3 === 0 ? 'man' : 'woman',
    titre: 40 * 2 ** (index % 6),
    scl70: index % 2 === 0 ? 'positive' : 'negative',
    mm: 10 + index,
    side: index % 5 === 0 ? 'right' : 'left',
  })
}

/** The graph that the reports amount to when nothing disturbs: read, extracted and written here, one by one. */
export async function undisturbedGraph(reports: string): Promise<string> {
  const graph = await openGraphStore({ folder: null })
  for (let index = 0; index < PAPERS; index += 1) {
    const file = `paper-${String(index).padStart(3, '0')}.txt`
    const document = await readReport(readFileSync(join(reports, file)), file)
    await graph.replacePaper(factsOf(extractRecord(document)))
  }
  const picture = await graphPicture(graph)
  await graph.close()
  return picture
}

export interface Life {
  /** Resolves once the process has said this, or has ended without. */
  said(word: string): Promise<boolean>
  readonly ended: Promise<number | null>
  kill(): void
  readonly complaints: () => string
}

export function startLife(environment: Environment, reports: string, ledger: string, mode: 'ingest' | 'work'): Life {
  const child: ChildProcess = spawn(
    process.execPath,
    [compiledModule('test/pipeline/chaos/chaos-worker.ts'), reports, ledger, mode],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('close', () => process.off('exit', kill))
  let heard = ''
  let complaints = ''
  const ears = new Set<() => void>()
  child.stdout!.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
    for (const ear of ears) ear()
  })
  child.stderr!.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    ended,
    said: (word) =>
      Promise.race([
        new Promise<boolean>((resolve) => {
          const ear = (): void => {
            if (heard.includes(word)) resolve(true)
          }
          ears.add(ear)
          ear()
        }),
        ended.then(() => heard.includes(word)),
      ]),
    kill,
    complaints: () => complaints,
  }
}

interface Run {
  starts: number
  /** Tries that ended because a store was down. */
  retries: number
  firstAt: number
  lastAt: number
}

function runsOf(ledger: string): ReadonlyMap<string, Run> {
  const runs = new Map<string, Run>()
  for (const line of readFileSync(ledger, 'utf8').split('\n')) {
    const [time, type, job] = line.split(' ')
    // a stalled job is told by whoever finds it; a killed process may leave half a line
    if (job === undefined || type === 'stalled') continue
    const at = Number(time)
    const run = runs.get(job) ?? { starts: 0, retries: 0, firstAt: at, lastAt: at }
    run.starts += type === 'started' ? 1 : 0
    run.retries += type === 'retrying' ? 1 : 0
    run.lastAt = at
    runs.set(job, run)
  }
  return runs
}

/** What ended just before a kill may not have reached the queue. */
const UNKEPT_MS = 2_000

/** Jobs that began more often than once for every time, and once more for each kill and each retry while they ran. */
function unexplainedRuns(runs: ReadonlyMap<string, Run>, killedAt: readonly number[]): readonly object[] {
  return [...runs].flatMap(([job, run]) => {
    const kills = killedAt.filter((at) => at >= run.firstAt && at <= run.lastAt + UNKEPT_MS).length
    return run.starts <= 1 + kills + run.retries ? [] : [{ job, ...run, kills }]
  })
}

/** The first line in which two pictures of a graph differ; the whole of them would drown the report. */
function firstDifference(one: string, other: string): object | null {
  if (one === other) return null
  const [a, b] = [one.split('\n'), other.split('\n')]
  const at = a.findIndex((line, index) => line !== b[index])
  return { lines: [a.length, b.length], at, one: a[at], other: b[at] }
}

/** Every paper once in the graph, no job stuck or failed, and none begun more often than the kills explain. */
export async function reckon(
  installation: Installation,
  ledger: string,
  expected: string,
  killedAt: readonly number[],
): Promise<void> {
  const queue = await installation.queue()
  const counts = await queue.counts()
  for (const step of STEPS) {
    const { active, waiting, prioritized, delayed, failed } = counts[step]
    expect({ step, active, waiting, prioritized, delayed, failed }).toEqual({
      step,
      active: 0,
      waiting: 0,
      prioritized: 0,
      delayed: 0,
      failed: 0,
    })
  }
  const graph: GraphStore = await installation.graph()
  const rows = await graph.read('MATCH (p:Paper) RETURN p.id AS id, count(p) AS times ORDER BY id')
  expect(rows).toHaveLength(PAPERS)
  expect(rows.every(({ times }) => times === 1)).toBe(true)
  for (const id of await installation.papers.ids()) {
    expect(await currentRecord(installation.papers, id)).not.toBeNull()
    const log = await installation.papers.log(id)
    expect(log.filter(({ kind }) => kind === 'extraction')).toHaveLength(1)
  }
  expect(firstDifference(await graphPicture(graph), expected)).toBeNull()
  const runs = runsOf(ledger)
  expect(runs.size).toBe(PAPERS * STEPS.length)
  expect(unexplainedRuns(runs, killedAt)).toEqual([])
}
