/** `read FILE`: the read document, to look at or to save. */
import { basename, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { openReaderPool } from '../../corpus/read/reader-pool.ts'
import { renderText } from '../../corpus/read/render-text.ts'
import { type Console, examples } from './command.ts'

interface ReadOptions {
  readonly text?: boolean
  readonly json?: boolean
  readonly ocr: 'auto' | 'never' | 'always'
}

export function readCommand(console: Console): Command {
  return new Command('read')
    .description('Read one report and print its text in reading order.')
    .argument('<file>', 'a .pdf, .txt or JATS .xml file')
    .addOption(new Option('--text', 'print the text (the default)').conflicts('json'))
    .option('--json', 'print the whole document: blocks, sentences, places, metadata, warnings')
    .addOption(ocrOption())
    .addHelpText('after', examples('read letter.pdf', 'read letter.pdf --json > letter.json'))
    .action((file: string, options: ReadOptions) => read(file, options, console))
}

/** The same choice for every command that reads. */
export function ocrOption(): Option {
  return new Option('--ocr <when>', 'recognise the text of scanned pages')
    .choices(['auto', 'never', 'always'])
    .default('auto')
}

async function read(file: string, options: ReadOptions, console: Console): Promise<void> {
  const pool = openReaderPool({ children: 1, ocr: options.ocr })
  try {
    const document = await pool.read(resolve(file), basename(file))
    for (const { page, message } of document.warnings) console.log(page === null ? message : `page ${page}: ${message}`)
    console.out(options.json ? JSON.stringify(document) : renderText(document))
  } finally {
    await pool.close()
  }
}
