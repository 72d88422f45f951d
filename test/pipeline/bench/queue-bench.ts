/**
 * What queue and store cost, and what a second worker gives: 200 papers of four pages.
 *   node dist/test/pipeline/bench/queue-bench.js        (starts its own Redis and Neo4j)
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledModule } from '../../../corpus/package-root.ts'
import type { Environment } from '../../../pipeline/config.ts'
import { startNeo4jServer } from '../../services/neo4j.ts'
import { freePort } from '../../services/port.ts'
import { startRedisServer } from '../../services/redis.ts'
import { soundPdf } from '../hostile-files.ts'

const PAPERS = 200
const PAGES = 4
const folder = mkdtempSync(join(tmpdir(), 'calcigraph-bench-'))
const reports = join(folder, 'reports')
let runs = 0

function start(environment: Environment, mode: string) {
  const child = spawn(process.execPath, [compiledModule('test/pipeline/bench/bench-worker.ts'), mode, reports], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(child, 'close').then(() => Number(said.trim().split('\n').at(-1)))
  const ready = async (): Promise<void> => {
    while (!said.includes('ready')) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { ended, ready, go: () => child.stdin.write('go\n') }
}

/** Milliseconds that the workers need for all papers; those are queued before the clock starts. */
async function work(environment: Environment, workers: number): Promise<number> {
  runs += 1
  const own = { ...environment, CALCIGRAPH_DATA: join(folder, `data-${runs}`), QUEUE_PREFIX: `bench${runs}` }
  await start(own, 'ingest').ended
  const started = Array.from({ length: workers }, () => start(own, 'work'))
  for (const worker of started) await worker.ready()
  for (const worker of started) worker.go()
  return Math.max(...(await Promise.all(started.map(({ ended }) => ended))))
}

const seconds = (ms: number): string =>
  `${(ms / 1000).toFixed(1).padStart(6)} s  ${((PAPERS * 1000) / ms).toFixed(1).padStart(6)} papers/s`

mkdirSync(reports)
for (let index = 0; index < PAPERS; index += 1)
  writeFileSync(join(reports, `${index}.pdf`), await soundPdf({ info: { Title: `Report ${index}` } }, PAGES))
console.log(`${PAPERS} papers of ${PAGES} pages, ${cpus().length} cores (${cpus()[0]?.model})`)
const one = { CALCIGRAPH_READERS: '1' }
const plain = await start(one, 'plain').ended
console.log(`plain, in one process              ${seconds(plain)}`)
const pool1 = await start(one, 'pool').ended
console.log(`plain, one reader child            ${seconds(pool1)}`)
const embedded = await work(one, 1)
console.log(
  `embedded, one reader child         ${seconds(embedded)}  overhead ${Math.round((embedded / plain - 1) * 100)} % over plain`,
)
const embedded2 = await work({ CALCIGRAPH_READERS: '2' }, 1)
console.log(`embedded, two reader children      ${seconds(embedded2)}`)
const redis = await startRedisServer(folder, await freePort())
if ('skipped' in redis) console.log(redis.skipped)
else {
  const neo4j = await startNeo4jServer(join(folder, 'neo4j'), await freePort())
  if ('skipped' in neo4j) console.log(neo4j.skipped)
  else {
    const servers = { ...one, REDIS_URL: redis.url, NEO4J_URL: neo4j.url }
    await work(servers, 1) // warms the Java machine
    const single = await work(servers, 1)
    console.log(
      `Redis and Neo4j, one worker        ${seconds(single)}  overhead ${Math.round((single / plain - 1) * 100)} % over plain`,
    )
    const double = await work(servers, 2)
    console.log(`Redis and Neo4j, two workers       ${seconds(double)}  ${(single / double).toFixed(2)} times one`)
    await neo4j.kill()
  }
  await redis.kill()
}
rmSync(folder, { recursive: true, force: true })
