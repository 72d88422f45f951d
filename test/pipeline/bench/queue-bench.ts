/**
 * What queue and store cost over plain extraction, and what a second worker gives: 200 papers of the size of the sample
 * corpus, taken in and worked off.
 *   npm run bench -- queue        (starts its own Redis and Neo4j; BENCH_ROUNDS=3 gives medians of alternating runs)
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledModule } from '../../../corpus/package-root.ts'
import type { Environment } from '../../../pipeline/config.ts'
import { startNeo4jServer } from '../../services/neo4j.ts'
import { freePort } from '../../services/port.ts'
import { startPostgresServer } from '../../services/postgres.ts'
import { startRedisServer } from '../../services/redis.ts'
import { computingMs } from './computing-time.ts'
import { writeSampleCopies } from './sample-copies.ts'

const PAPERS = 200
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 1)
const ONE_READER = { CALCIGRAPH_READERS: '1' }

interface Cost {
  readonly ms: number
  readonly computingMs: number
}

interface SetUp {
  readonly name: string
  run(): Promise<Cost>
}

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-bench-'))
const reports = join(folder, 'reports')
let places = 0

function start(environment: Environment, ...parameters: string[]) {
  const child = spawn(process.execPath, [compiledModule('test/pipeline/bench/bench-worker.ts'), ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let said = ''
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready')) resolve()
    }),
  )
  const ended = once(child, 'close').then(() => JSON.parse(said.trim().split('\n').at(-1)!) as Cost)
  return { ready, ended, stdin: child.stdin }
}

async function alone(environment: Environment, mode: string): Promise<Cost> {
  const worker = start(environment, mode, reports)
  await worker.ready
  worker.stdin.write('go\n')
  return worker.ended
}

/** Workers with a fresh place for papers, queue and graph; the first one takes the papers in and tells the time. */
async function together(environment: Environment, workers: number): Promise<Cost> {
  places += 1
  const own = { ...environment, CALCIGRAPH_DATA: join(folder, `data-${places}`), QUEUE_PREFIX: `bench${places}` }
  const first = start(own, 'ingest', reports)
  await first.ready
  const others = Array.from({ length: workers - 1 }, () => start(own, 'work'))
  await Promise.all(others.map(({ ready }) => ready))
  first.stdin.write('go\n')
  const cost = await first.ended
  for (const other of others) other.stdin.end()
  const helped = await Promise.all(others.map(({ ended }) => ended))
  return { ms: cost.ms, computingMs: helped.reduce((sum, each) => sum + each.computingMs, cost.computingMs) }
}

const costs = new Map<string, Cost[]>()

async function round(setUps: readonly SetUp[]): Promise<void> {
  for (const { name, run } of setUps) {
    const cost = await run()
    costs.set(name, [...(costs.get(name) ?? []), cost])
    const [load = 0] = loadavg()
    const figures = [`${(cost.ms / 1000).toFixed(1)} s`, `computing ${(cost.computingMs / 1000).toFixed(1)} s`]
    console.log(`${name.padEnd(34)} ${figures.join(', ').padEnd(28)} ${ratesOf(cost)}  load ${load.toFixed(1)}`)
  }
}

const ratesOf = ({ ms }: Cost): string => `${((PAPERS * 1000) / ms).toFixed(1).padStart(5)} papers/s`

function median(name: string, of: keyof Cost): number {
  const values = (costs.get(name) ?? []).map((cost) => cost[of]).sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}

function overhead(name: string): string {
  const over = (of: keyof Cost): string => `${Math.round((median(name, of) / median(PLAIN, of) - 1) * 100)} %`
  return `${over('ms')} by the clock, ${over('computingMs')} in computing`
}

mkdirSync(reports)
const from = await writeSampleCopies(reports, PAPERS)
console.log(`${PAPERS} papers made of ${from} samples, ${cpus().length} cores (${cpus()[0]?.model})`)

const PLAIN = 'plain, in one process'
const CHILD = 'plain, in children'
const EMBEDDED = 'embedded, one reader'
const SERVERS = 'Redis and Neo4j, one worker'
const TWO = 'Redis and Neo4j, two workers'
const POSTGRES = 'PostgreSQL and Neo4j, one worker'
const setUps: SetUp[] = [
  { name: PLAIN, run: () => alone(ONE_READER, 'plain') },
  { name: CHILD, run: () => alone(ONE_READER, 'children') },
  { name: EMBEDDED, run: () => together(ONE_READER, 1) },
  { name: 'embedded, two readers', run: () => together({ CALCIGRAPH_READERS: '2' }, 1) },
]

const redis = await startRedisServer(folder, await freePort())
const neo4j = await startNeo4jServer(join(folder, 'neo4j'), await freePort())
// a folder of its own: the server runs as another user
const postgresFolder = mkdtempSync(join(tmpdir(), 'calcigraph-bench-'))
const postgres = await startPostgresServer(postgresFolder, await freePort())
for (const server of [redis, neo4j, postgres]) if ('skipped' in server) console.log(server.skipped)
if (!('skipped' in redis) && !('skipped' in neo4j)) {
  const servers = { ...ONE_READER, REDIS_URL: redis.url, NEO4J_URL: neo4j.url }
  await together(servers, 1) // the Java machine compiles as it goes
  setUps.push({ name: SERVERS, run: () => together(servers, 1) }, { name: TWO, run: () => together(servers, 2) })
}
if (!('skipped' in postgres) && !('skipped' in neo4j)) {
  const servers = { ...ONE_READER, QUEUE_URL: postgres.url, NEO4J_URL: neo4j.url }
  setUps.push({ name: POSTGRES, run: () => together(servers, 1) })
}

for (let count = 0; count < ROUNDS; count += 1) await round(setUps)
for (const name of [EMBEDDED, SERVERS, POSTGRES])
  if (costs.has(name)) console.log(`overhead of ${name}: ${overhead(name)}`)
if (costs.has(TWO)) {
  console.log(`two workers: ${(median(SERVERS, 'ms') / median(TWO, 'ms')).toFixed(2)} times the speed of one`)
  if (!('skipped' in neo4j)) console.log(`Neo4j itself computed ${(computingMs(neo4j.pid) / 1000).toFixed(1)} s in all`)
}
for (const server of [redis, neo4j, postgres]) if (!('skipped' in server)) await server.kill()
for (const each of [folder, postgresFolder]) rmSync(each, { recursive: true, force: true })
