/** What another process holds and has computed, for the watch over children. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PAGE_KB = 4
/** The unit of times in /proc, on every Linux that Node runs on. */
const TICK_MS = 10

export interface ProcessCost {
  readonly residentMb: number
  /** Processor time of all its threads since it started; null where the system does not tell. */
  readonly computedMs: number | null
}

/** null where nothing can be told: the process has just ended, or the system has no `ps`. */
export async function costOf(pid: number): Promise<ProcessCost | null> {
  try {
    if (process.platform === 'linux') return costInProc(pid)
    if (process.platform === 'win32') return null
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
    return { residentMb: Number(stdout) / 1024, computedMs: null }
  } catch {
    return null
  }
}

/** Read at once: it is memory and no disk, and promises of it cost ten times as much. */
function costInProc(pid: number): ProcessCost {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // the name in brackets may hold anything; user and system time are the 14th and 15th field
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { residentMb: (pages * PAGE_KB) / 1024, computedMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
}
