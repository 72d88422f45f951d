/** Reports that come as plain text: the same sources, wrapped at 80 characters, tables as tab-separated rows. */
import { plainOf } from './inline.ts'
import type { SampleBlock, SampleSource } from './sample-source.ts'

const LINE_LENGTH = 80

export function plainTextOf(source: SampleSource): string {
  return `${source.blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n\n')}\n`
}

function textOfBlock(block: SampleBlock): string {
  if (block.kind === 'text') return wrap((block.role === 'bullet' ? '- ' : '') + plainOf(block.text))
  if (block.kind === 'figure') return wrap(plainOf(block.caption))
  if (block.kind === 'box') return [block.title, ...block.lines].map((line) => wrap(plainOf(line))).join('\n')
  if (block.kind === 'break') return ''
  const rows = block.rows.map((row) => row.map(plainOf).join('\t'))
  return [wrap(plainOf(block.caption)), ...rows, ...block.notes.map((note) => wrap(plainOf(note)))].join('\n')
}

function wrap(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
