/**
 * The order of lines on a page. The content stream is column-right nearly always and is kept; only where it is shown
 * to run across the gutter, line by line, the page is ordered anew from the white between its columns. Pure.
 */
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'

export function orderedLines(lines: readonly Line[], body: BodyStyle): readonly Line[] {
  return isInterleaved(lines, body) ? cut(lines, body) : lines
}

/** Steps from one long line of prose straight to its neighbour on the same height. */
function isInterleaved(lines: readonly Line[], body: BodyStyle): boolean {
  const prose = lines.filter((line) => line.text.length > 20 && Math.abs(line.size - body.size) < 0.08 * body.size)
  let across = 0
  let down = 0
  for (let index = 1; index < prose.length; index++) {
    const last = prose[index - 1]!
    const next = prose[index]!
    if (Math.abs(next.y - last.y) < 0.4 * body.size && next.x0 > last.x1) across++
    else if (next.y > last.y && next.x0 < last.x1 && next.x1 > last.x0) down++
  }
  return across >= 4 && across > down * 0.5
}

interface Region {
  readonly lines: readonly Line[]
}

/** Recursive cuts: first along a vertical gutter, else along the widest horizontal white. */
function cut(lines: readonly Line[], body: BodyStyle): readonly Line[] {
  if (lines.length < 2) return lines
  const gutter = verticalCut(lines, body)
  if (gutter !== null) return gutter.flatMap((region) => cut(region.lines, body))
  const bands = horizontalCut(lines, body)
  if (bands !== null) return bands.flatMap((region) => cut(region.lines, body))
  return [...lines].sort((a, b) => (Math.abs(a.y - b.y) < 0.3 * body.size ? a.x0 - b.x0 : a.y - b.y))
}

function verticalCut(lines: readonly Line[], body: BodyStyle): readonly Region[] | null {
  const spans = [...lines].sort((a, b) => a.x0 - b.x0)
  let reach = spans[0]!.x1
  for (let index = 1; index < spans.length; index++) {
    const line = spans[index]!
    if (line.x0 - reach > 0.6 * body.size && index > 1 && spans.length - index > 1) {
      const edge = (reach + line.x0) / 2
      return [{ lines: lines.filter((each) => each.x0 < edge) }, { lines: lines.filter((each) => each.x0 >= edge) }]
    }
    reach = Math.max(reach, line.x1)
  }
  return null
}

/** Splits at the height that frees a gutter: before the first and after the last line that spans the columns. */
function horizontalCut(lines: readonly Line[], body: BodyStyle): readonly Region[] | null {
  const left = Math.min(...lines.map((line) => line.x0))
  const right = Math.max(...lines.map((line) => line.x1))
  const middle = (left + right) / 2
  const spans = (line: Line): boolean => line.x0 < middle - 2 * body.size && line.x1 > middle + 2 * body.size
  const byHeight = [...lines].sort((a, b) => a.y - b.y)
  const bands: Line[][] = []
  let wide: boolean | null = null
  for (const line of byHeight) {
    const here = spans(line)
    if (here !== wide) bands.push([])
    wide = here
    bands.at(-1)!.push(line)
  }
  return bands.length > 1 ? bands.map((band) => ({ lines: band })) : null
}
