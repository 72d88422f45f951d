/** Lines become paragraphs: by leading, indents, sizes, fonts and marks. Pure. */
import { CAPTION_START, LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import { goesOn } from '../interruptions.ts'
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'

/** Lines that belong together, top to bottom in one column. */
export interface Paragraph {
  readonly lines: readonly Line[]
  /** White above it, in points, where the line before stood in the same column; null at a column's top. */
  readonly gapAbove: number | null
}

export function paragraphsOf(lines: readonly Line[], body: BodyStyle): readonly Paragraph[] {
  const paragraphs: { lines: Line[]; gapAbove: number | null }[] = []
  let last: Line | null = null
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1)
    if (open !== undefined && belongs(open.lines, line, lines[index + 1], body)) open.lines.push(line)
    else paragraphs.push({ lines: [line], gapAbove: gapBetween(last, line) })
    last = line
  }
  return paragraphs
}

function gapBetween(last: Line | null, line: Line): number | null {
  if (last === null || last.page !== line.page || line.y <= last.y || !overlaps(last, line)) return null
  return line.y - last.y
}

function overlaps(a: Line, b: Line): boolean {
  return Math.min(a.x1, b.x1) > Math.max(a.x0, b.x0)
}

function belongs(open: readonly Line[], line: Line, next: Line | undefined, body: BodyStyle): boolean {
  const last = open.at(-1)!
  const size = Math.max(last.size, line.size)
  const step = line.y - last.y
  if (last.page !== line.page || step < 0.4 * size || !overlaps(last, line)) return false
  if (step > maxStep(open, size, body) && !isWideLeading(open, line, next, step)) return false
  if (Math.abs(line.size - last.size) > 0.07 * size && !isMixed(last, line)) return false
  if (isNamedHeading(open) && !/^\p{Ll}/u.test(line.text)) return false
  if (startsAnew(last, line) || isNextNumber(open, line)) return false
  if (last.plain && line.plain && last.font !== line.font && !goesOn(last.text, line.text)) return false
  return !isIndented(open, line, body)
}

/** "DISCUSSION" in the type of the text, with the text right under it. */
function isNamedHeading(open: readonly Line[]): boolean {
  const { text } = open[0]!
  return open.length === 1 && text.length < 60 && looksLikeHeading(text) && sectionOfHeading(text) !== null
}

/** A line that is mostly a formula or symbols has a size of its own. */
function isMixed(last: Line, line: Line): boolean {
  const near = Math.abs(line.size - last.size) < 0.2 * Math.max(last.size, line.size)
  return near && !(last.plain && line.plain) && goesOn(last.text, line.text)
}

/** Wide but even: the next line follows at the same distance. */
function isWideLeading(open: readonly Line[], line: Line, next: Line | undefined, step: number): boolean {
  if (next === undefined || open.length > 1 || step > 2.3 * line.size || next.page !== line.page) return false
  const even = Math.abs(next.y - line.y - step) < 0.08 * step
  return even && Math.abs(next.size - line.size) < 0.05 * line.size && Math.abs(next.x0 - line.x0) < 3 * line.size
}

function maxStep(open: readonly Line[], size: number, body: BodyStyle): number {
  const first = open[0]!
  const last = open.at(-1)!
  if (open.length > 1) return ((last.y - first.y) / (open.length - 1)) * 1.28 + 0.5
  const usual = Math.abs(size - body.size) < 0.3 ? body.leading : size * 1.3
  return Math.max(usual * 1.28, size * 1.25) + 0.5
}

/** List items, captions and numbered references begin a paragraph of their own. */
function startsAnew(last: Line, line: Line): boolean {
  if (LIST_MARK.test(line.text) && /^[^\p{L}\d]/u.test(line.text) && !/^[-\u2013]\s?\d/.test(line.text)) return true
  // an address under its mark, the first reference under a signature
  if (/^(?:[\u00B9\u00B2\u00B3\u2070-\u2079]\s?\p{Lu}|[[(]?1[.\])]\s+\p{Lu})/u.test(line.text)) return true
  const ended = /[.!?:;)\]\d]["'\u201D\u2019)\]]*$/u.test(last.text)
  if (CAPTION_START.test(line.text) && (ended || line.font !== last.font || !line.plain)) {
    // "... shown in" + "Figure 2 (a). The": the words before ask for it
    if (!goesOn(last.text, line.text) && ended) return true
  }
  return /^\[?\d{1,3}[.\])]\s?\S/.test(line.text) && ended && line.x0 <= last.x0 + 1 && !/\d$/.test(last.text)
}

/** "2 Imada K." after "1 Abbott L.": a numbered list that counts without full stops. */
function isNextNumber(open: readonly Line[], line: Line): boolean {
  const number = /^[[(]?(\d{1,3})[.\])]?\s+\p{Lu}/u
  const first = number.exec(open[0]!.text)?.[1]
  const next = number.exec(line.text)?.[1]
  return first !== undefined && next !== undefined && Number(next) === Number(first) + 1 && line.x0 < open[0]!.x0 + 2
}

/** First-line indents open a paragraph; hanging indents close one when the text comes back to the margin. */
function isIndented(open: readonly Line[], line: Line, body: BodyStyle): boolean {
  const em = body.size
  const last = open.at(-1)!
  const left = Math.min(...open.map((each) => each.x0))
  const right = Math.max(...open.map((each) => each.x1), line.x1)
  const ended = /[.!?:\u2026]["'\u201D\u2019)\]\u00B9\u00B2\u00B3\u2070-\u207B]*$/u.test(last.text)
  const shift = line.x0 - last.x0
  const centred = Math.abs((line.x0 + line.x1) / 2 - (last.x0 + last.x1) / 2) < 0.7 * em
  if (shift > 0.7 * em && !centred) {
    if (open.length === 1) return ended && !isMarked(last)
    return last.x0 < left + 0.3 * em && shift < 5 * em && (ended || last.x1 < right - 2 * em)
  }
  if (shift < -0.7 * em && !centred && open.length > 1) return open[0]!.x0 < last.x0 - 0.7 * em && ended
  // no indents in this house: a short last line ends the paragraph
  return (
    ended &&
    Math.abs(shift) < 0.7 * em &&
    last.x1 < right - 5 * em &&
    open.length > 1 &&
    /^[\p{Lu}\d"\u201C(]/u.test(line.text)
  )
}

function isMarked(line: Line): boolean {
  return LIST_MARK.test(line.text) || /^\[?\(?\d{1,3}[.\])]/.test(line.text)
}
