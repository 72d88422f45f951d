/**
 * Which typefaces of a paper are worth knowing, and on which pages they are soonest met. pdf.js tells a font's widths when
 * it begins to draw with it, and drawing costs by the letter, as much as reading for a whole page. Pure.
 */
import type { SourcePage } from './pdf/pdf-source.ts'

/** What to ask the source for. */
export interface LetterSample {
  readonly letters: ReadonlySet<string>
  /** Typefaces by the number of the page to meet them on. */
  readonly fonts: ReadonlyMap<number, readonly string[]>
}

/** Rarer typefaces are left to usual widths. */
const LEAST_SHARE = 0.01
const MOST_FONTS = 12
/** Opening another page costs as much as drawing so many letters. */
const PAGE_LETTERS = 300

interface Typeface {
  readonly font: string
  letters: number
  /** How many letters are drawn before it, by page. */
  readonly before: Map<number, number>
}

export function letterSample(pages: readonly SourcePage[]): LetterSample {
  const typefaces = typefacesOf(pages)
  const all = typefaces.reduce((sum, { letters }) => sum + letters, 0)
  const common = typefaces.filter(({ letters }) => letters >= LEAST_SHARE * all).slice(0, MOST_FONTS)
  const fonts = new Map<number, string[]>()
  const drawn = new Map<number, number>()
  for (const { font, before } of common) {
    const cost = ([page, letters]: readonly [number, number]): number =>
      Math.max(0, letters - (drawn.get(page) ?? -PAGE_LETTERS))
    const [page, letters] = [...before].reduce((best, place) => (cost(place) < cost(best) ? place : best))
    fonts.set(page, [...(fonts.get(page) ?? []), font])
    drawn.set(page, Math.max(letters, drawn.get(page) ?? 0))
  }
  return { letters: lettersOf(pages), fonts }
}

/** Commonest first. */
function typefacesOf(pages: readonly SourcePage[]): readonly Typeface[] {
  const typefaces = new Map<string, Typeface>()
  for (const { number, items } of pages) {
    let drawn = 0
    for (const { font, text } of items) {
      const typeface = typefaces.get(font) ?? { font, letters: 0, before: new Map<number, number>() }
      typefaces.set(font, typeface)
      typeface.letters += text.length
      if (!typeface.before.has(number)) typeface.before.set(number, drawn)
      drawn += text.length
    }
  }
  return [...typefaces.values()].sort((a, b) => b.letters - a.letters)
}

function lettersOf(pages: readonly SourcePage[]): ReadonlySet<string> {
  const letters = new Set<string>()
  for (const { items } of pages) for (const { text } of items) for (const letter of text) letters.add(letter)
  return letters
}
