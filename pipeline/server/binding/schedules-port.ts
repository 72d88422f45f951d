/** What runs by the clock, as the browser shows it. */
import type { Installation } from '../../installation.ts'
import type { Rhythm } from '../../queue/task-queue.ts'
import {
  addSchedule,
  listSchedules,
  removeSchedule,
  runSchedule,
  ScheduleError,
  type ScheduleListing,
} from '../../schedule/schedules.ts'
import { TASK_NAMES, type TaskName } from '../../schedule/task.ts'
import { type SchedulesPort, ServerProblem } from '../ports.ts'
import type { Schedule, ScheduleRequest } from '../schemas/operation.ts'

export function schedulesPort(installation: Installation): SchedulesPort {
  return {
    list: async () => ({
      tasks: [...TASK_NAMES],
      schedules: (await listSchedules(installation)).map(scheduleView),
    }),
    async add(request) {
      try {
        await addSchedule(installation, { id: request.id, task: request.task as TaskName, rhythm: rhythmOf(request) })
      } catch (error) {
        if (!(error instanceof ScheduleError)) throw error
        throw new ServerProblem(400, 'bad-schedule', error.message, { cause: error })
      }
    },
    remove: (id) => removeSchedule(installation, id),
    run: (id) => runSchedule(installation, id),
  }
}

function rhythmOf({ pattern, everyMs, timeZone }: ScheduleRequest): Rhythm {
  return everyMs === null ? { pattern: pattern ?? '', timeZone: timeZone ?? 'UTC' } : { everyMs }
}

function scheduleView({ id, task, rhythm, nextAt }: ScheduleListing): Schedule {
  const isInterval = 'everyMs' in rhythm
  return {
    id,
    task,
    pattern: isInterval ? null : rhythm.pattern,
    everyMs: isInterval ? rhythm.everyMs : null,
    timeZone: isInterval ? null : rhythm.timeZone,
    nextAt,
  }
}
