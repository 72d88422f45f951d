/** The document as plain text for people and for scoring: the body in reading order, then what floats beside it. Pure. */
import type { Block, BlockKind, Document } from '../document.ts'

const FLOATS: readonly (readonly [string, readonly BlockKind[]])[] = [
  ['FIGURE AND TABLE CAPTIONS', ['caption']],
  ['TABLES', ['table']],
  ['SIDE BOXES', ['side-box']],
  ['FOOTNOTES', ['footnote']],
  ['REFERENCES', ['reference']],
  ['LABELS IN FIGURES', ['figure-label']],
]
const SET_APART: ReadonlySet<BlockKind> = new Set<BlockKind>([...FLOATS.flatMap(([, kinds]) => kinds), 'running-head'])

export function renderText(document: Document): string {
  const textOf = (block: Block): string => document.text.slice(block.span.start, block.span.end)
  const own = document.blocks.filter((block) => block.section !== 'neighbour')
  const body = own.filter(
    (block) => !SET_APART.has(block.kind) && !(block.kind === 'heading' && block.section === 'references'),
  )
  const parts = [body.map(textOf)]
  for (const [title, kinds] of FLOATS) {
    const blocks = own.filter((block) => kinds.includes(block.kind))
    if (blocks.length > 0) parts.push([title, ...blocks.map(textOf)])
  }
  const neighbours = document.blocks.filter((block) => block.section === 'neighbour')
  if (neighbours.length > 0) parts.push(['ANOTHER ARTICLE ON THE SAME PAGES', ...neighbours.map(textOf)])
  return `${parts.flat().join('\n\n')}\n`
}
