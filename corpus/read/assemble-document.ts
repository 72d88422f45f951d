/** Draft blocks become the Document: one text, offsets into it, boxes, sentences. Pure. */
import type {
  Block,
  BlockKind,
  Document,
  LetterWidths,
  Page,
  ReadWarning,
  Sentence,
  Span,
  TextRun,
} from '../document.ts'
import { DOCUMENT_SCHEMA } from '../document.ts'
import { sentenceSpans } from '../sentences.ts'
import { unionBoxes } from './box-union.ts'
import type { DraftBlock, StatedMetadata } from './draft.ts'
import { metadataOf } from './metadata.ts'
import { READER } from './reader-version.ts'
import { type SectionedBlock, withSections } from './sections.ts'

/** What a format's reader hands over. */
export interface Draft {
  readonly id: string
  readonly file: string
  readonly format: Document['format']
  readonly pages: readonly Page[]
  readonly blocks: readonly DraftBlock[]
  readonly stated: StatedMetadata
  readonly letterWidths?: readonly LetterWidths[]
  readonly warnings: readonly ReadWarning[]
}

const BLOCK_SEPARATOR = '\n\n'
/** Kinds whose text is no prose: no sentence begins or ends there. */
const WITHOUT_SENTENCES: ReadonlySet<BlockKind> = new Set<BlockKind>(['running-head', 'figure-label'])
/** Kinds that are one statement however many full stops they hold. */
const ONE_SENTENCE: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'title',
  'authors',
  'affiliation',
  'heading',
  'reference',
])

export function assembleDocument(draft: Draft): Document {
  const sectioned = withSections(draft.blocks.filter((block) => block.text !== ''))
  const blocks: Block[] = []
  const sentences: Sentence[] = []
  const runs: TextRun[] = []
  let length = 0
  for (const block of sectioned) {
    const start = blocks.length === 0 ? 0 : length + BLOCK_SEPARATOR.length
    length = start + block.text.length
    for (const run of block.runs) runs.push({ ...run, start: run.start + start, end: run.end + start })
    for (const span of sentencesOf(block)) {
      const shifted = shift(span, start)
      sentences.push({ span: shifted, block: blocks.length, page: pageAt(block, span.start), section: block.section })
    }
    blocks.push(placed(block, start))
  }
  const text = sectioned.map((block) => block.text).join(BLOCK_SEPARATOR)
  const metadata = metadataOf({ text, blocks, stated: draft.stated, file: draft.file })
  const { id, file, format, pages, warnings } = draft
  return {
    schema: DOCUMENT_SCHEMA,
    id,
    file,
    format,
    reader: READER,
    text,
    pages,
    blocks,
    sentences,
    runs,
    ...(draft.letterWidths === undefined ? {} : { letterWidths: draft.letterWidths }),
    metadata,
    warnings,
  }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}

/** A paragraph that goes over a page turn has sentences on both pages. */
function pageAt(block: SectionedBlock, offset: number): number {
  return block.runs.find((run) => run.end > offset)?.page ?? block.page
}

function placed(block: SectionedBlock, start: number): Block {
  const { kind, section, page, heading, table } = block
  const span = { start, end: start + block.text.length }
  const boxes = unionBoxes(block.runs)
  if (table === undefined) return { kind, section, span, page, boxes, heading }
  const cells = table.cells.map((cell) => ({ ...cell, span: shift(cell.span, start) }))
  return { kind, section, span, page, boxes, heading, table: { ...table, cells } }
}

function sentencesOf(block: SectionedBlock): readonly Span[] {
  if (WITHOUT_SENTENCES.has(block.kind)) return []
  if (ONE_SENTENCE.has(block.kind)) return [{ start: 0, end: block.text.length }]
  if (block.kind === 'table') return rowSpans(block.text)
  return sentenceSpans(block.text)
}

/** A table's row is what stands for a sentence. */
function rowSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const row of text.split('\n')) {
    if (row.trim() !== '') spans.push({ start, end: start + row.length })
    start += row.length + 1
  }
  return spans
}
