/** A sample report before typesetting: settings and blocks, as the files in `sources/` write them down. */

/** How the page is set. Each looks and behaves like one kind of journal page; see `layouts.ts`. */
export const LAYOUT_NAMES = [
  'letter',
  'article',
  'column',
  'quiz',
  'typewriter',
  'three-columns',
  'slides',
  'scan',
  'plain-text',
] as const
export type LayoutName = (typeof LAYOUT_NAMES)[number]

/** Typeface families; `times` and `helvetica` are not embedded, as in older PDFs, and hold Latin letters only. */
export const FACES = ['serif', 'sans', 'times', 'helvetica'] as const
export type Face = (typeof FACES)[number]

export interface SampleSettings {
  readonly layout: LayoutName
  /** Running head; `{page}` is replaced by the page number. */
  readonly head: string
  /** Running head of even pages, where it differs. */
  readonly headEven: string
  /** Running foot; `{page}` is replaced by the page number. */
  readonly foot: string
  readonly firstPage: number
  readonly year: number
  /** Type size as a factor of the layout's. */
  readonly scale: number
  /** The title in the PDF's own metadata, which journals fill in well, badly or not at all. */
  readonly pdfTitle: string | null
  readonly face: Face
  /** The character printed where a word is broken. */
  readonly hyphenMark: string
}

export const PICTURES = ['radiograph', 'scan', 'photograph', 'histology'] as const
export type FigureKind = (typeof PICTURES)[number]
/** `here` in the text, `next` at the head of the next column (interrupting the text), `wide` across the next page's head. */
export const PLACEMENTS = ['here', 'next', 'wide'] as const
export type Placement = (typeof PLACEMENTS)[number]

export type SampleBlock =
  | { readonly kind: 'text'; readonly role: TextRole; readonly text: string }
  | {
      readonly kind: 'figure'
      readonly picture: FigureKind
      readonly heightPt: number
      readonly placement: Placement
      readonly caption: string
    }
  | {
      readonly kind: 'table'
      readonly placement: Placement
      readonly caption: string
      readonly rows: readonly (readonly string[])[]
      readonly notes: readonly string[]
    }
  | { readonly kind: 'box'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'break'; readonly what: 'column' | 'page' }

export type TextRole =
  | 'paragraph'
  | 'title'
  | 'label'
  | 'heading'
  | 'subheading'
  | 'authors'
  | 'affiliation'
  | 'abstract'
  | 'small'
  | 'bullet'
  | 'reference'
  | 'slide'
  | 'last-line'

export interface SampleSource {
  readonly name: string
  readonly settings: SampleSettings
  readonly blocks: readonly SampleBlock[]
}
