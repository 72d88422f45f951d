/**
 * How much of a table comes back: rows and columns of the read grid are laid beside those of the true one in order, and a
 * cell is right where its words stand in the matching row and column. Pure.
 */
import type { Document } from '../../corpus/document.ts'

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly words: string
}
export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
}

export interface TableScore {
  readonly wanted: number
  readonly read: number
  readonly right: number
  /** Right, and as many rows and columns wide. */
  readonly rightSpans: number
  /** Wanted tables of which no cell came back. */
  readonly lost: readonly Grid[]
  /** Read tables that share no cell with a wanted one. */
  readonly invented: readonly Grid[]
}

export function gridsOf(document: Document): readonly Grid[] {
  return document.blocks.flatMap(({ table }) => {
    if (table === undefined) return []
    const cells = table.cells.map(({ span, ...place }) => ({
      ...place,
      words: comparable(document.text.slice(span.start, span.end)),
    }))
    return [{ rows: table.rows, columns: table.columns, cells: cells.filter(({ words }) => words !== '') }]
  })
}

/** Letters, digits and the signs that are results; a dash counts where it is all there is. */
export function comparable(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replaceAll('\u00B5', '\u03BC')
  const kept = plain.replace(/[^\p{L}\p{N}+<>=\u00B1\u2264\u2265%]/gu, '')
  return kept !== '' || !/[-\u2010-\u2015\u2212]/.test(plain) ? kept : '-'
}

/** Each wanted table is paired with the read one that gives most of it back. */
export function scoreTables(wanted: readonly Grid[], read: readonly Grid[]): TableScore {
  const pairs = wanted
    .flatMap((true_) => read.map((grid) => ({ true_, grid, ...rightCells(true_, grid) })))
    .filter(({ right }) => right > 0)
    .sort((a, b) => b.right - a.right)
  const used = new Set<Grid>()
  let right = 0
  let rightSpans = 0
  for (const pair of pairs) {
    if (used.has(pair.true_) || used.has(pair.grid)) continue
    used.add(pair.true_).add(pair.grid)
    right += pair.right
    rightSpans += pair.rightSpans
  }
  const cellsOf = (grids: readonly Grid[]): number => grids.reduce((sum, { cells }) => sum + cells.length, 0)
  return {
    wanted: cellsOf(wanted),
    read: cellsOf(read),
    right,
    rightSpans,
    lost: wanted.filter((grid) => !used.has(grid)),
    invented: read.filter((grid) => !used.has(grid)),
  }
}

function rightCells(wanted: Grid, read: Grid): { readonly right: number; readonly rightSpans: number } {
  const rows = aligned(linesOf(wanted, 'row'), linesOf(read, 'row'))
  const columns = aligned(linesOf(wanted, 'column'), linesOf(read, 'column'))
  const found = new Map(read.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  const pairs = wanted.cells.flatMap((cell) => {
    const mate = found.get(`${rows.get(cell.row)} ${columns.get(cell.column)}`)
    return mate?.words === cell.words ? [{ cell, mate }] : []
  })
  const alike = pairs.filter(
    ({ cell, mate }) => cell.rowSpan === mate.rowSpan && cell.columnSpan === mate.columnSpan,
  ).length
  return { right: pairs.length, rightSpans: alike }
}

/** The words of each row or column, in order. */
function linesOf(grid: Grid, along: 'row' | 'column'): readonly (readonly string[])[] {
  const lines = Array.from({ length: along === 'row' ? grid.rows : grid.columns }, (): string[] => [])
  const across = along === 'row' ? 'column' : 'row'
  for (const cell of [...grid.cells].sort((a, b) => a[across] - b[across])) lines[cell[along]]?.push(cell.words)
  return lines
}

/** Pairs lines in order so that as many cells as can be stand in both lines of a pair. */
function aligned(
  wanted: readonly (readonly string[])[],
  read: readonly (readonly string[])[],
): ReadonlyMap<number, number> {
  const { table, take } = longest(wanted.length, read.length, (i, j) => common(wanted[i]!, read[j]!))
  const pairs = new Map<number, number>()
  for (let i = 0, j = 0; i < wanted.length && j < read.length; ) {
    if (take(i, j) > 0 && table[i]![j] === table[i + 1]![j + 1]! + take(i, j)) pairs.set(i++, j++)
    else if (table[i]![j] === table[i + 1]![j]) i++
    else j++
  }
  return pairs
}

function common(a: readonly string[], b: readonly string[]): number {
  return longest(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0)).table[0]![0]!
}

/** `table[i][j]`: the most that pairs in order from there on can weigh. */
function longest(
  rows: number,
  columns: number,
  weight: (i: number, j: number) => number,
): { readonly table: readonly (readonly number[])[]; take(i: number, j: number): number } {
  const weights = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => weight(i, j)))
  const table = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      table[i]![j] = Math.max(table[i + 1]![j]!, table[i]![j + 1]!, table[i + 1]![j + 1]! + weights[i]![j]!)
  return { table, take: (i, j) => weights[i]![j]! }
}
