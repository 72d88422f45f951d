/** Boxes of a span: where on the pages the quoted words are drawn, one box for each line or piece of a line. */
import type { Box, Document, Span, TextRun } from './document.ts'

/** Empty for documents without runs (text, XML). */
export function boxesOf({ runs }: Pick<Document, 'runs'>, span: Span): readonly Box[] {
  const boxes: Box[] = []
  for (let index = firstReaching(runs, span.start); index < runs.length; index++) {
    const run = runs[index]!
    if (run.start >= span.end) break
    const box = clip(run, span)
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

/** The part of a run that the span covers, its width shared out evenly among the characters. */
function clip(run: TextRun, span: Span): Box {
  const length = Math.max(1, run.end - run.start)
  const from = Math.max(0, span.start - run.start) / length
  const to = Math.min(length, span.end - run.start) / length
  return {
    page: run.page,
    x: round(run.x + run.width * from),
    y: run.y,
    width: round(run.width * (to - from)),
    height: run.height,
  }
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
