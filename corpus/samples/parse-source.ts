/**
 * Reads a source file: settings (`key: value`) above a `---` line, then blocks separated by blank lines.
 *
 *   # title        ## heading       ### subheading      - bullet        1. (after @references) reference
 *   @label @authors @affiliation @abstract @small @slide @last-line TEXT
 *   @figure PICTURE HEIGHT PLACEMENT caption       @box Title, then its lines       @column   @page
 *   @table PLACEMENT caption, then | cell | cell | rows and `@note` lines
 */
import type {
  FigureKind,
  LayoutName,
  Placement,
  SampleBlock,
  SampleSettings,
  SampleSource,
  TextRole,
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
    settings: parseSettings(file.slice(0, cut)),
    blocks: blocks.flatMap((block) => parseBlock(name, block)),
  }
}

function parseSettings(head: string): SampleSettings {
  const pairs = head.split('\n').map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
  })
  const written = new Map(pairs)
  const firstPage = Number(written.get('firstPage') ?? '1')
  return {
    layout: (written.get('layout') ?? 'column') as LayoutName,
    head: written.get('head') ?? '',
    headEven: written.get('headEven') ?? written.get('head') ?? '',
    foot: written.get('foot') ?? '',
    firstPage,
    year: Number(written.get('year') ?? '2015'),
    scale: Number(written.get('scale') ?? '1'),
    pdfTitle: written.get('pdfTitle') ?? null,
    face: (written.get('face') ?? 'serif') as SampleSettings['face'],
    hyphenMark: written.get('hyphenMark') ?? '-',
  }
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
  if (command === '@figure') return [parseFigure(rest)]
  if (command === '@table') return [parseTable(rest)]
  if (command === '@box') return [parseBox(rest)]
  if (command === '@column' || command === '@page')
    return [{ kind: 'break', what: command === '@page' ? 'page' : 'column' }]
  throw new Error(`${name}: the block "${block.slice(0, 40)}" begins with an unknown command`)
}

function text(role: TextRole, words: string): SampleBlock {
  return { kind: 'text', role, text: words.replace(/\s*\n\s*/g, ' ').trim() }
}

function parseFigure(rest: string): SampleBlock {
  const [picture, height, placement, ...caption] = rest.replace(/\s+/g, ' ').split(' ')
  return {
    kind: 'figure',
    picture: picture as FigureKind,
    heightPt: Number(height),
    placement: placement as Placement,
    caption: caption.join(' '),
  }
}

function parseTable(rest: string): SampleBlock {
  const lines = rest.split('\n')
  const [placement, ...caption] = (lines[0] ?? '').split(' ')
  const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf)
  const notes = lines.filter((line) => line.startsWith('@note')).map((line) => line.slice(5).trim())
  return { kind: 'table', placement: placement as Placement, caption: caption.join(' '), rows, notes }
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
