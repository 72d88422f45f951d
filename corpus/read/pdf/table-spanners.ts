/** Headings over several columns: those with a rule of that width below, or in the middle of headings below them. Pure. */
import type { Extent } from './table-columns.ts'
import type { TableFrame } from './table-frame.ts'
import { type Placed, widened } from './table-placing.ts'
import { placedRows } from './table-rows.ts'

/** The lines with the columns they go over: those above a rule of several columns, or in the middle of several headings. */
export function spanning(
  placed: readonly Placed[],
  columns: readonly Extent[],
  frame: TableFrame | null,
  step: number,
): readonly Placed[] {
  const rules = frame === null ? [] : columnRules(columns, frame)
  const ruleUnder = ({ line, first, last }: Placed): ColumnRule | undefined =>
    rules.find((rule) => {
      const near = rule.y > line.y && rule.y - line.y < 1.6 * line.size
      return near && first >= rule.first && last <= rule.last
    })
  const lines = placedRows(placed).flatMap((row) => {
    const wide = widened(row, columns)
    return row.map((own, index) => {
      const over = wide[index]!
      // the names of the rows stand under no common heading, unless it is a title
      const isTitle = row.length === 1 && own.line.x1 - own.line.x0 > columns[0]!.x1 - columns[0]!.x0
      const may = (over.first > 0 || isTitle) && (isWide(own, columns) || ruleUnder(own) !== undefined)
      return may && hasHeadingsUnder(over, placed, step) ? over : own
    })
  })
  return lines.map((each) => {
    const under = ruleUnder(each)
    const alone = under !== undefined && lines.every((other) => other === each || !isBeside(other, each, under))
    return alone ? { ...each, first: under.first, last: under.last } : each
  })
}

/** Reaches to the next column: a line that does not may be the first of a heading of several lines. */
function isWide({ line, first, last }: Placed, columns: readonly Extent[]): boolean {
  const [before, after] = [columns[first - 1], columns[last + 1]]
  const left = before === undefined ? Number.NEGATIVE_INFINITY : (before.x1 + columns[first]!.x0) / 2
  const right = after === undefined ? Number.POSITIVE_INFINITY : (columns[last]!.x1 + after.x0) / 2
  return first !== last || line.x0 < left || line.x1 > right
}

function isBeside(other: Placed, each: Placed, { first, last }: ColumnRule): boolean {
  const level = Math.abs(other.line.y - each.line.y) < 0.5 * each.line.size
  return level && other.first <= last && other.last >= first
}

function hasHeadingsUnder({ line, first, last }: Placed, placed: readonly Placed[], step: number): boolean {
  const isUnder = (other: Placed): boolean => other.line.y - line.y > 0.75 * step
  const under = placed.filter((other) => isUnder(other) && other.first >= first && other.last <= last)
  return new Set(under.map((other) => other.first)).size >= Math.max(2, last - first)
}

interface ColumnRule {
  readonly y: number
  readonly first: number
  readonly last: number
}

/** Rules that go over several columns, but not over all. */
function columnRules(columns: readonly Extent[], { level, x0, x1 }: TableFrame): readonly ColumnRule[] {
  return level.flatMap((rule): readonly ColumnRule[] => {
    if (rule.x1 - rule.x0 > 0.97 * (x1 - x0)) return []
    const covered = columns.flatMap((column, index) => {
      const middle = (column.x0 + column.x1) / 2
      return middle > rule.x0 - 2 && middle < rule.x1 + 2 ? [index] : []
    })
    const [first, last] = [covered[0], covered.at(-1)]
    return first === undefined || last === undefined || first === last ? [] : [{ y: rule.y, first, last }]
  })
}
