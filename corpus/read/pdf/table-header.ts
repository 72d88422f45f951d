/** The head of a table: which of its lines are headings, on one level or several, and how wide each heading is. Pure. */
import type { Line } from './line.ts'
import type { GridCell } from './table-cells.ts'
import { dividers, type Extent, type PrintedRow } from './table-columns.ts'
import type { TableFrame } from './table-frame.ts'
import type { Placed } from './table-placing.ts'
import { spanning } from './table-spanners.ts'

const MOST_LINES = 8

/** Where the head ends, as a height; null where nothing but the words could tell. */
export function headEnd(rows: readonly PrintedRow[], frame: TableFrame | null): number | null {
  return (frame === null ? null : headRule(rows, frame)) ?? headType(rows)
}

/** The rule under the head; one under a title that goes over the whole table is not it. */
function headRule(rows: readonly PrintedRow[], { full, bottom }: TableFrame): number | null {
  const heights = rows.map((row) => row[0]!.y)
  const above = (rule: number): number => heights.filter((y) => y < rule).length
  const rules = full.filter((y) => y > heights[0]! && y < bottom - 1 && above(y) < rows.length)
  const [rule, next] = rules
  if (rule === undefined) return null
  const isTitle = above(rule) === 1 && rows[0]!.length === 1
  if (isTitle && next !== undefined && above(next) <= MOST_LINES / 2) return next
  return above(rule) <= MOST_LINES && above(rule) <= Math.max(2, 0.6 * rows.length) ? rule : null
}

/** The first lines are set in one type, the most of the others in another one. */
function headType(rows: readonly PrintedRow[]): number | null {
  const { font } = rows[0]![0]!
  let count = 0
  while (count < rows.length && rows[count]!.every((line) => line.font === font && line.plain)) count++
  const rest = rows.slice(count).flat()
  const others = rest.filter((line) => line.font !== font).length
  if (count > MOST_LINES / 2 || rest.length === 0 || others < 0.6 * rest.length) return null
  return rows[count - 1]![0]!.y + 0.5 * rows[0]![0]!.size
}

/** A heading, whole: its lines stand close, over the same columns. */
interface Heading {
  readonly first: number
  readonly last: number
  readonly lines: Line[]
}

/** The cells of the head; `rows` is how many levels it has. `step` is the distance of lines within a cell. */
export function headCells(
  placed: readonly Placed[],
  columns: readonly Extent[],
  frame: TableFrame | null,
  step: number,
): { readonly rows: number; readonly cells: readonly GridCell[] } {
  const headings = headingsOf(spanning(placed, columns, frame, step), (above, below) =>
    frame !== null && dividers(frame).length >= columns.length - 1
      ? !isRuledBetween(above, below, frame)
      : below.y - above.y < 1.15 * step,
  )
  const levels = headings.map((heading) => chain(heading, headings, -1))
  const rows = Math.max(...levels) + 1
  const cells = headings.map((heading, index): GridCell => {
    const [from, to] = [levels[index]!, rows - 1 - chain(heading, headings, 1)]
    const [row, end] = rows === 2 || from === to ? [from, to] : rowsBeside(heading, headings, levels, [from, to])
    const { first, last, lines } = heading
    return { row, column: first, rowSpan: end - row + 1, columnSpan: last - first + 1, lines }
  })
  return { rows, cells }
}

function headingsOf(placed: readonly Placed[], goesOn: (above: Line, below: Line) => boolean): readonly Heading[] {
  const headings: Heading[] = []
  for (const { line, first, last } of [...placed].sort((a, b) => a.line.y - b.line.y || a.line.x0 - b.line.x0)) {
    const above = headings.findLast((each) => each.first <= last && each.last >= first)
    const same = above?.first === first && above.last === last
    if (above !== undefined && same && goesOn(above.lines.at(-1)!, line)) above.lines.push(line)
    else headings.push({ first, last, lines: [line] })
  }
  return headings
}

function isRuledBetween(above: Line, below: Line, { level }: TableFrame): boolean {
  return level.some(({ x0, x1, y }) => y > above.y && y < below.y && x0 < below.x1 && x1 > below.x0)
}

/** How many headings stand above (or below) one, one over the other. */
function chain(heading: Heading, all: readonly Heading[], direction: -1 | 1): number {
  const next = all.filter(
    (other) =>
      other.first <= heading.last &&
      other.last >= heading.first &&
      direction * (other.lines[0]!.y - heading.lines[0]!.y) > 0.1,
  )
  return next.length === 0 ? 0 : 1 + Math.max(...next.map((other) => chain(other, all, direction)))
}

/** Of three levels and more, those whose headings stand beside it. */
function rowsBeside(
  heading: Heading,
  all: readonly Heading[],
  levels: readonly number[],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const beside = all.flatMap((other, index) => {
    const level = levels[index]!
    const close = Math.abs(other.lines[0]!.y - heading.lines[0]!.y) < 0.5 * heading.lines[0]!.size
    return other !== heading && close && level >= from && level <= to ? [level] : []
  })
  return beside.length === 0 ? [from, to] : [Math.min(...beside), Math.max(...beside)]
}
