/**
 * Reads a source file: settings (`key: value`) above a `---` line, then blocks separated by blank lines.
 *
 *   # title        ## heading       ### subheading      - bullet        1. (after @references) reference
 *   @label @authors @affiliation @abstract @small @slide @last-line TEXT
 *   @figure PICTURE HEIGHT PLACEMENT caption       @box Title, then its lines       @column   @page
 *   @table PLACEMENT caption, then | cell | cell | rows and `@note` lines
 */
import {
  FACES,
  LAYOUT_NAMES,
  PICTURES,
  PLACEMENTS,
  type SampleBlock,
  type SampleSettings,
  type SampleSource,
  type TextRole,
} from './sample-source.ts'

const ROLES: readonly TextRole[] = ['label', 'authors', 'affiliation', 'abstract', 'small', 'slide', 'last-line']
const HASHES: Readonly<Record<string, TextRole>> = { '#': 'title', '##': 'heading', '###': 'subheading' }

/** Throws an Error that names the source and the block where the notation is not understood. */
export function parseSource(name: string, file: string): SampleSource {
  const cut = file.indexOf('\n---\n')
  if (cut < 0) throw new Error(`${name}: no "---" line after the settings`)
  const blocks = file
    .slice(cut + 5)
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return {
    name,
    settings: parseSettings(name, file.slice(0, cut)),
    blocks: blocks.flatMap((block) => parseBlock(name, block)),
  }
}

function parseSettings(name: string, head: string): SampleSettings {
  const pairs = head.split('\n').map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
  })
  const written = new Map(pairs)
  const firstPage = Number(written.get('firstPage') ?? '1')
  return {
    layout: oneOf(LAYOUT_NAMES, written.get('layout') ?? 'column', `${name}: layout`),
    head: written.get('head') ?? '',
    headEven: written.get('headEven') ?? written.get('head') ?? '',
    foot: written.get('foot') ?? '',
    firstPage,
    year: Number(written.get('year') ?? '2015'),
    scale: Number(written.get('scale') ?? '1'),
    pdfTitle: written.get('pdfTitle') ?? null,
    face: oneOf(FACES, written.get('face') ?? 'serif', `${name}: face`),
    hyphenMark: written.get('hyphenMark') ?? '-',
  }
}

/** The value if it is one of the allowed; otherwise an Error that names the place and the choice. */
function oneOf<T extends string>(allowed: readonly T[], value: string | undefined, place: string): T {
  const found = allowed.find((choice) => choice === value)
  if (found === undefined) throw new Error(`${place} is "${value}", not one of ${allowed.join(', ')}`)
  return found
}

function parseBlock(name: string, block: string): readonly SampleBlock[] {
  const [, command = '', rest = ''] = /^(@[a-z-]+|#{1,3}|-)?\s*([\s\S]*)$/.exec(block) ?? []
  if (command === '') return [text('paragraph', block)]
  const hashes = HASHES[command]
  if (hashes !== undefined) return [text(hashes, rest)]
  if (command === '-') return block.split(/\n(?=- )/).map((line) => text('bullet', line.slice(2)))
  const role = ROLES.find((known) => `@${known}` === command)
  if (role !== undefined) return [text(role, rest)]
  if (command === '@references') return rest.split('\n').map((line) => text('reference', line))
  if (command === '@figure') return [parseFigure(name, rest)]
  if (command === '@table') return [parseTable(name, rest)]
  if (command === '@box') return [parseBox(rest)]
  if (command === '@column' || command === '@page')
    return [{ kind: 'break', what: command === '@page' ? 'page' : 'column' }]
  throw new Error(`${name}: the block "${block.slice(0, 40)}" begins with an unknown command`)
}

function text(role: TextRole, words: string): SampleBlock {
  return { kind: 'text', role, text: words.replace(/\s*\n\s*/g, ' ').trim() }
}

function parseFigure(name: string, rest: string): SampleBlock {
  const [picture, height, placement, ...caption] = rest.replace(/\s+/g, ' ').split(' ')
  return {
    kind: 'figure',
    picture: oneOf(PICTURES, picture, `${name}: picture`),
    heightPt: Number(height),
    placement: oneOf(PLACEMENTS, placement, `${name}: placement of a figure`),
    caption: caption.join(' '),
  }
}

function parseTable(name: string, rest: string): SampleBlock {
  const lines = rest.split('\n')
  const [placement, ...caption] = (lines[0] ?? '').split(' ')
  const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf)
  const notes = lines.filter((line) => line.startsWith('@note')).map((line) => line.slice(5).trim())
  return {
    kind: 'table',
    placement: oneOf(PLACEMENTS, placement, `${name}: placement of a table`),
    caption: caption.join(' '),
    rows,
    notes,
  }
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

function parseBox(rest: string): SampleBlock {
  const [title = '', ...lines] = rest.split('\n')
  return { kind: 'box', title, lines }
}
