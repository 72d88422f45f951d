/** The one process of an embedded installation is killed 30 times while 200 papers run through it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { parseConfig } from '../../../pipeline/config.ts'
import { openInstallation } from '../../../pipeline/installation.ts'
import { chance, KILLS, reckon, startLife, undisturbedGraph, writeReports } from './chaos.ts'

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-chaos-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('embedded: every paper is in the graph exactly once after 30 kills', { timeout: 600_000 }, async () => {
  const random = chance()
  console.log(`chaos on the embedded engines: CHAOS_SEED=${random.seed}`)
  const reports = join(folder, 'reports')
  const ledger = join(folder, 'ledger')
  writeReports(reports)
  const expected = await undisturbedGraph(reports)
  const environment = {
    CALCIGRAPH_DATA: join(folder, 'data'),
    CALCIGRAPH_READERS: '2',
    CALCIGRAPH_RETRY_MS: '50',
    CHAOS_SLOWER_MS: '40',
  }
  const killedAt: number[] = []
  let allTakenIn = false
  while (killedAt.length < KILLS) {
    const life = startLife(environment, reports, ledger, allTakenIn ? 'work' : 'ingest')
    // one in five dies while it opens its stores, the others at work
    if (random.next() < 0.2) await pause(random.between(0, 900))
    else {
      allTakenIn = (await life.said('working')) || allTakenIn
      await pause(random.between(0, 350))
    }
    killedAt.push(Date.now())
    life.kill()
    const code = await life.ended
    expect(code === null || code === 0, `a worker ended on its own:\n${life.complaints()}`).toBe(true)
  }
  const last = startLife(environment, reports, ledger, 'ingest')
  expect(await last.ended, last.complaints()).toBe(0)
  const installation = await openInstallation(parseConfig(environment))
  expect(installation.warnings).toEqual([])
  await reckon(installation, ledger, expected, killedAt)
  await installation.close()
})
