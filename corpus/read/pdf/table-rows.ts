/** The rows of a table's body from the places of its lines alone: by the white between them, or by their words. Pure. */
import { printedRows } from './table-columns.ts'
import type { Placed, PlacedRow } from './table-placing.ts'

/** Lines of one height, left to right. */
export function placedRows(placed: readonly Placed[]): readonly PlacedRow[] {
  const placedOf = new Map(placed.map((each) => [each.line, each]))
  return printedRows([...placedOf.keys()]).map((row) => row.map((line) => placedOf.get(line)!))
}

/** Printed rows that belong to one row of the table are taken together. */
export function logicalRows(rows: readonly PlacedRow[], columns: number): readonly PlacedRow[] {
  if (rows.length < 2) return rows
  const step = lineStepInCells(rows, columns)
  const byBlocks = step === null ? null : rowsByBlocks(rows, step)
  return byBlocks ?? rowsByWords(rows, labelColumn(rows, columns))
}

/** Lines of one column that follow each other no further apart than `step`, column by column. */
export function blocksOf(placed: readonly Placed[], step: number): readonly (readonly Placed[])[] {
  const blocks: Placed[][] = []
  const open = new Map<number, Placed[]>()
  for (const each of [...placed].sort((a, b) => a.line.y - b.line.y)) {
    const above = open.get(each.first)
    const last = above?.at(-1)
    if (above !== undefined && last !== undefined && each.line.y - last.line.y <= step && last.last === each.last)
      above.push(each)
    else {
      const block = [each]
      blocks.push(block)
      open.set(each.first, block)
    }
  }
  return blocks.sort((a, b) => a[0]!.line.y - b[0]!.line.y)
}

/**
 * Rows set apart further than the lines of a cell: each column falls into blocks of lines, and blocks that lie at the
 * same height are a row, however they are aligned within it. Null where a block of one column would join two of another.
 */
function rowsByBlocks(rows: readonly PlacedRow[], step: number): readonly PlacedRow[] | null {
  const out: { top: number; bottom: number; columns: number[]; placed: Placed[] }[] = []
  for (const block of blocksOf(rows.flat(), step)) {
    const top = block[0]!.line.y - block[0]!.line.size
    const bottom = block.at(-1)!.line.y
    const row = out.findLast(
      (each) =>
        Math.min(each.bottom, bottom) - Math.max(each.top, top) > 0.35 * Math.min(each.bottom - each.top, bottom - top),
    )
    const { first } = block[0]!
    if (row === undefined) out.push({ top, bottom, columns: [first], placed: [...block] })
    else {
      if (row.columns.includes(first)) return null
      row.columns.push(first)
      row.placed.push(...block)
      row.top = Math.min(row.top, top)
      row.bottom = Math.max(row.bottom, bottom)
    }
  }
  return out.sort((a, b) => a.top - b.top).map((row) => row.placed.sort((a, b) => a.line.y - b.line.y))
}

function rowsByWords(rows: readonly PlacedRow[], labels: number): readonly PlacedRow[] {
  const out: Placed[][] = []
  for (const row of rows) {
    const above = out.at(-1)
    if (above !== undefined && goesOnRow(above, row, labels)) above.push(...row)
    else out.push([...row])
  }
  return out
}

/** The smallest step from line to line of one column; null where no column has two lines. */
export function lineStep(placed: readonly Placed[]): number | null {
  const steps = stepsOf(placed)
  return steps.length === 0 ? null : Math.min(...steps)
}

function stepsOf(placed: readonly Placed[]): readonly number[] {
  const columns = new Map<number, number[]>()
  for (const { first, line } of placed) columns.set(first, [...(columns.get(first) ?? []), line.y])
  const size = placed[0]!.line.size
  return [...columns.values()].flatMap((own) => {
    const heights = own.sort((a, b) => a - b)
    return heights.slice(1).flatMap((y, index) => (y - heights[index]! > 0.5 * size ? [y - heights[index]!] : []))
  })
}

/**
 * The largest step between lines of one cell, where rows stand further apart than that; else null. Close lines that
 * fill all columns are rows of their own, however close.
 */
function lineStepInCells(rows: readonly PlacedRow[], columns: number): number | null {
  const lines = rows.flat()
  const size = lines[0]!.line.size
  const steps = stepsOf(lines)
  if (steps.length < 2) return null
  const least = Math.min(...steps)
  const close = least * 1.12
  if (least > 1.45 * size || !steps.some((step) => step > close)) return null
  const labels = labelColumn(rows, columns)
  const following = rows.filter((row, index) => index > 0 && row[0]!.line.y - rows[index - 1]![0]!.line.y <= close)
  const full = following.filter(
    (row) => row.length >= Math.max(2, 0.75 * columns) && row.some(({ first }) => first === labels),
  ).length
  return full > 0.34 * following.length ? null : close
}

/** The first column that is filled in many rows; one before it may hold the names of groups. */
function labelColumn(rows: readonly PlacedRow[], columns: number): number {
  for (let column = 0; column < columns; column++) {
    const filled = rows.filter((row) => row.some(({ first }) => first === column)).length
    if (filled > 0.4 * rows.length) return column
  }
  return 0
}

/** In a table of even steps the words tell: a lower-case beginning, an open end, a row without a label. */
function goesOnRow(above: PlacedRow, row: PlacedRow, labels: number): boolean {
  const filled = new Set(above.flatMap(({ first, last }) => range(first, last)))
  const under = row.every(({ first }) => filled.has(first))
  const hasLabel = row.some(({ first }) => first <= labels)
  const broken = row.every(({ line, first }) => {
    const last = above.filter((each) => each.first === first).at(-1)
    return (
      last !== undefined &&
      (/^[\p{Ll}(=]/u.test(line.text) ||
        /[-,;/(]$/.test(last.line.text) ||
        /\b(?:and|or|of|the|with|in)$/.test(last.line.text))
    )
  })
  if (broken) return true
  // "Largest deposit" | "right thigh," + (nothing) | "80 mm": a row without a label goes on where it stands under text
  return !hasLabel && under && row.some(({ line }) => /\p{L}{3}/u.test(line.text)) && row.length < above.length
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
