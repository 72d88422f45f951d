/** From the embedded engines to Redis, Neo4j and an S3-compatible store by one call, and on from there with two workers. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { moveInstallation } from '../../pipeline/backup/move-installation.ts'
import { parseConfig } from '../../pipeline/config.ts'
import { enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import { type Installation, openInstallation } from '../../pipeline/installation.ts'
import { checkReadiness } from '../../pipeline/operation/readiness.ts'
import { rebuildGraph } from '../../pipeline/rebuild.ts'
import { factsOfPaper, judgeFact } from '../../pipeline/review/review.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { type S3Server, startS3 } from '../services/s3.ts'
import { service } from '../services/services.ts'
import { graphPicture } from './graph-picture.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

const [redis, neo4j] = await Promise.all([service('redis'), service('neo4j')])

describe.skipIf(redis === null || neo4j === null)('servers', () => {
  let embedded: TestInstallation
  let s3: S3Server
  let workers: readonly [Installation, Installation]

  beforeAll(async () => {
    s3 = await startS3()
    for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value)
    embedded = await openTestInstallation()
    for (const age of [33, 44, 55]) await enqueuePaper(embedded.installation, report({ age }), `at-${age}.txt`)
    await workUntilIdle(embedded.installation)
    const config = parseConfig(
      {
        REDIS_URL: redis!.url,
        QUEUE_PREFIX: `servers${process.pid}`,
        NEO4J_URL: neo4j!.url,
        NEO4J_USER: process.env.NEO4J_USER,
        NEO4J_PASSWORD: process.env.NEO4J_PASSWORD,
        PAPERS_URL: `s3://${s3.bucket}/calcigraph`,
        CALCIGRAPH_READERS: '1',
        CALCIGRAPH_RETRY_MS: '20',
      },
      { data: embedded.folder },
    )
    workers = [await openInstallation(config), await openInstallation(config)]
    await (await workers[0].graph()).clear()
  })
  afterAll(async () => {
    await (await workers?.[0].graph())?.clear()
    for (const each of workers ?? []) await each.close()
    await embedded?.close()
    await s3?.stop()
    vi.unstubAllEnvs()
  })
  const there = async (): Promise<string> => graphPicture(await workers[0].graph())
  const here = async (): Promise<string> => graphPicture(await embedded.installation.graph())

  it('take over everything, also what was on its way, and show the same graph', async () => {
    const [first] = await embedded.installation.papers.ids()
    const fact = (await factsOfPaper(embedded.installation.papers, first!)).find(({ kind }) => kind === 'deposit')
    await judgeFact(embedded.installation, fact!.id, { verdict: 'correct', correction: { max_mm: 36 } })
    await workUntilIdle(embedded.installation)
    const { paper } = await enqueuePaper(embedded.installation, report({ age: 66 }), 'on-its-way.txt')
    const moved = await moveInstallation(embedded.installation.papers, workers[0])
    expect(moved).toMatchObject({ papers: 3, queued: 1 })
    await Promise.all([workUntilIdle(workers[0]), workUntilIdle(workers[1])])
    await workUntilIdle(embedded.installation)
    expect(await workers[1].papers.document(paper)).not.toBeNull()
    expect(await there()).toBe(await here())
  })

  it('let two workers share the work, each paper once', async () => {
    for (let age = 20; age < 32; age += 1) await enqueuePaper(workers[0], report({ age }), `shared-${age}.txt`)
    const [one, two] = await Promise.all([workUntilIdle(workers[0]), workUntilIdle(workers[1])])
    expect(one.written + two.written).toBe(12)
    expect(one.failed + two.failed).toBe(0)
  })

  it('make the graph again from the records, byte for byte', async () => {
    const before = await there()
    await rebuildGraph(workers[0])
    expect(await there()).toBe(before)
  })

  it('answer when they are asked', async () => {
    expect((await checkReadiness(workers[0])).isReady).toBe(true)
    expect(await (await workers[0].queue()).backend.problem()).toBeNull()
  })

  it('are named in one sentence where they are down', async () => {
    const config = parseConfig(
      { REDIS_URL: 'redis://:secret@127.0.0.1:9', NEO4J_URL: neo4j!.url },
      { data: embedded.folder },
    )
    const installation = await openInstallation(config)
    const message =
      /^Redis at redis:\/\/:\*\*\*@127\.0\.0\.1:9 does not answer \(.*\); start it or correct REDIS_URL\.$/
    await expect(installation.queue()).rejects.toThrow(message)
    await installation.close()
  })
})
