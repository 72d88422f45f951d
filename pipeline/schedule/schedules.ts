/**
 * Schedules are kept in the paper store and only carried out by the queue: a lost queue loses none, and at every start
 * the queue is brought to say what the store says. That also mends schedulers that came to a standstill, doubled or
 * survived their removal, which the queue library has had trouble with.
 */
import type { CasePapers } from '../case-papers.ts'
import type { Installation } from '../installation.ts'
import type { Rhythm, Scheduler, TaskQueue } from '../queue/task-queue.ts'
import { isTask, TASK_NAMES, type TaskName } from './task.ts'

export interface Schedule {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string
  readonly task: TaskName
  readonly rhythm: Rhythm
}

export interface ScheduleListing extends Schedule {
  /** ISO 8601, UTC; null where the queue has nothing due (it is mended at the next start of a worker). */
  readonly nextAt: string | null
}

/** The schedule makes no sense; the message says why. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError'
}

const FOLDER = 'schedules/'
/** There from the first start on, so that a removed default does not come back. */
const DEFAULTS_MADE = 'settings/default-schedules.json'
export const DEFAULT_SCHEDULES: readonly Schedule[] = [
  { id: 'nightly-reextract', task: 'reextract-outdated', rhythm: { pattern: '30 2 * * *', timeZone: 'UTC' } },
]
const SHORTEST_MS = 1_000
const ID = /^[a-z][a-z0-9-]{0,59}$/

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`)
const keyOf = (id: string): string => `${FOLDER}${id}.json`

/** Adds the schedule, or changes the one of the same id. @throws ScheduleError */
export async function addSchedule(installation: Installation, schedule: Schedule): Promise<void> {
  check(schedule)
  const { tasks } = await installation.queue()
  try {
    await tasks.schedule(schedule.id, schedule.task, schedule.rhythm)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ScheduleError(`The schedule "${schedule.id}" can not be set (${reason}).`, { cause: error })
  }
  await installation.papers.blobs.write(keyOf(schedule.id), encode(schedule))
}

/** False where there is none. */
export async function removeSchedule(installation: Installation, id: string): Promise<boolean> {
  const { blobs } = installation.papers
  if (!ID.test(id) || !(await blobs.has(keyOf(id)))) return false
  await blobs.remove(keyOf(id))
  await (await installation.queue()).tasks.unschedule(id)
  return true
}

export async function listSchedules(installation: Installation): Promise<readonly ScheduleListing[]> {
  const { tasks } = await installation.queue()
  const due = new Map((await tasks.schedulers()).map((scheduler) => [scheduler.id, scheduler.nextAt]))
  return (await storedSchedules(installation.papers)).map((schedule) => {
    const nextAt = due.get(schedule.id) ?? null
    return { ...schedule, nextAt: nextAt === null ? null : new Date(nextAt).toISOString() }
  })
}

/** Runs the schedule's task now, apart from its rhythm; false where there is no such schedule. */
export async function runSchedule(installation: Installation, id: string): Promise<boolean> {
  const schedule = (await storedSchedules(installation.papers)).find((each) => each.id === id)
  if (!schedule) return false
  await (await installation.queue()).tasks.runNow(schedule.task, id)
  return true
}

/** Brings the queue to what the store says; called whenever workers start. */
export async function reconcileSchedules(papers: CasePapers, tasks: TaskQueue): Promise<void> {
  if (await papers.blobs.create(DEFAULTS_MADE, encode({ made: true })))
    for (const schedule of DEFAULT_SCHEDULES) await papers.blobs.create(keyOf(schedule.id), encode(schedule))
  const stored = await storedSchedules(papers)
  const present = await tasks.schedulers()
  for (const { id } of present) if (!stored.some((each) => each.id === id)) await tasks.unschedule(id)
  for (const schedule of stored) {
    const found = present.filter(({ id }) => id === schedule.id)
    if (found.length === 1 && isSame(found[0]!, schedule) && (await tasks.isAlive(found[0]!))) continue
    await tasks.schedule(schedule.id, schedule.task, schedule.rhythm)
  }
}

export async function storedSchedules(papers: CasePapers): Promise<readonly Schedule[]> {
  const schedules: Schedule[] = []
  for (const key of await papers.blobs.list(FOLDER)) {
    const bytes = await papers.blobs.read(key)
    if (bytes) schedules.push(JSON.parse(new TextDecoder().decode(bytes)) as Schedule)
  }
  return schedules
}

function isSame(scheduler: Scheduler, { task, rhythm }: Schedule): boolean {
  return scheduler.task === task && JSON.stringify(scheduler.rhythm) === JSON.stringify(rhythm)
}

function check({ id, task, rhythm }: Schedule): void {
  if (!ID.test(id))
    throw new ScheduleError(`"${id}" can not name a schedule: lower-case letters, digits and hyphens, a letter first.`)
  if (!isTask(task)) throw new ScheduleError(`There is no task "${task}"; there are ${TASK_NAMES.join(', ')}.`)
  if ('everyMs' in rhythm) {
    if (!Number.isInteger(rhythm.everyMs) || rhythm.everyMs < SHORTEST_MS)
      throw new ScheduleError(`The interval must be at least ${SHORTEST_MS / 1000} s.`)
    return
  }
  if (!/^\S+(\s+\S+){4,5}$/.test(rhythm.pattern.trim()))
    throw new ScheduleError(`"${rhythm.pattern}" is no cron pattern: five fields as in "30 2 * * *".`)
  try {
    new Intl.DateTimeFormat('en', { timeZone: rhythm.timeZone })
  } catch (error) {
    throw new ScheduleError(`"${rhythm.timeZone}" is no time zone; give one as in Europe/Berlin.`, { cause: error })
  }
}
