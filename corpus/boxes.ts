/** Boxes of a span: where on the pages the quoted words are drawn, one box for each line or piece of a line. */
import type { Box, Document, Span, TextRun } from './document.ts'
import { advances } from './glyph-widths.ts'

/** Empty for documents without runs (text, XML). */
export function boxesOf(document: Pick<Document, 'runs' | 'text' | 'letterWidths'>, span: Span): readonly Box[] {
  const { runs } = document
  const boxes: Box[] = []
  for (let index = firstReaching(runs, span.start); index < runs.length; index++) {
    const run = runs[index]!
    if (run.start >= span.end) break
    const box = clip(run, span, document)
    const last = boxes.at(-1)
    if (last && continuesLine(last, box)) boxes[boxes.length - 1] = join(last, box)
    else boxes.push(box)
  }
  return boxes
}

/** Index of the first run that ends after `offset`. */
function firstReaching(runs: readonly TextRun[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A run's box is this much taller than its type. */
const HEIGHT_SHARE = 1.04

/** The part of a run that the span covers. */
function clip(run: TextRun, span: Span, { text, letterWidths }: Pick<Document, 'text' | 'letterWidths'>): Box {
  const { page, y, height } = run
  if (span.start <= run.start && span.end >= run.end) return { page, x: run.x, y, width: run.width, height }
  // text that runs up the page is told by its shape
  const upright = run.width < run.height && run.end - run.start > 3
  const length = upright ? run.height : run.width
  const own = run.font === undefined ? undefined : letterWidths?.[run.font]
  const size = (upright ? run.width : height) / HEIGHT_SHARE
  const edges = advances(text.slice(run.start, run.end), length, size, own)
  const from = edges[Math.max(0, span.start - run.start)] ?? 0
  const to = edges[Math.min(run.end, span.end) - run.start] ?? length
  if (upright) return { page, x: run.x, y: round(y + length - to), width: run.width, height: round(to - from) }
  return { page, x: round(run.x + from), y, width: round(to - from), height }
}

function continuesLine(left: Box, right: Box): boolean {
  const sameLine =
    left.page === right.page && Math.abs(left.y + left.height - (right.y + right.height)) < left.height / 3
  const gap = right.x - (left.x + left.width)
  return sameLine && gap > -left.height && gap < left.height
}

function join(left: Box, right: Box): Box {
  const x = Math.min(left.x, right.x)
  const y = Math.min(left.y, right.y)
  return {
    page: left.page,
    x,
    y,
    width: round(Math.max(left.x + left.width, right.x + right.width) - x),
    height: round(Math.max(left.y + left.height, right.y + right.height) - y),
  }
}

const round = (points: number): number => Math.round(points * 100) / 100
