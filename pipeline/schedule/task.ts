/** Work on the whole store that is done at night or at the touch of a button. */
import { createHash } from 'node:crypto'
import type { Installation } from '../installation.ts'
import type { TaskRun } from '../queue/task-queue.ts'
import { rebuildGraph } from '../rebuild.ts'
import { reextract } from '../reextract/reextract.ts'
import { requeueUnfinished } from '../requeue-unfinished.ts'

const TASKS = {
  /** Papers extracted by other rules than the present ones are extracted again. */
  'reextract-outdated': (installation, run) =>
    reextract(installation, { scope: 'outdated', id: runIdOf(run), answers: false }),
  /** Papers that neither the queue nor the graph knows of are queued again. */
  'requeue-unfinished': (installation) => requeueUnfinished(installation),
  'rebuild-graph': (installation) => rebuildGraph(installation),
} as const satisfies Readonly<Record<string, (installation: Installation, run: TaskRun) => Promise<unknown>>>

export type TaskName = keyof typeof TASKS
export const TASK_NAMES = Object.keys(TASKS) as readonly TaskName[]

export function isTask(name: string): name is TaskName {
  return Object.hasOwn(TASKS, name)
}

/** @throws Error for a task of another version of the program */
export async function runTask(installation: Installation, run: TaskRun): Promise<void> {
  if (!isTask(run.task)) throw new Error(`there is no task "${run.task}" in this version of the program`)
  await TASKS[run.task](installation, run)
}

/** The same for every try of one job, so that a run that was cut off goes on. */
function runIdOf(run: TaskRun): string {
  const hash = createHash('sha256').update(run.id).digest('hex').slice(0, 4)
  return `${new Date(run.queuedAt).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}-${hash}`
}
