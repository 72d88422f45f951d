/** Which columns a piece of text in a table stands in. Pure. */
import type { Line } from './line.ts'
import { type Extent, isFlush, type PrintedRow } from './table-columns.ts'

/** A line with the first and the last column it stands in. */
export interface Placed {
  readonly line: Line
  readonly first: number
  readonly last: number
}

export type PlacedRow = readonly Placed[]

/** Each line in the column it is flush with; else in the free columns it stands in the middle of; else in those it overlaps. */
export function placeRow(row: PrintedRow, columns: readonly Extent[]): PlacedRow {
  const flush = new Map(row.map((line) => [line, flushColumn(line, columns)]))
  return row.map((line): Placed => {
    const column = flush.get(line)
    if (column !== undefined) return { line, first: column, last: column }
    const touched = touchedColumns(line, columns)
    const isFree = (other: number): boolean =>
      row.every((each) => each === line || flush.get(each) !== other) &&
      row.every((each) => each === line || !touchedColumns(each, columns).includes(other))
    const range = middleOf(line, columns, isFree)
    return range ?? { line, first: touched[0]!, last: touched.at(-1)! }
  })
}

/** A row's lines, with those in the middle of several columns that are empty in this row standing in all of them. */
export function widened(row: PlacedRow, columns: readonly Extent[]): PlacedRow {
  return row.map((placed) => {
    const others = row.filter((other) => other !== placed)
    const isFree = (column: number): boolean => others.every(({ first, last }) => column < first || column > last)
    let { first, last } = placed
    for (let from = 0; from <= placed.first; from++)
      for (let to = columns.length - 1; to >= placed.last; to--) {
        if (to - from <= last - first || !isCentred(placed.line, columns, from, to)) continue
        if (columns.every((_, column) => column < from || column > to || isFree(column))) [first, last] = [from, to]
      }
    return { ...placed, first, last }
  })
}

function flushColumn(line: Line, columns: readonly Extent[]): number | undefined {
  const [nearest] = byShare(line, columns)
  return isFlush(line, columns[nearest!]!) ? nearest : undefined
}

/** Columns, the one that has most of the line first. */
function byShare(line: Line, columns: readonly Extent[]): readonly number[] {
  return [...columns.keys()].sort((a, b) => shareOf(line, columns[b]!) - shareOf(line, columns[a]!))
}

function shareOf(line: Line, { x0, x1 }: Extent): number {
  return Math.min(line.x1, x1) - Math.max(line.x0, x0)
}

/** In order; the nearest one where it overlaps none. */
function touchedColumns(line: Line, columns: readonly Extent[]): readonly number[] {
  const width = line.x1 - line.x0
  const touched = columns.flatMap((column, index) => {
    const share = shareOf(line, column)
    return share > 0.25 * Math.min(width, column.x1 - column.x0) && share > 1 ? [index] : []
  })
  return touched.length > 0 ? touched : byShare(line, columns).slice(0, 1)
}

/**
 * The free columns side by side that it stands in the middle of most exactly, the more the better; undefined where there
 * are none. A cell over several columns is often wider than their text, so that its middle is a little beside theirs.
 */
function middleOf(line: Line, columns: readonly Extent[], isFree: (column: number) => boolean): Placed | undefined {
  const centre = (column: number): number => (columns[column]!.x0 + columns[column]!.x1) / 2
  let best: (Placed & { readonly off: number }) | undefined
  for (let first = 0; first < columns.length; first++)
    for (let last = first + 1; last < columns.length && isFree(first) && isFree(last); last++) {
      if (line.x0 < columns[first]!.x0 - line.size || line.x1 > columns[last]!.x1 + line.size) continue
      const off = Math.abs((centre(first) + centre(last) - line.x0 - line.x1) / 2)
      if (off < BESIDE_THE_MIDDLE * (centre(last) - centre(first)) && off < (best?.off ?? 1e9) + 1)
        best = { line, first, last, off }
    }
  return best === undefined ? undefined : { line, first: best.first, last: best.last }
}

const BESIDE_THE_MIDDLE = 0.2

function isCentred(line: Line, columns: readonly Extent[], from: number, to: number): boolean {
  return offCentre(line, columns, from, to) < tolerance(columns, from, to)
}

function tolerance(columns: readonly Extent[], from: number, to: number): number {
  return Math.max(3, 0.045 * (columns[to]!.x1 - columns[from]!.x0))
}

/** How far from the middle of the columns' text, or of the columns with half the white beside them. */
function offCentre(line: Line, columns: readonly Extent[], from: number, to: number): number {
  const middle = (line.x0 + line.x1) / 2
  const [left, right] = [columns[from]!.x0, columns[to]!.x1]
  const outerLeft = from === 0 ? left : (left + columns[from - 1]!.x1) / 2
  const outerRight = to === columns.length - 1 ? right : (right + columns[to + 1]!.x0) / 2
  return Math.min(Math.abs((left + right) / 2 - middle), Math.abs((outerLeft + outerRight) / 2 - middle))
}
