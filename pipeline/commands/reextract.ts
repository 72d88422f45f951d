/** `reextract` and `extractions`: new rules on stored documents, the difference fact by fact, and the way back. */
import { Command } from 'commander'
import type { Installation } from '../installation.ts'
import { diffRecords, type FactChange } from '../reextract/diff-records.ts'
import { type ExtractionRun, listRuns, runOf } from '../reextract/extraction-run.ts'
import { reextract } from '../reextract/reextract.ts'
import { extractionsOf, rollbackPaper, rollbackRun } from '../reextract/rollback.ts'
import { CommandFailure, type Console, examples, plural, UsageError } from './command.ts'
import { findPaper } from './find-paper.ts'
import { workOff } from './ingest.ts'
import { formatRows } from './print.ts'
import { untilInterrupted, withInstallation } from './with-installation.ts'

interface ReextractOptions {
  readonly outdated?: boolean
  readonly all?: boolean
  readonly dryRun?: boolean
}

export function reextractCommand(console: Console): Command {
  return new Command('reextract')
    .description('Extract stored documents again with the rules of today, and show what that changes.')
    .argument('[paper...]', 'only these papers')
    .option('--outdated', 'papers made by other rules than the present ones (the default)')
    .option('--all', 'every paper')
    .option('--dry-run', 'show the changes and keep nothing')
    .addHelpText('after', examples('reextract --dry-run', 'reextract --all', 'reextract letter.pdf'))
    .action((names: string[], options: ReextractOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        const scope = await scopeOf(installation, names, options)
        const run = await untilInterrupted(console.log, (signal) =>
          reextract(installation, { scope, dryRun: options.dryRun === true, signal }),
        )
        console.out(describeRun(run))
        if (!options.dryRun && run.changed.length > 0) await workOff(installation, run.changed.length, console)
        for (const { file, reason } of run.failures) console.log(`${file}: ${reason}`)
        if (run.failures.length > 0)
          throw new CommandFailure(`${plural(run.failures.length, 'paper')} could not be extracted again.`)
      }),
    )
}

async function scopeOf(
  { papers }: Installation,
  names: readonly string[],
  options: ReextractOptions,
): Promise<ExtractionRun['scope']> {
  if (names.length > 0 && (options.all || options.outdated))
    throw new UsageError('Name papers, or give --all or --outdated, not both.')
  if (options.all && options.outdated) throw new UsageError('Give --all or --outdated, not both.')
  if (names.length > 0) return Promise.all(names.map((name) => findPaper(papers, name)))
  return options.all ? 'all' : 'outdated'
}

export function extractionsCommand(console: Console): Command {
  const extractions = new Command('extractions')
    .description('Runs of re-extraction: list them, look at the difference, go back.')
    .addHelpText(
      'after',
      examples(
        'extractions list',
        'extractions list letter.pdf',
        'extractions diff 20261121-094320-3f9a',
        'extractions rollback letter.pdf',
      ),
    )
  extractions
    .command('list [paper]', { isDefault: true })
    .description('runs, or the extractions of one paper')
    .action((name: string | undefined, _options: object, command: Command) =>
      withInstallation(command, async (installation) => console.out(await listed(installation, name))),
    )
  extractions
    .command('diff <run-or-a> [b]')
    .description('what a run changed, or the difference of two extractions by their ids')
    .action((first: string, second: string | undefined, _options: object, command: Command) =>
      withInstallation(command, async (installation) => console.out(await difference(installation, first, second))),
    )
  extractions
    .command('rollback <run-or-paper> [extraction]')
    .description('show the extraction from before a run, or an older one of a paper')
    .action((name: string, extraction: string | undefined, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const isRun = (await runOf(installation.papers, name)) !== null
        const back = isRun
          ? await rollbackRun(installation, name)
          : [await rollbackPaper(installation, await findPaper(installation.papers, name), extraction)]
        await workOff(installation, back.length, console)
        console.out(`${plural(back.length, 'paper')} shown as before.`)
      }),
    )
  return extractions
}

async function listed(installation: Installation, name: string | undefined): Promise<string> {
  if (name !== undefined) {
    const all = await extractionsOf(installation, await findPaper(installation.papers, name))
    return formatRows(
      all.map(({ id, at, cause, isCurrent, fingerprint }) => ({ id, at, cause, current: isCurrent, fingerprint })),
      'table',
    )
  }
  const runs = await listRuns(installation.papers)
  const rows = runs.map(({ id, at, papers, changed, total, rolledBackAt }) => ({
    run: id,
    at,
    papers,
    'papers changed': changed.length,
    ...total,
    'rolled back': rolledBackAt,
  }))
  return formatRows(rows, 'table')
}

async function difference(installation: Installation, first: string, second: string | undefined): Promise<string> {
  if (second === undefined) {
    const run = await runOf(installation.papers, first)
    if (!run) throw new UsageError(`There is no run "${first}"; \`calcigraph extractions list\` shows them.`)
    return describeRun(run)
  }
  for (const id of await installation.papers.ids()) {
    const [a, b] = await Promise.all([first, second].map((each) => installation.papers.extraction(id, each)))
    if (a && b) return changeLines(diffRecords(a, b)).join('\n') || 'No fact differs.'
  }
  throw new UsageError(
    `No paper has both extractions, ${first} and ${second}; \`calcigraph extractions list PAPER\` shows them.`,
  )
}

/** The run in words: totals, per kind, per paper, which named answers change. */
export function describeRun(run: ExtractionRun): string {
  const counts = ({ added, lost, changed }: ExtractionRun['total']): string =>
    `${added} added, ${lost} lost, ${changed} changed`
  return [
    `Run ${run.id}: ${plural(run.papers, 'paper')} extracted again, ${run.changed.length} came out otherwise; facts: ${counts(run.total)}.`,
    ...Object.entries(run.byKind).map(([kind, count]) => `  ${kind}: ${counts(count)}`),
    ...run.changed.flatMap(({ file, changes }) => [file, ...changeLines(changes)]),
    ...(run.answers === null ? [] : [`Named questions with another answer: ${run.answers.join(', ') || 'none'}.`]),
  ].join('\n')
}

const SIGN = { added: '+', lost: '-', changed: '~' } as const

function changeLines(changes: readonly FactChange[]): readonly string[] {
  return changes.map(
    ({ change, case: number, about, before, after, rules }) =>
      `  ${SIGN[change]} patient ${number}, ${about}: ${[before, after].filter((text) => text !== null).join(' → ')}  [${rules.join(', ')}]`,
  )
}
