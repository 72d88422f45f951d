/** Plain text (.txt): paragraphs are set apart by blank lines; headings, captions, lists and references are told by their look. */
import type { Document } from '../document.ts'
import { assembleDocument } from './assemble-document.ts'
import { CAPTION_START, LIST_MARK, looksLikeHeading } from './block-marks.ts'
import type { DraftBlock } from './draft.ts'
import { healInterruptions, joinDrafts } from './interruptions.ts'
import { countWords, hyphenJudge } from './line-join.ts'
import { documentId } from './reader-version.ts'
import { sectionOfHeading } from './sections.ts'

/** Reads UTF-8 (or, where that fails, Windows-1252) text. */
export function readText(bytes: Uint8Array, file: string): Document {
  const text = decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
  const dropsHyphen = hyphenJudge(countWords(text.split('\n')))
  const blocks = healInterruptions(draftBlocks(text), () => true, joinDrafts(dropsHyphen))
  return assembleDocument({ id: documentId(bytes), file, format: 'text', pages: [], blocks, stated: {}, warnings: [] })
}

/** The document of a text at hand, e.g. in a test. */
export function documentOfText(text: string, file = 'text.txt'): Document {
  return readText(new TextEncoder().encode(text), file)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function draftBlocks(text: string): readonly DraftBlock[] {
  const blocks: DraftBlock[] = []
  let section: string | null = null
  for (const paragraph of text.split(/\n[ \t\f]*(?:\n[ \t\f]*)+|\f/)) {
    for (const piece of pieces(paragraph)) {
      const block = draftBlock(piece, section === 'references', blocks.length === 0)
      if (block === null) continue
      if (block.kind === 'heading') section = sectionOfHeading(block.text)
      blocks.push(block)
    }
  }
  return blocks
}

/** A heading line glued to its paragraph, or list items and references line by line, become pieces of their own. */
function pieces(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
  const out: string[] = []
  let open = false
  for (const line of lines) {
    const alone = isHeadingLine(line)
    if (alone || !open || LIST_MARK.test(line) || /^\s*\[?\d{1,3}[.\])]\s/.test(line)) out.push(line)
    else out[out.length - 1] += ` ${line}`
    open = !alone
  }
  return out
}

function isHeadingLine(line: string): boolean {
  return /^\s*#{1,6}\s/.test(line) || (sectionOfHeading(line) !== null && looksLikeHeading(line))
}

function draftBlock(piece: string, inReferences: boolean, first: boolean): DraftBlock | null {
  const marked = /^\s*#{1,6}\s/.test(piece)
  const text = plain(piece)
  if (text === '') return null
  const kind = kindOf(text, marked, inReferences, first)
  return { kind, section: null, page: 1, text: kind === 'list-item' ? text.replace(LIST_MARK, '') : text, runs: [] }
}

function kindOf(text: string, marked: boolean, inReferences: boolean, first: boolean): DraftBlock['kind'] {
  const named = sectionOfHeading(text) !== null && looksLikeHeading(text)
  if (first && (marked || (looksLikeHeading(text) && !named && text.length > 20))) return 'title'
  if (marked || named) return 'heading'
  if (/^key ?words?\s*[:.\u2013-]/i.test(text)) return 'keywords'
  if (inReferences) return 'reference'
  if (CAPTION_START.test(text)) return 'caption'
  if (LIST_MARK.test(text)) return 'list-item'
  return looksLikeHeading(text) && /^\P{Ll}+$/u.test(text) && /\p{Lu}{4}/u.test(text) ? 'heading' : 'paragraph'
}

/** Blanks made single, Markdown's marks taken off. */
function plain(piece: string): string {
  return piece
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/(\*{1,3}|__)(\S(?:[^*_]*\S)?)\1/g, '$2')
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
