/** Two workers, Redis and Neo4j: one of the four is killed 30 times while 200 papers run through them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { parseConfig } from '../../../pipeline/config.ts'
import { openInstallation } from '../../../pipeline/installation.ts'
import { startNeo4jServer } from '../../services/neo4j.ts'
import { freePort } from '../../services/port.ts'
import { startRedisServer } from '../../services/redis.ts'
import { chance, KILLS, type Life, reckon, startLife, undisturbedGraph, writeReports } from './chaos.ts'

interface Killable {
  kill(): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-chaos-'))
const alive = new Set<Killable>()
afterAll(async () => {
  for (const each of alive) await each.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function server<T extends Killable>(start: () => Promise<T | { skipped: string }>): Promise<T | null> {
  const started = await start()
  if ('skipped' in started) {
    if (process.env.CI === 'true') throw new Error(`CI must not skip: ${started.skipped}`)
    console.warn(`skipped: ${started.skipped}`)
    return null
  }
  alive.add(started)
  return started
}

const [redisPort, neo4jPort] = [await freePort(), await freePort()]
const startRedis = () => server(() => startRedisServer(folder, redisPort))
const startNeo4j = () => server(() => startNeo4jServer(join(folder, 'neo4j'), neo4jPort))
let [redis, neo4j] = await Promise.all([startRedis(), startNeo4j()])

it.skipIf(redis === null || neo4j === null)(
  'servers: every paper is in the graph exactly once after 30 kills',
  { timeout: 900_000 },
  async () => {
    const random = chance()
    console.log(`chaos on Redis and Neo4j: CHAOS_SEED=${random.seed}`)
    const reports = join(folder, 'reports')
    const ledger = join(folder, 'ledger')
    writeReports(reports)
    const expected = await undisturbedGraph(reports)
    const environment = {
      CALCIGRAPH_DATA: join(folder, 'data'),
      REDIS_URL: redis!.url,
      NEO4J_URL: neo4j!.url,
      CALCIGRAPH_READERS: '2',
      CALCIGRAPH_RETRY_MS: '200',
      CALCIGRAPH_ATTEMPTS: '60',
      CALCIGRAPH_LOCK_MS: '3000',
      CHAOS_SLOWER_MS: '60',
    }
    const lives: Life[] = []
    let allTakenIn = false
    const begin = (index: number): void => {
      const life = startLife(environment, reports, ledger, allTakenIn ? 'work' : 'ingest')
      void life.said('working').then((said) => {
        allTakenIn ||= said
      })
      lives[index] = life
    }
    begin(0)
    begin(1)
    const killedAt: number[] = []
    while (killedAt.length < KILLS) {
      await pause(random.between(50, 1_200))
      killedAt.push(Date.now())
      const target = random.next()
      if (target < 0.1) {
        await neo4j!.kill()
        alive.delete(neo4j!)
        neo4j = await startNeo4j()
      } else if (target < 0.3) {
        await redis!.kill()
        alive.delete(redis!)
        await pause(random.between(0, 800))
        redis = await startRedis()
      } else {
        const index = random.next() < 0.5 ? 0 : 1
        lives[index]!.kill()
        await lives[index]!.ended
        begin(index)
      }
    }
    // workers that found a store down at their start have ended by themselves, as under any supervisor
    for (let done = false; !done; ) {
      const codes = await Promise.all(lives.map((life) => life.ended))
      done = codes.every((code) => code === 0)
      for (const [index, code] of codes.entries()) {
        if (code === 0) continue
        expect(lives[index]!.complaints()).toMatch(/does not answer|can not be reached|cannot be reached|unavailable/i)
        begin(index)
      }
    }
    const installation = await openInstallation(parseConfig(environment))
    await reckon(installation, ledger, expected, killedAt)
    await installation.close()
  },
)
