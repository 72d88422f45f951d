/** The rows of a table's body: between rules where every row has them, else by the places of the lines. Pure. */
import type { BodyRow, LooseCell } from './table-cells.ts'
import { centredRows } from './table-centred.ts'
import type { Extent } from './table-columns.ts'
import { rowCuts, sectionsOf, sectionsSpanned, spanningCells } from './table-cuts.ts'
import type { TableFrame } from './table-frame.ts'
import type { Placed, PlacedRow } from './table-placing.ts'
import { blocksOf, logicalRows, placedRows } from './table-rows.ts'

export interface Body {
  readonly rows: readonly BodyRow[]
  readonly apart: readonly LooseCell[]
}

interface Table {
  readonly columns: readonly Extent[]
  readonly frame: TableFrame | null
  /** From line to line within a cell. */
  readonly step: number
}

/** With fewer sections, rules part groups of rows. */
const LEAST_RULED_ROWS = 3

export function bodyRows(placed: readonly Placed[], { columns, frame, step }: Table): Body {
  const cuts = frame === null ? [] : rowCuts(frame, columns)
  const sections = sectionsOf(placed, cuts)
  const ruled = sections.length >= LEAST_RULED_ROWS
  const spanning = placed.filter((each) => sectionsSpanned(each, cuts) !== undefined)
  const kept = sections.map((own) => own.filter((each) => !spanning.includes(each)))
  const whole = kept.map((own) => (ruled && isOneRow(own, columns, step)) || isOneBlockEach(own, step))
  const cut = kept.filter((_, section) => !whole[section]).flat()
  const apart = cut.filter(isBetweenRows(cut, step))
  const rows = kept.flatMap((own, section): readonly BodyRow[] => {
    if (whole[section]) return own.length === 0 ? [] : [{ section, placed: own }]
    const dense = placedRows(own.filter((each) => !apart.includes(each)))
    const logical = centredRows(dense, step) ?? logicalRows(dense, columns.length)
    return logical.map((row) => ({ section, placed: row }))
  })
  const loose = kept.flatMap((own) =>
    looseCells(
      own.filter((each) => apart.includes(each)),
      step,
    ),
  )
  return { rows, apart: [...loose.map((cell) => ({ placed: cell })), ...spanningCells(spanning, cuts, sections)] }
}

/** Blocks of lines; where each line stands beside one of another such column, every line is a cell. */
function looseCells(apart: readonly Placed[], step: number): readonly PlacedRow[] {
  const isBeside = (each: Placed): boolean =>
    apart.some(({ first, line }) => first !== each.first && Math.abs(line.y - each.line.y) < 0.2 * line.size)
  return blocksOf(apart, 1.15 * step).flatMap((block) =>
    block.every(isBeside) ? block.map((each) => [each]) : [block],
  )
}

/** Between two rules every column holds one block of lines, and most were broken where no more had room. */
function isOneRow(own: readonly Placed[], columns: readonly Extent[], step: number): boolean {
  const blocks = blocksOf(own, 1.2 * step)
  if (new Set(blocks.map((block) => block[0]!.first)).size < blocks.length) return false
  const several = blocks.filter(({ length }) => length > 1)
  return 2 * several.filter((block) => isWrapped(block, columns)).length >= several.length
}

function isWrapped(block: readonly Placed[], columns: readonly Extent[]): boolean {
  const { first, last, line } = block[0]!
  const next = columns[last + 1]?.x0
  const room = (next === undefined ? columns[last]!.x1 : next - line.size) - columns[first]!.x0
  return block.slice(1).some(({ line: after }, index) => {
    const before = block[index]!.line
    const word = (after.text.split(/\s/)[0]!.length / after.text.length) * (after.x1 - after.x0)
    return before.x1 - before.x0 + word + 0.2 * after.size > room
  })
}

/** Every column is one block, and their lines stand at heights of their own: lists beside each other. */
function isOneBlockEach(own: readonly Placed[], step: number): boolean {
  const blocks = blocksOf(own, 1.2 * step)
  if (blocks.length < 2 || new Set(blocks.map((block) => block[0]!.first)).size < blocks.length) return false
  const rows = placedRows(own)
  return blocks.every(({ length }) => length > 1) && rows.filter(({ length }) => length > 1).length < 0.2 * rows.length
}

/** Tells the lines of a column with few cells, of which some stand between the heights of the other columns' lines. */
function isBetweenRows(placed: readonly Placed[], step: number): (each: Placed) => boolean {
  const columns = new Map<number, Placed[]>()
  for (const each of placed) columns.set(each.first, [...(columns.get(each.first) ?? []), each])
  const blocks = new Map([...columns].map(([column, own]) => [column, blocksOf(own, 1.15 * step)]))
  const counts = new Map([...columns].map(([column, own]) => [column, cellCount(own, blocks.get(column)!, placed)]))
  const most = Math.max(...counts.values())
  const isSparse = (column: number, { length }: readonly Placed[]): boolean =>
    counts.get(column)! <= 0.5 * most && length < 0.75 * most
  const sparse = new Set([...columns].flatMap(([column, own]) => (isSparse(column, own) ? [column] : [])))
  // beside one column alone the others' cells stand in the middle of its cells
  if (columns.size - sparse.size < 2) return () => false
  const dense = placed.filter(({ first }) => !sparse.has(first)).map(({ line }) => line)
  const isOff = ({ line }: Placed): boolean => dense.every((other) => Math.abs(other.y - line.y) > 0.2 * line.size)
  const loose = new Set(
    [...sparse].filter((column) => blocks.get(column)!.some((block) => isOff(block[0]!) && isOff(block.at(-1)!))),
  )
  return ({ first }) => loose.has(first)
}

/** A column's lines, where most stand beside another column's; else its blocks of lines. */
function cellCount(own: readonly Placed[], blocks: readonly (readonly Placed[])[], placed: readonly Placed[]): number {
  const beside = own.filter(({ line, first }) =>
    placed.some((other) => other.first !== first && Math.abs(other.line.y - line.y) < 0.2 * line.size),
  )
  return beside.length > 0.7 * own.length ? own.length : blocks.length
}
