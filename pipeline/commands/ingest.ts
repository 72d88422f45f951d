/** `ingest PATH...` and `work`: papers into the queue, and the queue worked off. */
import { stat } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { enqueueFiles } from '../enqueue-files.ts'
import type { EnqueuedPaper } from '../enqueue-paper.ts'
import type { Installation } from '../installation.ts'
import type { JobEvent } from '../queue/workers.ts'
import { watchFolder } from '../watch-folder.ts'
import { startWorking, type WorkSummary, workUntilIdle } from '../work.ts'
import { CommandFailure, type Console, examples, plural, sentenceOf, UsageError } from './command.ts'
import { reportFiles } from './report-files.ts'
import { untilInterrupted, withInstallation } from './with-installation.ts'
import { startWorkProgress } from './work-progress.ts'

interface IngestOptions {
  readonly wait: boolean
  readonly retry?: boolean
  readonly watch?: boolean
  readonly priority: 'upload' | 'ingest' | 'backfill'
}

export function ingestCommand(console: Console): Command {
  return new Command('ingest')
    .description(
      'Queue reports and work them off: read, extract, write to the graph. The same paper twice is work once.',
    )
    .argument('<path...>', 'reports (.pdf, .txt, JATS .xml), folders or patterns')
    .option('--no-wait', 'only queue; `work` or another machine does the rest')
    .option('--watch', 'go on taking in what is put into these folders, once it is there as a whole')
    .option('--retry', 'try papers again that could not be read before')
    .addOption(
      new Option('--priority <urgency>', 'what goes first').choices(['upload', 'ingest', 'backfill']).default('ingest'),
    )
    .addHelpText(
      'after',
      examples('ingest papers/', "ingest 'papers/2019-*.pdf'", 'ingest letter.pdf --no-wait', 'ingest --watch inbox/'),
    )
    .action((paths: string[], options: IngestOptions, command: Command) =>
      options.watch
        ? withInstallation(command, (installation) => watch(installation, paths, options, console))
        : ingestFound(command, paths, options, console),
    )
}

export function workCommand(console: Console): Command {
  return new Command('work')
    .description('Work off the queue; with servers, any number of these on any number of machines.')
    .option('--until-idle', 'end when nothing is left to do, instead of waiting for more')
    .addHelpText('after', examples('work', 'work --until-idle'))
    .action(({ untilIdle }: { untilIdle?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        if (untilIdle) await workOff(installation, 0, console)
        else await workOn(installation, console)
      }),
    )
}

/** A wrong path is told before a data folder is made. */
async function ingestFound(
  command: Command,
  paths: readonly string[],
  options: IngestOptions,
  console: Console,
): Promise<void> {
  const files = await reportFiles(paths)
  await withInstallation(command, (installation) => ingestFiles(installation, files, options, console))
}

export async function ingestPaths(
  installation: Installation,
  paths: readonly string[],
  options: IngestOptions,
  console: Console,
): Promise<void> {
  await ingestFiles(installation, await reportFiles(paths), options, console)
}

async function ingestFiles(
  installation: Installation,
  files: readonly string[],
  options: IngestOptions,
  console: Console,
): Promise<void> {
  const { papers, unreadable } = await enqueueAll(installation, files, options, console)
  const busy = papers.filter(({ outcome }) => outcome === 'queued' || outcome === 'pending').length
  console.log(`${plural(files.length, 'report')}: ${outcomesOf(papers, unreadable)}.`)
  const failures = busy > 0 && options.wait ? (await workOff(installation, busy, console)).failures.length : 0
  // what failed before and was not tried again is a failure of this call, too
  const failed = failures + unreadable + papers.filter(({ outcome }) => outcome === 'failed').length
  if (failed > 0)
    throw new CommandFailure(
      `${plural(failed, 'report')} could not be taken in (see above); the others are in the graph.`,
    )
}

async function enqueueAll(
  installation: Installation,
  files: readonly string[],
  options: IngestOptions,
  console: Console,
): Promise<{ papers: readonly EnqueuedPaper[]; unreadable: number }> {
  const papers: EnqueuedPaper[] = []
  let unreadable = 0
  const how = { urgency: options.priority, retry: options.retry === true }
  for await (const { path, paper, error } of enqueueFiles(installation, files, how)) {
    if (paper) papers.push(paper)
    else unreadable += 1
    const note = paper ? paper.note : sentenceOf(error)
    if (note) console.log(`${path}: ${note}`)
  }
  return { papers, unreadable }
}

function outcomesOf(papers: readonly EnqueuedPaper[], unreadable: number): string {
  const count = (outcome: EnqueuedPaper['outcome']): number =>
    papers.filter((paper) => paper.outcome === outcome).length
  const parts = [
    [count('queued'), 'queued'],
    [count('pending'), 'under way'],
    [count('known'), 'already in the graph'],
    [count('failed') + unreadable, 'failed'],
  ] as const
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ')
}

/** Works until nothing is left, with progress; says on the log what failed. */
export async function workOff(installation: Installation, papers: number, console: Console): Promise<WorkSummary> {
  // a person who waits is told at once that the graph is down; what is queued stays queued
  await installation.graph()
  const progress = startWorkProgress(papers, console)
  let wasInterrupted = false
  const summary = await untilInterrupted(console.log, async (signal) => {
    const worked = await workUntilIdle(installation, { signal, onEvent: progress.onEvent })
    wasInterrupted = signal.aborted
    return worked
  }).finally(progress.stop)
  for (const { file, step, reason } of summary.failures) console.log(`${file}: ${step} failed: ${reason}`)
  console.log(
    `${plural(summary.written, 'paper')} written to the graph, ${summary.known} already known, ${summary.failures.length} failed.`,
  )
  if (wasInterrupted) console.log('What is left stays in the queue; `calcigraph work --until-idle` goes on with it.')
  return summary
}

async function workOn(installation: Installation, console: Console): Promise<void> {
  await untilInterrupted(console.log, async (signal) => {
    const workers = await startWorking(installation, { signal, onEvent: (event) => logEvent(event, console) })
    console.log('Waiting for papers; Ctrl-C ends.')
    await aborted(signal)
    await workers.stop()
  })
}

/** Takes in what is put into the folders until Ctrl-C; works it off unless that is left to others. */
async function watch(
  installation: Installation,
  folders: readonly string[],
  options: IngestOptions,
  console: Console,
): Promise<void> {
  for (const folder of folders) {
    if (!(await stat(folder).catch(() => null))?.isDirectory())
      throw new UsageError(`"${folder}" is no folder; --watch follows folders.`)
  }
  await untilInterrupted(console.log, async (signal) => {
    const workers = options.wait
      ? await startWorking(installation, { signal, onEvent: (event) => logEvent(event, console) })
      : null
    const watches = folders.map((folder) =>
      watchFolder(installation, folder, {
        urgency: options.priority,
        onPaper: ({ file, outcome, note }) => console.log(`${file}: ${note ?? outcome}`),
        onProblem: (path, error) => console.log(`${path}: ${sentenceOf(error)}`),
      }),
    )
    await Promise.all(watches.map(({ ready }) => ready))
    console.log(`Watching ${folders.join(', ')}; Ctrl-C ends.`)
    await aborted(signal)
    await Promise.all(watches.map((each) => each.close()))
    await workers?.stop()
  })
}

function logEvent({ type, step, file, note }: JobEvent, console: Console): void {
  if (type !== 'started') console.log(`${file}: ${step} ${type}${note ? ` (${note})` : ''}`)
}

export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
