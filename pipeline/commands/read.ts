/** `read FILE`: the read document, to look at or to save. */
import { readFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { Command, Option } from 'commander'
import writeFileAtomic from 'write-file-atomic'
import type { Document } from '../../corpus/document.ts'
import { overlayPictures } from '../../corpus/read/overlay.ts'
import { openReaderPool } from '../../corpus/read/reader-pool.ts'
import { renderText } from '../../corpus/read/render-text.ts'
import { type Console, examples, UsageError } from './command.ts'

interface ReadOptions {
  readonly text?: boolean
  readonly json?: boolean
  readonly overlay?: string
  readonly ocr: 'auto' | 'never' | 'always'
}

export function readCommand(console: Console): Command {
  return new Command('read')
    .description('Read one report and print its text in reading order.')
    .argument('<file>', 'a .pdf, .txt or JATS .xml file')
    .addOption(new Option('--text', 'print the text (the default)').conflicts('json'))
    .option(
      '--overlay <picture.png>',
      'draw blocks, reading order and sentences over the pages: picture-1.png, picture-2.png ...',
    )
    .option('--json', 'print the whole document: blocks, sentences, places, metadata, warnings')
    .addOption(ocrOption())
    .addHelpText(
      'after',
      examples('read letter.pdf', 'read letter.pdf --json > letter.json', 'read letter.pdf --overlay letter.png'),
    )
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
    if (options.overlay) await drawOverlay(file, document, options.overlay, console)
    else console.out(options.json ? JSON.stringify(document) : renderText(document))
  } finally {
    await pool.close()
  }
}

async function drawOverlay(file: string, document: Document, picture: string, console: Console): Promise<void> {
  if (document.format !== 'pdf') throw new UsageError(`${file} has no pages to draw on; --overlay takes a PDF.`)
  const stem = picture.slice(0, picture.length - extname(picture).length)
  for (const { page, png } of await overlayPictures(await readFile(file), document)) {
    const path = `${stem}-${page}.png`
    await writeFileAtomic(path, Buffer.from(png))
    console.out(path)
  }
}
