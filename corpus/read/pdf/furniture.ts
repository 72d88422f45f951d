/**
 * Page furniture: running heads, page numbers, journal lines, line numbers of manuscripts. It is told by repetition and
 * place, and on single pages by what it says. Pure.
 */
import type { FramePage } from './frame.ts'
import type { Line } from './line.ts'
import { TABLE_CAPTION } from './table-caption.ts'

export interface PageLines {
  readonly page: FramePage
  readonly lines: readonly Line[]
}

const TOP_ZONE = 0.13
const BOTTOM_ZONE = 0.88
const PAGE_NUMBER =
  /^(?:[-\u2013\u2014\s|]*(?:page\s*)?\d{1,5}(?:\s*(?:of|\/)\s*\d{1,4})?[-\u2013\u2014\s|]*|[ivxl]{1,6}|[eE]\d{1,6})$/i
/** "270 Letters to the Editor", "Moss et al. 12": a page number with the name of the paper or the journal. */
const NUMBERED_HEAD =
  /^(?:\d{1,4}\s+[|\u2022]?\s*\p{Lu}.{3,70}|\p{Lu}.{3,70}?[\s|]+(?:page\s)?\d{1,4}(?: of \d{1,3})?)$/u
const JOURNAL_LINE =
  /\b(?:doi|https?:\/\/|www\.|ISSN|vol(?:ume|\.)?\s*\d|\d{4}\s?[;:,]\s?\d+|\u00A9|copyright|downloaded from|published (?:by|online)|publishing|open access|article id|article number|licensed?|creative commons|journal of|case reports? in|et al\.?\s*$|page \d)/i

/** Lines that belong to the page and not to the article. */
export function furnitureOf(pages: readonly PageLines[], bodySize: number): ReadonlySet<Line> {
  const furniture = new Set<Line>(repeated(pages))
  for (const { page, lines } of pages) {
    const top = lines.filter((line) => line.y < TOP_ZONE * page.height).sort((a, b) => a.y - b.y)
    const bottom = lines.filter((line) => line.y > BOTTOM_ZONE * page.height).sort((a, b) => b.y - a.y)
    for (const zone of [top, bottom]) addOutermost(furniture, zone, lines, bodySize)
    for (const line of lineNumbers(lines)) furniture.add(line)
  }
  return furniture
}

/** Same words (figures set aside) at the same height on enough pages. Slides repeat their titles, so they ask for more. */
function repeated(pages: readonly PageLines[]): readonly Line[] {
  const places = new Map<string, Line[]>()
  for (const { page, lines } of pages) {
    const caption = Math.min(...lines.filter(({ text }) => TABLE_CAPTION.test(text)).map(({ y }) => y))
    for (const line of lines) {
      if (line.y >= TOP_ZONE * page.height && line.y <= BOTTOM_ZONE * page.height) continue
      // "Results" heads a column of two tables that begin at the top of their pages
      if (line.y > caption && line.y < TOP_ZONE * page.height) continue
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
      if (new Set(alike.map((other) => other.page)).size >= enough) found.push(line)
    }
  }
  return found
}

/** From the edge inwards, cluster by cluster of lines set close in one type, until one is neither number nor journal. */
function addOutermost(furniture: Set<Line>, zone: readonly Line[], lines: readonly Line[], bodySize: number): void {
  for (const cluster of clusters(zone)) {
    const known = cluster.filter((line) => furniture.has(line))
    const fresh = cluster.filter((line) => !furniture.has(line))
    if (fresh.length === 0) continue
    if (fresh.some((line) => goesOnInside(line, fresh, lines))) break
    if (fresh.every((line) => isHeadText(line, bodySize))) for (const line of fresh) furniture.add(line)
    else if (isJournalBlock(fresh, bodySize) || (known.length > 0 && fresh.every((line) => isBeside(line, known))))
      for (const line of fresh) furniture.add(line)
    else break
  }
}

/** The text of the page runs on from this line in the same type: it is the last line of a column. */
function goesOnInside(line: Line, cluster: readonly Line[], lines: readonly Line[]): boolean {
  return lines.some((other) => {
    const step = Math.abs(other.y - line.y)
    const near = step > 0.6 * line.size && step < 1.45 * line.size && Math.abs(other.size - line.size) < 0.3
    return near && !cluster.includes(other) && other.x0 < line.x1 && other.x1 > line.x0 && other.text.length > 12
  })
}

function clusters(zone: readonly Line[]): readonly (readonly Line[])[] {
  const out: Line[][] = []
  for (const line of zone) {
    const last = out.at(-1)?.at(-1)
    const close = last !== undefined && Math.abs(line.y - last.y) < 1.45 * Math.max(line.size, last.size)
    const alike = last !== undefined && (Math.abs(line.y - last.y) < 2 || Math.abs(line.size - last.size) < 0.3)
    if (close && alike) out.at(-1)!.push(line)
    else out.push([line])
  }
  return out
}

function isBeside(line: Line, known: readonly Line[]): boolean {
  return known.some((other) => Math.abs(other.y - line.y) < 2) && line.text.length < 90
}

/** A small block at the very edge with the journal's name, volume and address. */
function isJournalBlock(cluster: readonly Line[], bodySize: number): boolean {
  const small = cluster.every((line) => line.size < 0.97 * bodySize)
  const numbered =
    cluster.some((line) => PAGE_NUMBER.test(line.text)) &&
    cluster.every((line) => line.text.length < 90 && Math.abs(line.y - cluster[0]!.y) < 3)
  if (numbered) return true
  return (
    small &&
    cluster.length <= 6 &&
    cluster.some((line) => /\bdoi\b|https?:|vol(?:ume|\.)?\s*\d|ISSN|article id/i.test(line.text)) &&
    cluster.every((line) => line.text.length < 110)
  )
}

function isHeadText(line: Line, bodySize: number): boolean {
  if (PAGE_NUMBER.test(line.text)) return true
  if (line.size > bodySize * 1.35 || /[a-z]{3}-$/.test(line.text)) return false
  if (NUMBERED_HEAD.test(line.text) && line.text.split(/\s+/).length <= 10 && !/[.:]\s?\d+$/.test(line.text))
    return (
      line.size < 1.1 * bodySize &&
      !/^\d+\.?\s+(?:introduction|case|discussion|references|conclusion|methods|results|background|materials)/i.test(
        line.text,
      )
    )
  return JOURNAL_LINE.test(line.text) && (line.size < bodySize * 0.97 || line.text.length < 90)
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
