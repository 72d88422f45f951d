/** The columns of a table: between upright rules, or between the strips of white that run down. Pure. */
import type { Line, LineRun } from './line.ts'
import type { TableFrame } from './table-frame.ts'

export interface Extent {
  readonly x0: number
  readonly x1: number
}

/** Lines of one height, left to right. */
export type PrintedRow = readonly Line[]

/** Lines of one height, top to bottom. */
export function printedRows(lines: readonly Line[]): readonly PrintedRow[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row !== undefined && line.y - row[0]!.y < 0.42 * Math.min(line.size, row[0]!.size)) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0))
}

/** Cells set close together come as one line; what was drawn apart may belong to two columns. */
export function fragments(line: Line, gap = 0.45): readonly Line[] {
  return split(line, (last, run) => run.x - (last.x + last.width) >= gap * line.size)
}

/** The parts of a line that was drawn in parts, where each part is flush with a column of its own; else the line. */
export function atColumns(line: Line, columns: readonly Extent[]): readonly Line[] {
  const parts = split(line, (last, run) => {
    const [end, start] = [last.x + last.width, run.x]
    if (start - end < 0.15 * line.size) return false
    return columns.slice(1).some(({ x0 }, index) => {
      const { x1 } = columns[index]!
      return Math.abs(start - x0) < 1.5 || (end <= x1 + 1.5 && start >= x0 - 1.5)
    })
  })
  return parts.every((each) => columns.some((column) => isFlush(each, column))) ? parts : [line]
}

/** Within the column, or set against one of its edges or on its middle. */
export function isFlush(line: Line, { x0, x1 }: Extent): boolean {
  const edges = [line.x0 - x0, line.x1 - x1, (line.x0 + line.x1 - x0 - x1) / 2]
  return (line.x0 > x0 - 2 && line.x1 < x1 + 2) || edges.some((off) => Math.abs(off) < 2)
}

function split(line: Line, apart: (last: LineRun, run: LineRun) => boolean): readonly Line[] {
  const parts: LineRun[][] = []
  for (const run of line.runs) {
    const last = parts.at(-1)?.at(-1)
    if (last !== undefined && !apart(last, run)) parts.at(-1)!.push(run)
    else parts.push([run])
  }
  return parts.length < 2 ? [line] : parts.map((runs) => part(line, runs))
}

function part(line: Line, runs: readonly LineRun[]): Line {
  const { start } = runs[0]!
  const last = runs.at(-1)!
  const moved = runs.map((run) => ({ ...run, start: run.start - start, end: run.end - start }))
  return { ...line, text: line.text.slice(start, last.end), runs: moved, x0: runs[0]!.x, x1: last.x + last.width }
}

export function columnsOf(rows: readonly PrintedRow[], frame: TableFrame | null): readonly Extent[] {
  const white = whiteColumns(rows, frame === null ? [] : dividers(frame))
  return fullestRows(rows, white.length) ?? white
}

/** Upright rules inside a table that go over most of its height. */
export function dividers({ upright, x0, x1, top, bottom }: TableFrame): readonly number[] {
  return upright
    .filter(({ x, y0, y1 }) => x > x0 + 4 && x < x1 - 4 && y1 - y0 > 0.55 * (bottom - top))
    .map(({ x }) => x)
}

/** Columns are what is left between the strips that hardly any row writes into. */
function whiteColumns(rows: readonly PrintedRow[], dividers: readonly number[]): readonly Extent[] {
  const lines = rows.flat()
  const left = Math.floor(Math.min(...lines.map((line) => line.x0)))
  const right = Math.ceil(Math.max(...lines.map((line) => line.x1)))
  const size = Math.min(...lines.map((line) => line.size))
  const covered = new Array<number>(right - left + 1).fill(0)
  for (const row of rows) {
    for (const line of row) {
      // a line alone that goes over most of the table is a group's heading or a note
      if (row.length === 1 && line.x1 - line.x0 > 0.4 * (right - left)) continue
      for (let x = Math.floor(line.x0); x < Math.ceil(line.x1); x++) covered[x - left]!++
    }
  }
  const tolerated = Math.floor(rows.length * 0.1)
  const ruled = new Set(dividers.map((x) => Math.round(x) - left))
  const columns: Extent[] = []
  let start = -1
  let white = 0
  let crossed = false
  for (let x = 0; x < covered.length; x++) {
    crossed ||= ruled.has(x)
    if (covered[x]! > tolerated && !ruled.has(x)) {
      if (start < 0) start = x
      else if (crossed || white >= Math.max(2, 0.28 * size)) {
        columns.push({ x0: left + start, x1: left + x - white })
        start = x
      }
      white = 0
      crossed = false
    } else white++
  }
  if (start >= 0) columns.push({ x0: left + start, x1: right - white })
  return columns
}

/**
 * Where cells over two columns stand in most rows, no white runs down; the few rows that fill every column show them:
 * "Left hip | Right hip" under "Case 1". All other lines must stand in one of these columns or in the middle of several.
 */
function fullestRows(rows: readonly PrintedRow[], least: number): readonly Extent[] | null {
  const most = Math.max(...rows.map(({ length }) => length))
  const fullest = rows.filter(({ length }) => length === most)
  if (most <= least || fullest.length < 2) return null
  const columns = Array.from({ length: most }, (_, index) => ({
    x0: Math.min(...fullest.map((row) => row[index]!.x0)),
    x1: Math.max(...fullest.map((row) => row[index]!.x1)),
  }))
  const gap = 0.28 * rows[0]![0]!.size
  if (columns.some(({ x0 }, index) => index > 0 && x0 - columns[index - 1]!.x1 < gap)) return null
  const others = rows.filter(({ length }) => length < most).flat()
  const strays = others.filter((line) => !standsIn(line, columns))
  return strays.length <= 0.1 * others.length ? columns : null
}

function standsIn(line: Line, columns: readonly Extent[]): boolean {
  const touched = columns.filter(({ x0, x1 }) => Math.min(line.x1, x1) > Math.max(line.x0, x0) + 1)
  if (touched.length <= 1) return true
  const middle = (touched[0]!.x0 + touched.at(-1)!.x1) / 2
  return Math.abs((line.x0 + line.x1) / 2 - middle) < line.size
}
