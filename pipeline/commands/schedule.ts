/** `schedule`: recurring work. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Rhythm } from '../queue/task-queue.ts'
import { addSchedule, listSchedules, removeSchedule, runSchedule, ScheduleError } from '../schedule/schedules.ts'
import { TASK_NAMES, type TaskName } from '../schedule/task.ts'
import { CommandFailure, type Console, examples, UsageError } from './command.ts'
import { workOff } from './ingest.ts'
import { formatRows } from './print.ts'
import { withInstallation } from './with-installation.ts'

interface AddOptions {
  readonly task: TaskName
  readonly cron?: string
  readonly every?: number
  readonly timeZone: string
}

/** What a schedule must be is told by the scheduler; here it came from the command line. */
function asWrongCall(error: unknown): never {
  if (error instanceof ScheduleError) throw new UsageError(error.message, { cause: error })
  throw error
}

export function scheduleCommand(console: Console): Command {
  const schedule = new Command('schedule')
    .description(
      'Recurring work; workers (`work`, `serve`) carry it out. By default outdated papers are extracted again at night.',
    )
    .addHelpText(
      'after',
      examples(
        'schedule list',
        'schedule add weekly --task rebuild-graph --cron "0 4 * * 0" --time-zone Europe/Rome',
        'schedule run nightly-reextract',
      ),
    )
  schedule
    .command('list', { isDefault: true })
    .description('schedules and when each is due')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const rows = (await listSchedules(installation)).map(({ id, task, rhythm, nextAt }) => ({
          id,
          task,
          rhythm: rhythmText(rhythm),
          next: nextAt,
        }))
        console.out(formatRows(rows, 'table', ['id', 'task', 'rhythm', 'next']))
      }),
    )
  schedule
    .command('add <id>')
    .description('add a schedule, or change the one of that id')
    .addOption(new Option('--task <task>', 'what is done').choices(TASK_NAMES).default('reextract-outdated'))
    .option('--cron <pattern>', 'five fields: minute hour day month weekday')
    .option('--every <duration>', 'instead of --cron: 90s, 15m, 6h, 1d', durationMs)
    .option('--time-zone <zone>', 'of the cron pattern', Intl.DateTimeFormat().resolvedOptions().timeZone)
    .action((id: string, options: AddOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        const rhythm = rhythmOf(options)
        await addSchedule(installation, { id, task: options.task, rhythm }).catch(asWrongCall)
        console.out(`${id}: ${options.task}, ${rhythmText(rhythm)}.`)
      }),
    )
  schedule
    .command('remove <id>')
    .description('remove a schedule')
    .action((id: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        if (!(await removeSchedule(installation, id))) throw new CommandFailure(missing(id))
        console.out(`${id} removed.`)
      }),
    )
  schedule
    .command('run <id>')
    .description('do its task now, apart from its rhythm')
    .action((id: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        if (!(await runSchedule(installation, id))) throw new CommandFailure(missing(id))
        await workOff(installation, 0, console)
      }),
    )
  return schedule
}

const missing = (id: string): string => `There is no schedule "${id}"; \`calcigraph schedule list\` shows them.`

function rhythmOf({ cron, every, timeZone }: AddOptions): Rhythm {
  if ((cron === undefined) === (every === undefined)) throw new UsageError('Give either --cron or --every.')
  return cron === undefined ? { everyMs: every! } : { pattern: cron, timeZone }
}

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

function durationMs(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? []
  if (!count || !unit) throw new InvalidArgumentError('it must be a number with s, m, h or d, e.g. 15m')
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS]
}

function rhythmText(rhythm: Rhythm): string {
  if ('pattern' in rhythm) return `${rhythm.pattern} (${rhythm.timeZone})`
  const unit = (['d', 'h', 'm', 's'] as const).find((each) => rhythm.everyMs % UNIT_MS[each] === 0)
  return unit ? `every ${rhythm.everyMs / UNIT_MS[unit]} ${unit}` : `every ${rhythm.everyMs} ms`
}
