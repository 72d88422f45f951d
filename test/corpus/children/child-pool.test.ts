/** Whatever a child does, its parent stays well, says why, and the next request is answered. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type ChildPool, openChildPool } from '../../../corpus/children/child-pool.ts'
import { compiledModule } from '../../../corpus/package-root.ts'
import type { Trial } from './trial-child.ts'

const LIMITS = { timeoutMs: 100_000, maxResidentMb: 2_000 }
let pool: ChildPool<Trial, string>
afterEach(() => pool?.close())

function open(children = 1, recycleAboveMb = 1_000): ChildPool<Trial, string> {
  pool = openChildPool({ module: 'test/corpus/children/trial-child.ts', children, recycleAboveMb })
  return pool
}

describe('a pool of children', () => {
  it.each([
    ['loops for ever', 'loop', { ...LIMITS, timeoutMs: 1_000 }, 'time'],
    ['fills the memory', 'fill', { ...LIMITS, maxResidentMb: 300 }, 'memory'],
    ['outgrows its heap before anybody looks', 'fill', { ...LIMITS, maxResidentMb: 100_000 }, 'memory'],
    ['ends by itself', 'exit', LIMITS, 'crash'],
  ] as const)('outlives a child that %s', async (_, act, limits, why) => {
    open()
    const bad = pool.ask({ act }, limits)
    const next = pool.ask({ act: 'echo', text: 'next' }, LIMITS)
    await expect(bad).rejects.toMatchObject({ name: 'ChildEndedError', why })
    expect(await next).toMatch(/ next$/)
  })

  it('has patience with a child that says it is busy, and some with one that does nothing', async () => {
    const hurry = { ...LIMITS, timeoutMs: 200 }
    await open().ask({ act: 'echo' }, LIMITS)
    expect(await pool.ask({ act: 'toil', text: 'done' }, hurry)).toMatch(/ done$/)
    await expect(pool.ask({ act: 'wait' }, hurry)).rejects.toMatchObject({ why: 'time' })
  })

  it('keeps a child as long as it is small', async () => {
    const ask = async (): Promise<string> => pool.ask({ act: 'echo' }, LIMITS)
    open()
    expect(await ask()).toBe(await ask())
    await pool.close()
    open(1, 1)
    expect(await ask()).not.toBe(await ask())
  })

  it('refuses work when it is closed, and gives up what it had', async () => {
    open()
    const asked = [pool.ask({ act: 'loop' }, LIMITS), pool.ask({ act: 'echo' }, LIMITS)]
    const ends = Promise.allSettled(asked)
    await pool.close()
    for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: { why: 'closed' } })
    await expect(pool.ask({ act: 'echo' }, LIMITS)).rejects.toMatchObject({ why: 'closed' })
  })

  it('leaves no child behind when its process is killed', async () => {
    const parent = spawn(process.execPath, [compiledModule('test/corpus/children/endless-parent.ts')])
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const child = Number(said.toString())
    const isRunning = (): boolean => {
      try {
        return process.kill(child, 0)
      } catch {
        return false
      }
    }
    expect(isRunning()).toBe(true)
    parent.kill('SIGKILL')
    while (isRunning()) await pause(100)
  })
})
