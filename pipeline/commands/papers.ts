/** `papers` and `jobs`: what is in the store and what the queue does. */
import { Command, Option } from 'commander'
import type { Installation } from '../installation.ts'
import { listPapers } from '../list-papers.ts'
import { JOB_STATES, type JobDetail, type JobState, type JobSummary } from '../queue/job-summary.ts'
import { CommandFailure, type Console, examples, plural } from './command.ts'
import { formatRows, ROW_FORMATS, type RowFormat } from './print.ts'
import { wholeNumber } from './query.ts'
import { withInstallation } from './with-installation.ts'

/** More than any queue holds; PostgreSQL counts in 32 bits. */
const ALL_JOBS = 1_000_000

const formatOption = (): Option =>
  new Option('-f, --format <format>', 'how rows are printed').choices(ROW_FORMATS).default('table')

export function papersCommand(console: Console): Command {
  return new Command('papers')
    .description('List the papers in the store: what they are, how many patients, and what stands in their way.')
    .addOption(formatOption())
    .addHelpText('after', examples('papers', 'papers --format csv'))
    .action(({ format }: { format: RowFormat }, command: Command) =>
      withInstallation(command, async (installation) =>
        console.out(formatRows(await paperRows(installation), format, PAPER_COLUMNS)),
      ),
    )
}

const PAPER_COLUMNS = ['paper', 'file', 'kind', 'year', 'patients', 'facts', 'state', 'title'] as const

async function paperRows({ papers }: Installation) {
  return (await listPapers(papers)).map(({ id, file, kind, year, cases, facts, state, note, title }) => ({
    paper: shortId(id),
    file,
    kind,
    year,
    patients: cases,
    facts,
    state: note ? `${state}: ${note}` : state,
    title,
  }))
}

/** Enough of an id to tell papers apart by eye. */
export function shortId(id: string): string {
  return id.slice(0, 'sha256:'.length + 12)
}

export function jobsCommand(console: Console): Command {
  const jobs = new Command('jobs')
    .description('Look at the queue and try failed jobs again.')
    .addHelpText('after', examples('jobs list --state failed', 'jobs show <id>', 'jobs retry'))
  jobs
    .command('list', { isDefault: true })
    .description('list jobs, the newest first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(JOB_STATES))
    .option('--limit <number>', 'at most so many', wholeNumber, 50)
    .addOption(formatOption())
    .action((options: { state?: JobState; limit: number; format: RowFormat }, command: Command) =>
      withInstallation(command, async (installation) => {
        const queue = await installation.queue()
        const found = await queue.list({ limit: options.limit, ...(options.state ? { states: [options.state] } : {}) })
        console.out(
          formatRows(found.map(jobRow), options.format, ['id', 'step', 'state', 'file', 'queued', 'tries', 'remark']),
        )
      }),
    )
  jobs
    .command('show <id>')
    .description('everything about one job (the id may be shortened where it stays clear)')
    .action((id: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => console.out(describeJob(await jobOf(installation, id)))),
    )
  jobs
    .command('retry [id...]')
    .description('let failed jobs wait again, all of them where none is named')
    .action((ids: string[], _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const queue = await installation.queue()
        const wanted =
          ids.length > 0 ? await Promise.all(ids.map(async (id) => (await jobOf(installation, id)).id)) : undefined
        const retried = await queue.retry(wanted)
        console.out(`${plural(retried.length, 'job')} waiting again; \`calcigraph work --until-idle\` works them off.`)
      }),
    )
  return jobs
}

const jobRow = (job: JobSummary) => ({
  id: job.id.replace(/^(\w+-[0-9a-f]{12})[0-9a-f]+/, '$1'),
  step: job.step,
  state: job.state,
  file: job.file,
  queued: new Date(job.queuedAt).toISOString(),
  tries: job.attempts,
  remark: job.reason ?? job.note,
})

/** Finds a job by its id or by the beginning that `list` shows (step, 12 digits, version). */
async function jobOf(installation: Installation, id: string): Promise<JobDetail> {
  const queue = await installation.queue()
  const exact = await queue.show(id)
  if (exact) return exact
  const all = await queue.list({ limit: ALL_JOBS })
  const near = all.filter((job) => job.id.startsWith(id) || jobRow(job).id === id)
  const found = near.length === 1 ? await queue.show(near[0]!.id) : null
  if (!found) {
    throw new CommandFailure(
      near.length > 1
        ? `${near.length} jobs begin with "${id}": give more of the id.`
        : `There is no job "${id}"; \`calcigraph jobs list\` shows them.`,
    )
  }
  return found
}

function describeJob(job: JobDetail): string {
  const time = (ms: number | null): string => (ms === null ? '-' : new Date(ms).toISOString())
  return [
    `${job.id}: ${job.step}, ${job.state}`,
    `file      ${job.file}`,
    `paper     ${job.paper}`,
    `urgency   ${job.urgency}`,
    `queued    ${time(job.queuedAt)}`,
    `started   ${time(job.startedAt)}`,
    `finished  ${time(job.finishedAt)}`,
    `tries     ${job.attempts} (begun ${job.starts} times)`,
    ...(job.reason ? [`reason    ${job.reason}`] : []),
    ...(job.note ? [`note      ${job.note}`] : []),
    ...job.log.map((text) => `log       ${text}`),
  ].join('\n')
}
