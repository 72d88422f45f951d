/** A slide deck as plain text: short titles, each with a few bullets; every title opens a slide. Pure. */
import { LIST_MARK } from '../block-marks.ts'
import type { DraftBlock } from '../draft.ts'
import { sectionOfHeading } from '../sections.ts'

/** One piece of text without marks; `marked` where the writer made it a heading. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
  /** Level of the heading: 1 to 6, 7 for a bold line, 0 for none. */
  readonly level: number
  /** Counts the form feeds before it. */
  readonly page: number
  readonly rows?: readonly (readonly string[])[]
  readonly headerRows?: number
}

/** More letters than this and a page is no slide. */
const MAX_LETTERS = 700
const MIN_TITLES = 8
const ADDRESS = /^(?:from:?\s*)?(?:https?:|www\.)\S*$/i
const isBullet = ({ text }: Piece): boolean => LIST_MARK.test(text)
const wordsOf = (text: string): number => text.split(/\s+/).length

/** Stands alone, is short, does not end like a sentence. */
function isTitle({ text, marked }: Piece): boolean {
  return (
    !LIST_MARK.test(text) &&
    !ADDRESS.test(text) &&
    wordsOf(text) <= (marked ? 20 : 12) &&
    text.length <= 90 &&
    /^[\p{Lu}\d"“]/u.test(text) &&
    (!/[.;,:!?]$/.test(text) || /(?:\.{3}|…)$/.test(text))
  )
}

/** Many titles, bullets below them, hardly any prose, and not the sections of an article. */
export function isDeckText(pieces: readonly Piece[]): boolean {
  const titled = pieces.filter((piece, index) => isTitle(piece) && pieces[index + 1] && isBullet(pieces[index + 1]!))
  const bullets = pieces.filter(isBullet)
  const prose = pieces.filter((piece) => !isBullet(piece) && wordsOf(piece.text) > 45)
  const article = new Set(pieces.filter(isTitle).map(({ text }) => sectionOfHeading(text)))
  if (article.has('discussion') && article.has('introduction')) return false
  return titled.length >= MIN_TITLES && bullets.length > 0.35 * pieces.length && prose.length < 0.05 * pieces.length
}

/** Pages that hold a few lines each: slides, one a page. */
export function isPagedDeck(pieces: readonly Piece[]): boolean {
  const letters = new Map<number, number>()
  for (const { page, text } of pieces) letters.set(page, (letters.get(page) ?? 0) + text.length)
  const airy = [...letters.values()].filter((count) => count < MAX_LETTERS).length
  return letters.size >= 4 && airy > 0.75 * letters.size && pieces.filter(isBullet).length > 0.2 * pieces.length
}

/** "[Slide 7]", "--- Slide 7 ---", "Slide 7:" on a line of its own, as converters of decks write it. */
const SLIDE_MARK =
  /^[ \t]*(?:[[(<*=#-]+[ \t]*)?slide[ \t]+(?:no\.?[ \t]*)?\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?[ \t]*[\])>*=#:.-]*[ \t]*$/gim
const MIN_SLIDE_MARKS = 4

/** Converters' marks between slides become page breaks. */
export function withoutSlideMarks(text: string): string {
  const marks = text.match(SLIDE_MARK)?.length ?? 0
  return marks < MIN_SLIDE_MARKS ? text : text.replace(SLIDE_MARK, '\f')
}

/** The slides one after the other; a slide counts as a page, so that two of one title stay two. */
export function slideBlocks(pieces: readonly Piece[]): readonly DraftBlock[] {
  const paged = isPagedDeck(pieces)
  const furniture = paged ? headsOfPages(pieces) : new Set<string>()
  const blocks: DraftBlock[] = []
  let slide = 1
  let page = 0
  let hasTitle = false
  for (const [index, piece] of pieces.entries()) {
    const { text } = piece
    if (furniture.has(withoutNumbers(text)) || piece.rows !== undefined) continue
    const draft = (kind: DraftBlock['kind'], words = text): DraftBlock => ({
      kind,
      section: 'slide',
      page: slide,
      text: words,
      runs: [],
    })
    const opens = paged
      ? piece.page !== page
      : isTitle(piece) && (piece.marked || blocks.length === 0 || isTopic(piece, pieces[index + 1]))
    page = piece.page
    if (opens && blocks.length > 0) slide++
    if (opens && isTitle(piece)) {
      const first: boolean = !hasTitle && wordsOf(text) > 3
      hasTitle ||= first
      blocks.push(draft(first ? 'title' : 'heading'))
    } else if (isBullet(piece)) blocks.push(draft('list-item', text.replace(LIST_MARK, '')))
    else blocks.push(draft(ADDRESS.test(text) ? 'figure-label' : 'paragraph'))
  }
  return blocks
}

/** "Bone club · 3" and "Bone club · 4" are the same line. */
export const withoutNumbers = (text: string): string => text.replace(/\d+/g, '0')

/** The line that stands on most pages but for its number. */
function headsOfPages(pieces: readonly Piece[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text } of pieces) counts.set(withoutNumbers(text), (counts.get(withoutNumbers(text)) ?? 0) + 1)
  const pages = pieces.at(-1)?.page ?? 1
  return new Set([...counts].filter(([, count]) => count > 0.5 * pages && count > 2).map(([line]) => line))
}

/** What bullets or another line's topic follow; words inside a picture stand one below the other. */
const isTopic = ({ text }: Piece, next: Piece | undefined): boolean =>
  next === undefined || isBullet(next) || isTitle(next) || wordsOf(text) <= 8
