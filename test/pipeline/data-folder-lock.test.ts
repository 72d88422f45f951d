import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUseError, type FolderOwner, folderOwner, lockDataFolder } from '../../pipeline/data-folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calcigraph-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid

function leave(owner: Partial<FolderOwner>): string {
  const path = join(folder, 'owner.json')
  const whole = {
    pid: gone(),
    host: hostname(),
    command: 'work',
    since: '2026-01-01',
    birth: '1',
    token: 't',
    ...owner,
  }
  writeFileSync(path, JSON.stringify(whole))
  return path
}

describe('the lock of a data folder', () => {
  it('is given to one, who is named to the second, and free again afterwards', async () => {
    const lock = await lockDataFolder(folder, 'calcigraph work')
    expect(lock.afterCrash).toBe(false)
    await expect(lockDataFolder(folder)).rejects.toThrow(FolderInUseError)
    await expect(lockDataFolder(folder)).rejects.toThrow(`process ${process.pid} on ${hostname()} (calcigraph work`)
    expect((await folderOwner(folder))?.pid).toBe(process.pid)
    await lock.release()
    expect(await folderOwner(folder)).toBeNull()
    await (await lockDataFolder(folder)).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over from a process that was killed', async () => {
    leave({})
    const lock = await lockDataFolder(folder)
    expect(lock.afterCrash).toBe(true)
    await lock.release()
  })

  it('is taken over where the number now belongs to a later process', async () => {
    leave({ pid: process.pid, birth: 'another' })
    await (await lockDataFolder(folder)).release()
  })

  it('is left to another machine as long as that gives a sign', async () => {
    const path = leave({ host: 'another-machine' })
    await expect(lockDataFolder(folder)).rejects.toThrow(/on another-machine/)
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(path, longAgo, longAgo)
    await (await lockDataFolder(folder)).release()
  })

  it('is taken over from a claim that can not be read', async () => {
    writeFileSync(join(folder, 'owner.json'), '{"pid": 1')
    await (await lockDataFolder(folder)).release()
  })

  it('goes to exactly one of many that find a dead owner at once', async () => {
    leave({})
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder)))
    const won = tries.filter((each) => each.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const each of tries) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(FolderInUseError)
    await won[0]!.value.release()
  })
})
