/** What a process has computed, in all its threads and children: on a machine that others use, truer than the clock. */
import { readdirSync, readFileSync } from 'node:fs'

/** The unit of /proc on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** In milliseconds, with the children that live and those that ended; NaN where the system does not tell. */
export function computingMs(pid: number): number {
  try {
    const fields = statOf(pid)
    const [user, system, ofEndedUser, ofEndedSystem] = fields.slice(11, 15).map(Number)
    const own = ((user! + system! + ofEndedUser! + ofEndedSystem!) * 1000) / TICKS_PER_SECOND
    return childrenOf(pid).reduce((sum, child) => sum + computingMs(child), own)
  } catch {
    return Number.NaN
  }
}

/** What follows the name, which may hold anything. */
function statOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  )
}
