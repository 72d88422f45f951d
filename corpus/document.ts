/**
 * The read document: what every later stage stands on. Imports nothing.
 *
 * Glossary. report: the paper as published. document: its text as read, with places. block: one typographic unit.
 * span: half-open UTF-16 offsets into `Document.text`, the only way to point at text. box: a place on a page.
 * run: a stretch of text with one box, from which the box of any span is worked out.
 */

/** Half-open UTF-16 offsets into `Document.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A rectangle on a page (1-based), in PDF points of the page as displayed, origin top left. */
export interface Box {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type BlockKind =
  | 'title'
  | 'authors'
  | 'affiliation'
  | 'abstract'
  | 'keywords'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'caption'
  | 'table'
  | 'footnote'
  | 'reference'
  | 'side-box'
  | 'running-head'
  /** Labels inside a picture or chart; kept out of sentences. */
  | 'figure-label'

/** Where in the argument of the paper a block stands. `neighbour` is another article on the same page. */
export type SectionKind =
  | 'front'
  | 'abstract'
  | 'introduction'
  | 'case'
  | 'methods'
  | 'results'
  | 'discussion'
  | 'conclusion'
  | 'body'
  | 'slide'
  | 'back'
  | 'references'
  | 'furniture'
  | 'neighbour'

export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly header: boolean
  readonly span: Span
  readonly boxes: readonly Box[]
}

/** A table as a grid; rows and columns count from 0, header rows and columns included. */
export interface Table {
  readonly rows: number
  readonly columns: number
  readonly headerRows: number
  readonly headerColumns: number
  readonly cells: readonly Cell[]
}

export interface Block {
  readonly kind: BlockKind
  readonly section: SectionKind
  readonly span: Span
  /** The page on which the block begins. */
  readonly page: number
  readonly boxes: readonly Box[]
  /** The text of the nearest heading above (or the slide's title), if there is one. */
  readonly heading: string | null
  readonly table?: Table
}

export interface Sentence {
  readonly span: Span
  /** Index into `Document.blocks`. */
  readonly block: number
  readonly page: number
  readonly section: SectionKind
}

/** Text with one box: `text.slice(start, end)` is drawn inside (x, y, width, height) of `page`. Sorted by `start`. */
export interface TextRun extends Span, Box {
  /** Index into `Document.letterWidths`, where the widths of its type are known. */
  readonly font?: number
}

/** How wide the letters of one typeface are, in thousandths of the font size. */
export type LetterWidths = Readonly<Record<string, number>>

export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Where the text came from: the PDF's text layer, optical recognition, or nowhere. */
  readonly source: 'text' | 'ocr' | 'none'
  /** Mean confidence of optical recognition, 0 to 1. */
  readonly confidence?: number
}

export type PaperKind = 'case-report' | 'case-series' | 'review' | 'slides' | 'other'

/** A value and the place it was read from: a span of the text, the PDF's own metadata, or a tag of the XML. */
export interface Sourced<T> {
  readonly value: T
  readonly from: 'text' | 'pdf-metadata' | 'xml' | 'file-name' | 'inferred'
  readonly span?: Span
}

export interface Metadata {
  readonly title: Sourced<string> | null
  readonly authors: Sourced<readonly string[]> | null
  readonly doi: Sourced<string> | null
  readonly pmid: Sourced<string> | null
  readonly year: Sourced<number> | null
  readonly journal: Sourced<string> | null
  /** ISO 639-1 code of the body text. */
  readonly language: Sourced<string> | null
  readonly kind: Sourced<PaperKind>
}

export interface ReadWarning {
  /** Stable and kebab-case, e.g. `page-scanned`, `page-without-text`, `suspect-micro-units`, `language-unsupported`. */
  readonly code: string
  /** null where the warning is about the whole document. */
  readonly page: number | null
  readonly message: string
}

export const DOCUMENT_SCHEMA = 'document/1'

export interface Document {
  readonly schema: typeof DOCUMENT_SCHEMA
  /** `sha256:` and 64 hex digits of the file's bytes. */
  readonly id: string
  /** The file's name without its folder. */
  readonly file: string
  readonly format: 'pdf' | 'text' | 'jats'
  readonly reader: { readonly name: string; readonly version: string; readonly fingerprint: string }
  /** Reading order; blocks are separated by a blank line, a table's cells by tabs and its rows by newlines. */
  readonly text: string
  readonly pages: readonly Page[]
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  /** Empty for formats without pages (text, XML). */
  readonly runs: readonly TextRun[]
  /** Typefaces of the runs, to find a word within its run. */
  readonly letterWidths?: readonly LetterWidths[]
  readonly metadata: Metadata
  readonly warnings: readonly ReadWarning[]
}
