/** Resident memory of another process, for the watch over the reader's children. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PAGE_KB = 4

/** In MB; null where it cannot be told (the process has just ended, or the system has no `ps`). */
export async function residentMbOf(pid: number): Promise<number | null> {
  try {
    if (process.platform === 'linux') {
      const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1])
      return Number.isFinite(pages) ? (pages * PAGE_KB) / 1024 : null
    }
    if (process.platform === 'win32') return null
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
    return Number(stdout) / 1024
  } catch {
    return null
  }
}
