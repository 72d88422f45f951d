/** `extract FILE...`: case records without any store. */
import { mkdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Command } from 'commander'
import writeFileAtomic from 'write-file-atomic'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { explainRecord, explanationText } from '../../extractors/explain.ts'
import { type Console, examples, plural, UsageError } from './command.ts'
import { describeRecord } from './describe-record.ts'
import { type Extracted, eachRecord } from './each-record.ts'
import { ocrOption } from './read.ts'
import { reportFiles } from './report-files.ts'

interface ExtractOptions {
  readonly json?: boolean
  readonly out?: string
  readonly explain?: boolean
  readonly ocr: 'auto' | 'never' | 'always'
}

export function extractCommand(console: Console): Command {
  return new Command('extract')
    .description('Print what reports say about their patients, without storing anything.')
    .argument('<file...>', 'reports (.pdf, .txt, JATS .xml), folders or patterns')
    .option('--json', 'print case records as JSON: one object for one file, a list for several')
    .option('--out <folder>', 'write NAME.json for each report into this folder')
    .option('--explain', 'say for each fact the rule, the sentence and whose it is')
    .addOption(ocrOption())
    .addHelpText(
      'after',
      examples('extract letter.pdf', 'extract papers/*.pdf --out records/', 'extract letter.txt --json'),
    )
    .action((paths: string[], options: ExtractOptions) => extract(paths, options, console))
}

async function extract(paths: readonly string[], options: ExtractOptions, console: Console): Promise<void> {
  const files = await reportFiles(paths)
  if (options.out) await mkdir(options.out, { recursive: true })
  const names = options.out ? recordNames(files) : []
  const records: CaseRecord[] = []
  const report = async ({ file, document, record }: Extracted): Promise<void> => {
    if (options.out) await writeRecord(join(options.out, names[files.indexOf(file)]!), record)
    else if (options.json) records.push(record)
    else if (options.explain) console.out(explanationText(explainRecord(document, record)))
    else console.out(describeRecord(record))
  }
  try {
    await eachRecord(files, { ocr: options.ocr }, console, report)
  } finally {
    if (options.json && !options.out)
      console.out(JSON.stringify(files.length === 1 ? (records[0] ?? null) : records, null, 2))
    if (options.out) console.log(`${plural(files.length, 'report')} → ${options.out}`)
  }
}

/** `NAME.json` from `NAME.pdf`; two files of one name cannot go into one folder. */
function recordNames(files: readonly string[]): readonly string[] {
  const names = files.map((file) => `${basename(file, extname(file))}.json`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new UsageError(`Two of the files would both become ${twice}: extract them into different folders.`)
  return names
}

async function writeRecord(path: string, record: CaseRecord): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(record, null, 1)}\n`)
}
