/**
 * The graph at scale: writes synthetic cases one paper at a time into each engine and asks everything of it.
 * `node dist/test/bench/graph-bench.js [CASES] [grafeo|neo4j|both]`, 100,000 cases by default.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { associate } from '../../graph/associate/associate.ts'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphStore } from '../../graph/graph-store.ts'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { NAMED_QUERIES, runNamedQuery } from '../../graph/queries/index.ts'
import { startNeo4j } from '../services/neo4j.ts'
import { syntheticRecords } from './synthetic-records.ts'

export interface GraphBenchResult {
  readonly engine: string
  readonly cases: number
  readonly papers: number
  readonly papersPerSecond: number
  /** Time per paper over the last thousand papers, as a ratio to the first thousand after a warm-up of 200. */
  readonly slowdown: number
  readonly cardMs: number
  readonly slowestQuery: { readonly name: string; readonly ms: number }
  readonly queriesOverOneSecond: readonly string[]
  /** Resident memory of this program after everything, megabytes. */
  readonly residentMb: number
}

const WARM_UP = 200
const WINDOW = 1000

/** Fills the store from empty and measures; `writers` papers are under way at the same time, as with several workers. */
export async function graphBench(store: GraphStore, cases: number, writers: number): Promise<GraphBenchResult> {
  await store.clear()
  const writing = await writeAll(store, cases, writers)
  const card = await timed(() =>
    associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { strata: 'subtype' }),
  )
  const queries = []
  for (const { name } of NAMED_QUERIES) queries.push({ name, ms: await timed(() => runNamedQuery(store, name)) })
  queries.sort((a, b) => b.ms - a.ms)
  return {
    engine: store.engine,
    cases,
    ...writing,
    cardMs: card,
    slowestQuery: queries[0]!,
    queriesOverOneSecond: queries.filter(({ ms }) => ms > 1000).map(({ name, ms }) => `${name} ${ms}`),
    residentMb: Math.round(process.memoryUsage().rss / 1e6),
  }
}

async function writeAll(store: GraphStore, cases: number, writers: number) {
  const records = syntheticRecords(cases)
  const marks: number[] = []
  const start = performance.now()
  let papers = 0
  const writer = async () => {
    for (let next = records.next(); !next.done; next = records.next()) {
      await store.replacePaper(factsOf(next.value))
      papers++
      if (papers >= WARM_UP && (papers - WARM_UP) % WINDOW === 0) marks.push(performance.now())
      if (papers % 10_000 === 0)
        console.error(
          `${store.engine}: ${papers} papers, ${Math.round((papers / (performance.now() - start)) * 1000)}/s`,
        )
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  const seconds = (performance.now() - start) / 1000
  const windows = marks.slice(1).map((mark, index) => mark - marks[index]!)
  const slowdown = windows.length < 2 ? 1 : windows.at(-1)! / windows[0]!
  return { papers, papersPerSecond: Math.round(papers / seconds), slowdown: Math.round(slowdown * 100) / 100 }
}

/** The better of two runs, in whole milliseconds: the first may have to plan the query. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 2; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return Math.round(Math.min(...times))
}

/** Benches the embedded engine in a fresh folder. */
export async function benchGrafeo(cases: number): Promise<GraphBenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'calcigraph-graph-bench-'))
  try {
    const store = await openGraphStore({ folder })
    const result = await graphBench(store, cases, 1)
    await store.close()
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Benches Neo4j (that of NEO4J_URL, which is emptied, or one started for it); null where there is none. */
export async function benchNeo4j(cases: number): Promise<GraphBenchResult | null> {
  const service = await startNeo4j()
  if ('skipped' in service) {
    console.error(service.skipped)
    return null
  }
  try {
    const { NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env
    const store = await openGraphStore({ url: service.url, user, password })
    const result = await graphBench(store, cases, 4)
    await store.close()
    return result
  } finally {
    await service.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cases = Number(process.argv[2] ?? 100_000)
  const which = process.argv[3] ?? 'both'
  if (which !== 'neo4j') console.log(JSON.stringify(await benchGrafeo(cases)))
  if (which !== 'grafeo') console.log(JSON.stringify(await benchNeo4j(cases)))
}
