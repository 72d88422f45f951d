/** A table that goes on after a page turn becomes one table again; its repeated caption and head are page furniture. Pure. */
import type { KindedBlock } from './front-matter.ts'
import type { Line } from './line.ts'
import type { GridCell } from './table-cells.ts'
import type { Extent } from './table-columns.ts'
import type { Grid } from './table-grid.ts'

/** "Table 2: Continued.", "Table II (cont'd)", "Table 3 (continued) Findings of the patients". */
const CONTINUED = /^(\S+\s+[\dIVXS]+)\s*[.:\u2013\u2014-]?\s*[([]?\s*cont(?:inu(?:ed|es|ation)|['\u2019.]?d?)?\b/i

export function withContinuedTables(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const out: KindedBlock[] = []
  for (const [index, block] of blocks.entries()) {
    const at = block.grid === undefined ? -1 : beginningOf(block, blocks[index - 1], out)
    const begun = out[at]
    if (block.grid === undefined || begun?.grid === undefined) {
      out.push(block)
      continue
    }
    const { grid, repeated } = joined(begun.grid, block.grid)
    out[at] = { ...begun, grid, lines: [...begun.lines, ...block.lines.filter((line) => !repeated.includes(line))] }
    const caption = out.at(-1)
    if (caption?.kind === 'caption') out[out.length - 1] = furniture(caption.lines, caption.text)
    if (repeated.length > 0) out.push(furniture(repeated, repeated.map((line) => line.text).join(' ')))
  }
  return out
}

function furniture(lines: readonly Line[], text: string): KindedBlock {
  return { kind: 'running-head', section: 'furniture', text, lines }
}

/** Index of the table that a block goes on with: that of the same number, or without a caption the last one if its head is repeated. */
function beginningOf(block: KindedBlock, before: KindedBlock | undefined, out: readonly KindedBlock[]): number {
  if (before?.kind === 'caption') {
    const label = CONTINUED.exec(before.text)?.[1]?.toLowerCase()
    if (label === undefined) return -1
    return out.findLastIndex(({ grid }, at) => grid !== undefined && out[at - 1]?.text.toLowerCase().startsWith(label))
  }
  const last = out.findLastIndex(({ grid }) => grid !== undefined)
  const begun = out[last]
  if (begun === undefined || begun.lines.at(-1)!.page !== block.lines[0]!.page - 1) return -1
  const head = headOf(block.grid!)
  return head !== '' && head === headOf(begun.grid!) ? last : -1
}

function headOf({ cells, headerRows }: Grid): string {
  return cells
    .filter(({ row }) => row < headerRows)
    .map(({ lines }) => lines.map(({ text }) => text).join(' '))
    .join('\t')
}

function joined(begun: Grid, rest: Grid): { readonly grid: Grid; readonly repeated: readonly Line[] } {
  const isRepeated = headOf(rest) === headOf(begun)
  const skipped = isRepeated ? rest.headerRows : 0
  const columnOf = rest.columns.map((column) => nearest(column, begun.columns))
  const moved = rest.cells
    .filter(({ row }) => row >= skipped)
    .map((cell): GridCell => {
      const [first, last] = [columnOf[cell.column]!, columnOf[cell.column + cell.columnSpan - 1]!]
      return { ...cell, row: cell.row - skipped + begun.rows, column: first, columnSpan: last - first + 1 }
    })
  const repeated = rest.cells.filter(({ row }) => row < skipped).flatMap(({ lines }) => lines)
  return { grid: { ...begun, rows: begun.rows + rest.rows - skipped, cells: [...begun.cells, ...moved] }, repeated }
}

/** Index of the column that shares most of its width, or lies next to it. */
function nearest(column: Extent, columns: readonly Extent[]): number {
  const shares = columns.map(({ x0, x1 }) => Math.min(x1, column.x1) - Math.max(x0, column.x0))
  return shares.indexOf(Math.max(...shares))
}
