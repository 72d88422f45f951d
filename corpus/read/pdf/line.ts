/** Text items become lines, in the order of the content stream. Pure. */
import { heaviest } from '../heaviest.ts'
import type { FrameItem, FramePage } from './frame.ts'
import { cleanText, superscript } from './glyph-text.ts'

/** A stretch of a line's text that was drawn in one go. */
export interface LineRun {
  readonly start: number
  readonly end: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

export interface Line {
  readonly page: number
  readonly text: string
  readonly runs: readonly LineRun[]
  readonly x0: number
  readonly x1: number
  /** Baseline. */
  readonly y: number
  /** Size and font that most of its letters have. */
  readonly size: number
  readonly font: string
  /** True where the whole line is set in one font. */
  readonly plain: boolean
}

/** Wider than this (in font sizes) and the next item is another column or cell. */
const CELL_GAP = 1.15
/** Wider than this and the words are set apart. */
const WORD_GAP = 0.13

export function linesOf(page: FramePage): readonly Line[] {
  const lines: Line[] = []
  let open: FrameItem[] = []
  const close = (): void => {
    const line = lineOf(page.number, open)
    if (line !== null) lines.push(line)
    open = []
  }
  for (const item of page.items) {
    if (open.length > 0 && !goesOn(open, item)) close()
    // a blank cannot open a line
    if (open.length > 0 || item.text.trim() !== '') open.push(item)
  }
  close()
  return lines.length === 0 ? lines : withStretched(lines)
}

/**
 * A justified line with few words has gaps as wide as those between columns: where the lines above and below run on
 * across the gap, it is one line.
 */
function withStretched(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  for (const [index, line] of lines.entries()) {
    const last = out.at(-1)
    if (last !== undefined && isOneLine(last, line, out.at(-2), lines.slice(index + 1, index + 9)))
      out[out.length - 1] = joined(last, line)
    else out.push(line)
  }
  return out
}

function isOneLine(left: Line, right: Line, above: Line | undefined, following: readonly Line[]): boolean {
  const { size } = left
  const gap = right.x0 - left.x1
  if (
    Math.abs(left.y - right.y) > 0.12 * size ||
    gap < 0 ||
    gap > 4 * size ||
    Math.abs(right.size - size) > 0.04 * size
  )
    return false
  const below = following.find((line) => line.y > left.y + 0.5 * size)
  const covers = (line: Line | undefined, step: number): boolean =>
    line !== undefined &&
    step > 0.5 * size &&
    step < 1.9 * size &&
    line.x0 < left.x1 - size &&
    line.x1 > right.x0 + size &&
    Math.abs(line.size - size) < 0.04 * size
  const gapBelow = below !== undefined && below.x0 <= left.x0 + size && below.x1 < right.x0
  return covers(below, (below?.y ?? 0) - left.y) || (!gapBelow && covers(above, left.y - (above?.y ?? 0)))
}

function joined(left: Line, right: Line): Line {
  const shift = left.text.length + 1
  const moved = right.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift }))
  const plain = left.plain && right.plain && left.font === right.font
  return { ...left, text: `${left.text} ${right.text}`, runs: [...left.runs, ...moved], x1: right.x1, plain }
}

function goesOn(open: readonly FrameItem[], item: FrameItem): boolean {
  const last = open.findLast((each) => each.text.trim() !== '')!
  const base = mainItem(open)
  const size = Math.max(base.size, item.size)
  const gap = item.x - (last.x + last.width)
  if (item.text.trim() === '') return Math.abs(item.y - base.y) < 0.6 * size && gap > -size && gap < CELL_GAP * size
  const drop = Math.abs(item.y - base.y)
  // accents and overprints step back a little; further back is another line
  if (gap < -0.6 * size && item.x < last.x - 0.2 * size) return false
  if (drop <= 0.12 * size) return gap < CELL_GAP * size && gap > -1.5 * size
  const raised = item.size < 0.86 * base.size || base.size < 0.86 * item.size
  const settled = Math.abs(item.y - last.y) <= 0.12 * size && last !== base
  return drop < (raised || settled ? 0.62 : 0.25) * size && gap < 0.7 * size
}

/** The item that the line stands on: the largest, the first of its size. */
function mainItem(items: readonly FrameItem[]): FrameItem {
  let main = items[0]!
  for (const item of items) if (item.size > main.size * 1.04 && item.text.trim() !== '') main = item
  return main
}

function lineOf(page: number, items: readonly FrameItem[]): Line | null {
  const inked = items.filter((item) => item.text.trim() !== '')
  if (inked.length === 0) return null
  const main = mainItem(inked)
  const runs: LineRun[] = []
  let text = ''
  let last: FrameItem | null = null
  for (const item of items) {
    const piece = pieceOf(item, main)
    if (piece === '') continue
    const blank = piece.trim() === ''
    if (last !== null && !/\s$/.test(text) && !blank && needsBlank(last, item)) text += ' '
    const kept = text === '' || /\s$/.test(text) ? piece.replace(/^\s+/, '') : piece
    const start = text.length
    text += kept
    if (!blank) runs.push(runOf(item, piece, kept, start))
    last = item
  }
  const trimmed = text.trimEnd()
  if (trimmed === '') return null
  const kept = runs.map((run) => (run.end > trimmed.length ? { ...run, end: trimmed.length } : run))
  return measured(page, trimmed, kept, main)
}

/** Blanks at the ends of an item are not part of its run; their width is taken off in proportion. */
function runOf(item: FrameItem, piece: string, kept: string, start: number): LineRun {
  const per = item.width / Math.max(1, item.text.length)
  const lead = kept.length - kept.trimStart().length
  const cut = piece.length - kept.length + lead
  const tail = kept.length - kept.trimEnd().length
  const { y, size, font } = item
  const x = item.x + cut * BLANK_SHARE * per
  const width = Math.max(item.width - (cut + tail) * BLANK_SHARE * per, 0.1)
  return { start: start + lead, end: start + kept.length - tail, x, y, width, size, font }
}

/** A blank is about this much of an average glyph. */
const BLANK_SHARE = 0.55

function measured(page: number, text: string, runs: readonly LineRun[], main: FrameItem): Line {
  const font = heaviest(runs, (run) => run.font, lettersOf) ?? main.font
  const size = heaviest(runs, (run) => run.size, lettersOf) ?? main.size
  const x0 = Math.min(...runs.map((run) => run.x))
  const x1 = Math.max(...runs.map((run) => run.x + run.width))
  return { page, text, runs, x0, x1, y: main.y, size, font, plain: runs.every((run) => run.font === font) }
}

const lettersOf = (run: LineRun): number => run.end - run.start

function needsBlank(last: FrameItem, item: FrameItem): boolean {
  const gap = item.x - (last.x + last.width)
  return gap > WORD_GAP * Math.min(last.size, item.size) + 0.02 * last.size
}

/** Small raised digits are printed as superscripts, so that "patients.5" and "109" stay apart from words and numbers. */
function pieceOf(item: FrameItem, main: FrameItem): string {
  const text = cleanText(item.text)
  const raised = main.y - item.y > 0.16 * main.size && item.size < 0.86 * main.size
  return raised ? superscript(text) : text
}
