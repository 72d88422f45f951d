/** Cells that stand in the middle of several rows: each gets the rows that fit best, all down its column. Pure. */
import type { Line } from './line.ts'
import type { BodyRow, GridCell } from './table-cells.ts'
import type { Placed } from './table-placing.ts'

/** How far the middle of a cell may be from that of its rows, in line steps. */
const MOST_STRAY = 0.42
const MOST_MEAN_STRAY = 0.25
/** What a row without a cell weighs, in line steps. */
const EMPTY_ROW = 0.3

export interface Block {
  readonly lines: readonly Line[]
  readonly first: number
  readonly last: number
  readonly middle: number
}

export function blockOf(placed: readonly Placed[]): Block {
  const lines = placed.map(({ line }) => line)
  return { lines, first: placed[0]!.first, last: placed[0]!.last, middle: middleOf(lines) }
}

/** Halfway between the first and the last baseline. */
function middleOf(lines: readonly Line[]): number {
  const heights = lines.map(({ y }) => y)
  return (Math.min(...heights) + Math.max(...heights)) / 2
}

interface Range {
  readonly from: number
  readonly to: number
  readonly stray: number
}

/** Gives each block of a column the rows it stands in the middle of; only where all fit, when `strict`. */
export function spread(
  blocks: readonly Block[],
  rows: readonly BodyRow[],
  step: number,
  strict: boolean,
): readonly GridCell[] {
  if (blocks.length === 0) return []
  const ranges = tiled(blocks, rows, step)
  const strays = ranges?.map(({ stray }) => stray) ?? []
  const mean = strays.reduce((sum, stray) => sum + stray, 0) / Math.max(1, strays.length)
  const covered = ranges?.reduce((sum, { from, to }) => sum + to - from + 1, 0) ?? 0
  const fits =
    ranges !== null &&
    (strict ? mean < 0.12 && covered >= rows.length - 1 : mean < MOST_MEAN_STRAY) &&
    covered > blocks.length
  if (!fits && strict) return []
  return blocks.map((block, index): GridCell => {
    const range = (fits ? ranges[index] : undefined) ?? nearest(block, rows)
    const { from: row, to } = range
    return {
      row,
      column: block.first,
      rowSpan: to - row + 1,
      columnSpan: block.last - block.first + 1,
      lines: block.lines,
    }
  })
}

function nearest({ middle }: Block, rows: readonly BodyRow[]): Range {
  const strays = rows.map(({ placed }) => Math.abs(middleOf(placed.map(({ line }) => line)) - middle))
  const row = strays.indexOf(Math.min(...strays))
  return { from: row, to: row, stray: 0 }
}

/** Rows for every block, in order and without overlap, with the least stray and the fewest empty rows; null where none fit. */
function tiled(blocks: readonly Block[], rows: readonly BodyRow[], step: number): readonly Range[] | null {
  /** By the row after the last one used: the cheapest ways so far. */
  let ways = new Map<number, { cost: number; ranges: readonly Range[] }>([[0, { cost: 0, ranges: [] }]])
  for (const block of blocks) {
    const next = new Map<number, { cost: number; ranges: readonly Range[] }>()
    for (const range of rangesAround(block, rows, step))
      for (const [used, { cost, ranges }] of ways) {
        if (range.from < used) continue
        const sum = cost + range.stray + EMPTY_ROW * (range.from - used)
        if (sum < (next.get(range.to + 1)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(range.to + 1, { cost: sum, ranges: [...ranges, range] })
      }
    ways = next
  }
  const ends = [...ways].map(([used, way]) => ({ ...way, cost: way.cost + EMPTY_ROW * (rows.length - used) }))
  return ends.sort((a, b) => a.cost - b.cost)[0]?.ranges ?? null
}

function rangesAround({ middle }: Block, rows: readonly BodyRow[], step: number): readonly Range[] {
  const heights = rows.map(({ placed }) => placed.map(({ line }) => line.y))
  const ranges: Range[] = []
  for (let from = 0; from < rows.length; from++) {
    const top = Math.min(...heights[from]!)
    if (top > middle + MOST_STRAY * step) break
    for (let to = from; to < rows.length && rows[to]!.section === rows[from]!.section; to++) {
      const stray = Math.abs((top + Math.max(...heights[to]!)) / 2 - middle) / step
      if (stray < MOST_STRAY) ranges.push({ from, to, stray })
    }
  }
  return ranges
}
