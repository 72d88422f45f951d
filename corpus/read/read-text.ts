/** Plain text (.txt), also with Markdown's marks: what a block is, is told by blank lines, by its look and by what stands before it. */
import type { Document } from '../document.ts'
import { assembleDocument } from './assemble-document.ts'
import type { DraftBlock } from './draft.ts'
import { healInterruptions, joinDrafts } from './interruptions.ts'
import { countWords, hyphenJudge } from './line-join.ts'
import { documentId } from './reader-version.ts'
import { articleBlocks } from './text/article-blocks.ts'
import { withoutInlineMarks } from './text/markdown.ts'
import { piecesOf } from './text/pieces.ts'
import { isDeckText, isPagedDeck, slideBlocks, withoutSlideMarks } from './text/text-slides.ts'

/** Reads UTF-8 (or, where that fails, Windows-1252) text. */
export function readText(bytes: Uint8Array, file: string): Document {
  const text = withoutInlineMarks(
    withoutSlideMarks(
      decode(bytes)
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?|\u2028|\u2029/g, '\n'),
    ),
  )
  const dropsHyphen = hyphenJudge(countWords(text.split('\n')))
  const pieces = piecesOf(text, dropsHyphen)
  const blocks: readonly DraftBlock[] =
    isDeckText(pieces) || isPagedDeck(pieces)
      ? slideBlocks(pieces)
      : healInterruptions(articleBlocks(pieces), () => true, joinDrafts(dropsHyphen))
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
