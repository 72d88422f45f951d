/** `review`: a person's word on single facts; it outlives every re-extraction. */
import { userInfo } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Installation } from '../installation.ts'
import type { Verdict } from '../review/decision.ts'
import { FACT_KINDS, type FactKind, type FactValue } from '../review/fact.ts'
import { countByRule, exportReviewed, type JudgedFact, judgeFact, nextForReview } from '../review/review.ts'
import { type Console, examples, plural } from './command.ts'
import { findPaper } from './find-paper.ts'
import { workOff } from './ingest.ts'
import { formatRows } from './print.ts'
import { wholeNumber } from './query.ts'
import { withInstallation } from './with-installation.ts'

interface NextOptions {
  readonly paper?: string
  readonly kind?: FactKind
  readonly rule?: string
  readonly limit: number
}

interface JudgeOptions {
  readonly note?: string
  readonly reviewer: string
}

export function reviewCommand(console: Console): Command {
  const review = new Command('review')
    .description('Judge single facts; decisions are kept apart from extractions and laid over every later one.')
    .addHelpText(
      'after',
      examples(
        'review next --kind deposit',
        'review reject 9f2c51e07ab4-1d2e3f405162',
        'review correct 9f2c51e07ab4-1d2e3f405162 result=negative',
        'review export',
      ),
    )
  review
    .command('next', { isDefault: true })
    .description('facts that nobody judged yet, the least certain first')
    .option('--paper <paper>', 'of this paper')
    .addOption(new Option('--kind <kind>', 'of this kind').choices(FACT_KINDS))
    .option('--rule <rule>', 'made by this rule')
    .option('--limit <number>', 'so many', wholeNumber, 1)
    .action((options: NextOptions, command: Command) =>
      withInstallation(command, async ({ papers }) => {
        const { paper, ...rest } = options
        const facts = await nextForReview(papers, {
          ...rest,
          ...(paper ? { paper: await findPaper(papers, paper) } : {}),
        })
        console.out(facts.map(describeFact).join('\n\n') || 'Every fact was judged.')
      }),
    )
  for (const verdict of ['accept', 'reject', 'withdraw'] as const) review.addCommand(judgeCommand(verdict, console))
  review.addCommand(correctCommand(console))
  review
    .command('rules')
    .description('how often each rule was right')
    .action((_options: object, command: Command) =>
      withInstallation(command, async ({ papers }) =>
        console.out(
          formatRows(
            (await countByRule(papers)).map((count) => ({ ...count })),
            'table',
          ),
        ),
      ),
    )
  review
    .command('export')
    .description('records of papers in which every fact was judged, as gold (JSON)')
    .action((_options: object, command: Command) =>
      withInstallation(command, async ({ papers }) =>
        console.out(JSON.stringify(await exportReviewed(papers), null, 1)),
      ),
    )
  return review
}

const MEANING = {
  accept: 'the fact is right',
  reject: 'the fact is wrong and leaves the graph',
  withdraw: 'take back what was decided before',
} as const

function judgeCommand(verdict: keyof typeof MEANING, console: Console): Command {
  return withJudgeOptions(
    new Command(verdict).description(MEANING[verdict]).argument('<fact...>', 'ids as `review next` shows them'),
  ).action((ids: string[], options: JudgeOptions, command: Command) =>
    withInstallation(command, async (installation) => {
      for (const id of ids) await judge(installation, id, verdict, options, {})
      await workOff(installation, 0, console)
      console.out(`${plural(ids.length, 'decision')} kept.`)
    }),
  )
}

function correctCommand(console: Console): Command {
  return withJudgeOptions(
    new Command('correct')
      .description('the fact is right but for these fields')
      .argument('<fact>')
      .argument('<field=value...>', 'e.g. result=negative'),
  ).action((id: string, fields: string[], options: JudgeOptions, command: Command) =>
    withInstallation(command, async (installation) => {
      const correction = Object.fromEntries(fields.map(fieldOf))
      const fact = await judge(installation, id, 'correct', options, correction)
      await workOff(installation, 0, console)
      console.out(describeFact(fact))
    }),
  )
}

function withJudgeOptions(command: Command): Command {
  return command.option('--note <text>', 'why').option('--reviewer <name>', 'who decides', userInfo().username)
}

function judge(
  installation: Installation,
  id: string,
  verdict: Verdict,
  { note, reviewer }: JudgeOptions,
  correction: Readonly<Record<string, unknown>>,
) {
  return judgeFact(installation, id, { verdict, reviewer, note: note ?? null, correction })
}

/** `max_mm=50` is the number 50, `result=negative` the text. */
function fieldOf(text: string): readonly [string, unknown] {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError(`"${text}" must be field=value`)
  const value = text.slice(at + 1)
  try {
    return [text.slice(0, at), JSON.parse(value)]
  } catch {
    return [text.slice(0, at), value]
  }
}

function describeFact({ id, file, kind, case: number, value, rule, decision }: JudgedFact): string {
  const [{ page, sentence, confidence }] = value.evidence
  return [
    `${id}  ${kind} of patient ${number} in ${file}, page ${page}`,
    `  ${valueWords(value)}`,
    `  “${sentence}”`,
    `  rule ${rule}, confidence ${confidence.toFixed(2)}${decision ? `, ${decision.verdict} by ${decision.reviewer}` : ''}`,
  ].join('\n')
}

/** The fields that say something: `label anti-Scl-70, result positive, titre 1:640`. */
function valueWords(value: FactValue): string {
  const said = Object.entries(value).filter(([name, field]) => name !== 'evidence' && !isEmpty(field))
  return said.map(([name, field]) => `${name} ${fieldWords(field)}`).join(', ')
}

const isEmpty = (field: unknown): boolean => field === null || (Array.isArray(field) && field.length === 0)

function fieldWords(field: unknown): string {
  if (Array.isArray(field)) return field.join(' × ')
  const label = (field as { label?: unknown } | null)?.label
  return String(label ?? field)
}
