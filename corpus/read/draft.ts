/**
 * A draft: blocks as a format's reader hands them over, each with its own text and places, before they become a Document.
 */
import type { BlockKind, Box, PaperKind, SectionKind, Sourced, Span, Table } from '../document.ts'

/** Text of a draft block with its box; offsets count from the start of that block's text. */
export interface DraftRun extends Span, Box {
  readonly font?: number
}

export interface DraftBlock {
  readonly kind: BlockKind
  /** null: still to be found out from the headings. */
  readonly section: SectionKind | null
  readonly page: number
  readonly text: string
  readonly runs: readonly DraftRun[]
  /** Cell spans count from the start of the block's text. */
  readonly table?: Table
}

/** Metadata as the file itself states it, before the text is asked. */
export interface StatedMetadata {
  readonly title?: Sourced<string>
  readonly authors?: Sourced<readonly string[]>
  readonly doi?: Sourced<string>
  readonly pmid?: Sourced<string>
  readonly year?: Sourced<number>
  readonly journal?: Sourced<string>
  readonly language?: Sourced<string>
  readonly kind?: Sourced<PaperKind>
}
