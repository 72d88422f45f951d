/** `evaluate`: extraction against gold annotations, read anew from the reports. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { packageFile } from '../../corpus/package-root.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { type Evaluation, evaluate } from '../../extractors/evaluation/evaluate.ts'
import { loadGold } from '../../extractors/evaluation/gold.ts'
import { documentTable, errorList, reliabilityTable, scoreTable } from '../../extractors/evaluation/print-scores.ts'
import { scoreOf } from '../../extractors/evaluation/score-records.ts'
import { type Console, examples, UsageError } from './command.ts'
import { eachRecord } from './each-record.ts'

interface Folders {
  readonly gold: string
  readonly reports: string
}

interface EvaluateOptions {
  readonly gold?: string
  readonly reports?: string
  readonly show: 'sections' | 'papers' | 'errors' | 'confidence' | 'json'
}

export function evaluateCommand(console: Console): Command {
  return new Command('evaluate')
    .description('Read and extract annotated reports and score the facts: precision, recall and F1 per section.')
    .option('--gold <folder>', 'NAME.gold.json annotations (default: those of the sample corpus)')
    .option('--reports <folder>', 'the annotated reports (default: the gold folder)')
    .addOption(
      new Option('--show <what>', 'what to print')
        .choices(['sections', 'papers', 'errors', 'confidence', 'json'])
        .default('sections'),
    )
    .addHelpText(
      'after',
      examples('evaluate', 'evaluate --show errors', 'evaluate --gold mine/gold --reports mine/pdf'),
    )
    .action((options: EvaluateOptions) => run(options, console))
}

async function run(options: EvaluateOptions, console: Console): Promise<void> {
  const folders = foldersOf(options)
  const files = reportsOf(folders)
  const records: CaseRecord[] = []
  // a report that cannot be read counts as one that was missed whole
  await eachRecord(files, {}, console, ({ record }) => void records.push(record)).finally(() =>
    console.out(shown(evaluate(folders.gold, records), options.show)),
  )
}

function foldersOf({ gold, reports }: EvaluateOptions): Folders {
  if (gold === undefined) return { gold: packageFile('corpus/gold'), reports: reports ?? packageFile('corpus/reports') }
  return { gold, reports: reports ?? gold }
}

function reportsOf({ gold, reports }: Folders): readonly string[] {
  if (!existsSync(gold))
    throw new UsageError(`There is no folder "${gold}": name the one with NAME.gold.json files by --gold.`)
  const files = loadGold(gold).map(({ id, file }) => join(reports, file ?? `${id}.pdf`))
  const missing = files.find((file) => !existsSync(file))
  if (missing) throw new UsageError(`The annotated report ${missing} is not there: name its folder by --reports.`)
  return files
}

function shown({ scores, reliability }: Evaluation, what: EvaluateOptions['show']): string {
  switch (what) {
    case 'sections':
      return scoreTable(scores)
    case 'papers':
      return documentTable(scores, scoreOf)
    case 'errors':
      return errorList(scores)
    case 'confidence':
      return reliabilityTable(reliability)
    case 'json':
      return JSON.stringify({ all: scores.all, sections: Object.fromEntries(scores.sections) }, null, 2)
  }
}
