/** One process at a time owns a data folder with embedded engines; a second one is told who has it. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemReason } from './machine-fault.ts'

export interface FolderOwner {
  readonly pid: number
  readonly host: string
  readonly command: string
  /** ISO 8601, UTC. */
  readonly since: string
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly birth: string
  readonly token: string
}

/** The data folder is in use. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  readonly owner: FolderOwner

  constructor(folder: string, owner: FolderOwner) {
    super(
      `The data folder ${folder} is in use by process ${owner.pid} on ${owner.host} (${owner.command}, since ${owner.since}); ` +
        'wait for it or stop it, or give another folder with --data.',
    )
    this.owner = owner
  }
}

export interface FolderLock {
  /** True where the last owner ended without letting go (killed, power cut). */
  readonly afterCrash: boolean
  release(): Promise<void>
}

const HEARTBEAT_MS = 5_000
/** An owner on another machine that gave no sign for so long is taken for dead. */
const SILENT_MS = 30_000

/** @throws FolderInUseError */
export async function lockDataFolder(
  folder: string,
  command = process.argv.slice(1, 3).join(' '),
): Promise<FolderLock> {
  const path = join(folder, 'owner.json')
  const owner: FolderOwner = {
    pid: process.pid,
    host: hostname(),
    command,
    since: new Date().toISOString(),
    birth: birthOf(process.pid),
    token: randomUUID(),
  }
  const beside = join(folder, `owner.${owner.token}.json`)
  await claimIn(folder, beside, owner)
  try {
    const afterCrash = await takeOver(folder, path, beside)
    const heartbeat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS)
    heartbeat.unref()
    return {
      afterCrash,
      async release() {
        clearInterval(heartbeat)
        if ((await ownerIn(path))?.token === owner.token) await rm(path, { force: true })
      },
    }
  } finally {
    await rm(beside, { force: true })
  }
}

async function claimIn(folder: string, beside: string, owner: FolderOwner): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(beside, `${JSON.stringify(owner)}\n`)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw new Error(
      `The data folder ${folder} cannot be written (${systemReason(error) ?? (error as Error).message}); ` +
        'mend that, or give another folder with --data.',
      { cause: error },
    )
  }
}

/** Who owns the folder now, or null. */
export async function folderOwner(folder: string): Promise<FolderOwner | null> {
  const path = join(folder, 'owner.json')
  const owner = await ownerIn(path)
  return owner && (await isAlive(path, owner)) ? owner : null
}

/** A link is made only where none is, so of two processes one wins; true where a dead owner's claim was put away. */
async function takeOver(folder: string, path: string, beside: string): Promise<boolean> {
  for (let afterCrash = false; ; ) {
    try {
      await link(beside, path)
      return afterCrash
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = await ownerIn(path)
    if (owner && (await isAlive(path, owner))) throw new FolderInUseError(folder, owner)
    await putAway(folder, path, owner)
    afterCrash = true
  }
}

/** Two may find the same dead owner: who moved a living claim by mistake puts it back. */
async function putAway(folder: string, path: string, dead: FolderOwner | null): Promise<void> {
  const aside = join(folder, `owner.${randomUUID()}.json`)
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await ownerIn(aside)
  if (moved && moved.token !== dead?.token) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

async function ownerIn(path: string): Promise<FolderOwner | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as FolderOwner
  } catch {
    return null
  }
}

async function isAlive(path: string, owner: FolderOwner): Promise<boolean> {
  if (owner.host === hostname()) return isRunning(owner.pid) && birthOf(owner.pid) === owner.birth
  const seen = await stat(path).catch(() => null)
  return seen !== null && Date.now() - seen.mtimeMs < SILENT_MS
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Start time in clock ticks since boot, where /proc tells it: process numbers come round again. */
function birthOf(pid: number): string {
  try {
    const stats = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stats.slice(stats.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
