/**
 * Rows of a body whose cells are centred on their height: "No" stands beside the middle of the three lines of its
 * neighbour. The lines are cut into bands so that the middles of the columns agree best. Pure.
 */
import type { Placed, PlacedRow } from './table-placing.ts'
import { blocksOf, placedRows } from './table-rows.ts'

/** An empty cell weighs as much as this part of a line's step out of place. */
const EMPTY_CELL = 0.2
const MOST_EMPTY = 0.4
const MOST_LINES = 14
/** Lines of a cell stand no further apart, in steps. */
const TORN = 1.25
/** Lines side by side in every column of a band, more than once: more likely several rows. */
const SEVERAL_ROWS = 3
/** Centred rows must fit so much better than rows aligned at their first lines. */
const MARGIN = 0.5

type Alignment = 'middle' | 'top'

/** The rows, or null where the cells are not centred. `step` is the distance of lines within a cell. */
export function centredRows(rows: readonly PlacedRow[], step: number): readonly PlacedRow[] | null {
  const columns = new Set(rows.flat().map(({ first }) => first)).size
  if (rows.length < 3 || columns < 2) return null
  const middle = bestBands(rows, columns, step, 'middle')
  const top = bestBands(rows, columns, step, 'top')
  return middle.cost < top.cost - MARGIN ? middle.bands : null
}

function bestBands(
  rows: readonly PlacedRow[],
  columns: number,
  step: number,
  alignment: Alignment,
): { readonly cost: number; readonly bands: readonly PlacedRow[] } {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= rows.length; to++) {
    best[to] = { cost: Number.POSITIVE_INFINITY, from: to - 1 }
    for (let from = to - 1; from >= Math.max(0, to - MOST_LINES); from--) {
      const cost = best[from]!.cost + bandCost(rows.slice(from, to).flat(), columns, step, alignment)
      if (cost < best[to]!.cost - 1e-9) best[to] = { cost, from }
    }
  }
  const bands: PlacedRow[] = []
  for (let to = rows.length; to > 0; to = best[to]!.from) bands.unshift(rows.slice(best[to]!.from, to).flat())
  return { cost: best[rows.length]!.cost, bands }
}

/** How badly the columns of a band agree, in steps. */
function bandCost(band: readonly Placed[], columns: number, step: number, alignment: Alignment): number {
  const own = new Map<number, number[]>()
  for (const { first, line } of band) own.set(first, [...(own.get(first) ?? []), line.y])
  const blocks = [...own.values()].map((heights) => ({
    top: Math.min(...heights),
    bottom: Math.max(...heights),
    lines: heights.length,
  }))
  if (blocksOf(band, TORN * step).length > own.size) return Number.POSITIVE_INFINITY
  const tallest = blocks.reduce((most, block) => (block.lines > most.lines ? block : most))
  const placeOf = ({ top, bottom }: (typeof blocks)[number]): number => (alignment === 'top' ? top : (top + bottom) / 2)
  const strayed = blocks.reduce((sum, block) => sum + Math.abs(placeOf(block) - placeOf(tallest)) / step, 0)
  const full = placedRows(band).filter((row) => new Set(row.map(({ first }) => first)).size === own.size).length
  return strayed + Math.max(0, full - 1) * SEVERAL_ROWS + Math.min(MOST_EMPTY, EMPTY_CELL * (columns - blocks.length))
}
