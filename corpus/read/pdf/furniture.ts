/**
 * Page furniture: running heads, page numbers, journal lines, line numbers of manuscripts. It is told by repetition and
 * place, and on single pages by what it says. Pure.
 */
import type { FramePage } from './frame.ts'
import type { Line } from './line.ts'

export interface PageLines {
  readonly page: FramePage
  readonly lines: readonly Line[]
}

const TOP_ZONE = 0.13
const BOTTOM_ZONE = 0.88
const PAGE_NUMBER =
  /^(?:[-\u2013\u2014\s|]*(?:page\s*)?\d{1,5}(?:\s*(?:of|\/)\s*\d{1,4})?[-\u2013\u2014\s|]*|[ivxl]{1,6}|[eE]\d{1,6})$/i
const JOURNAL_LINE =
  /\b(?:doi|https?:\/\/|www\.|ISSN|vol(?:ume|\.)?\s*\d|\d{4}\s?[;:]\s?\d+|\u00A9|copyright|downloaded from|published (?:by|online)|publishing|press|open access|article id|article number|licensed?|creative commons|journal of|case reports? in|et al\.?\s*$|page \d)/i

/** Lines that belong to the page and not to the article. */
export function furnitureOf(pages: readonly PageLines[], bodySize: number): ReadonlySet<Line> {
  const furniture = new Set<Line>()
  for (const line of repeated(pages)) furniture.add(line)
  for (const { page, lines } of pages) {
    for (const line of outermost(page, lines, furniture, bodySize)) furniture.add(line)
    for (const line of lineNumbers(lines)) furniture.add(line)
  }
  return furniture
}

function inZone(page: FramePage, line: Line): boolean {
  return line.y < TOP_ZONE * page.height || line.y > BOTTOM_ZONE * page.height
}

/** Same words (figures set aside) at the same height on enough pages. Slides repeat their titles, so they ask for more. */
function repeated(pages: readonly PageLines[]): readonly Line[] {
  const places = new Map<string, Line[]>()
  for (const { page, lines } of pages) {
    for (const line of lines) {
      if (!inZone(page, line)) continue
      const key = line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')
      places.set(key, [...(places.get(key) ?? []), line])
    }
  }
  const landscape = pages.filter(({ page }) => page.width > page.height * 1.1).length > pages.length / 2
  const enough = Math.max(2, Math.ceil(pages.length * (landscape ? 0.5 : 0.2)))
  const found: Line[] = []
  for (const lines of places.values()) {
    for (const line of lines) {
      const alike = lines.filter((other) => Math.abs(other.y - line.y) < 5)
      const onPages = new Set(alike.map((other) => other.page)).size
      if (onPages >= enough) found.push(line)
    }
  }
  return found
}

/** From the edge inwards: page numbers and journal lines, until the first line that is neither. */
function outermost(
  page: FramePage,
  lines: readonly Line[],
  known: ReadonlySet<Line>,
  bodySize: number,
): readonly Line[] {
  const found: Line[] = []
  const zones = [
    lines.filter((line) => line.y < TOP_ZONE * page.height).sort((a, b) => a.y - b.y),
    lines.filter((line) => line.y > BOTTOM_ZONE * page.height).sort((a, b) => b.y - a.y),
  ]
  for (const zone of zones) {
    for (const line of zone) {
      if (known.has(line)) continue
      if (!isFurnitureText(line, bodySize)) break
      found.push(line)
    }
  }
  return found
}

function isFurnitureText(line: Line, bodySize: number): boolean {
  if (PAGE_NUMBER.test(line.text)) return true
  if (line.size > bodySize * 1.35) return false
  const small = line.size < bodySize * 0.97
  return JOURNAL_LINE.test(line.text) && (small || line.text.length < 90) && !/[a-z]{3}-$/.test(line.text)
}

/** Numbers down the left edge that count up: a manuscript with numbered lines. */
function lineNumbers(lines: readonly Line[]): readonly Line[] {
  const numbers = lines.filter((line) => /^\d{1,4}$/.test(line.text))
  if (numbers.length < 8) return []
  const left = Math.min(...lines.filter((line) => line.text.length > 20).map((line) => line.x0))
  const outside = numbers.filter((line) => line.x1 <= left + 2)
  const rising = outside.filter((line, index) => index > 0 && Number(line.text) > Number(outside[index - 1]!.text))
  return outside.length >= 8 && rising.length >= outside.length * 0.85 ? outside : []
}
