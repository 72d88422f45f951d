/** Rules between the rows of a table's body: they cut it into sections, but for the columns they leave out. Pure. */
import type { LooseCell } from './table-cells.ts'
import type { Extent } from './table-columns.ts'
import type { TableFrame } from './table-frame.ts'
import type { Placed } from './table-placing.ts'

/** A rule between rows, and the columns it goes over. */
export interface Cut {
  readonly y: number
  readonly columns: ReadonlySet<number>
}

/** Rules over most columns part rows; a column they leave out has one cell beside both rows. */
export function rowCuts(frame: TableFrame, columns: readonly Extent[]): readonly Cut[] {
  const inner = frame.level.filter(({ y }) => y > frame.top + 2 && y < frame.bottom - 2)
  const heights = [...new Set(inner.map(({ y }) => y))]
  return heights.flatMap((y): readonly Cut[] => {
    const strokes = inner.filter((rule) => rule.y === y)
    const covered = columns.flatMap(({ x0, x1 }, index) =>
      frame.full.includes(y) || strokes.some((rule) => rule.x0 - 2 < (x0 + x1) / 2 && rule.x1 + 2 > (x0 + x1) / 2)
        ? [index]
        : [],
    )
    return 2 * covered.length >= columns.length ? [{ y, columns: new Set(covered) }] : []
  })
}

function sectionAt({ line }: Placed, cuts: readonly Cut[]): number {
  return cuts.filter(({ y }) => y < line.y - 0.3 * line.size).length
}

/** The first and the last section of a cell that some rule beside it leaves out. */
export function sectionsSpanned(each: Placed, cuts: readonly Cut[]): readonly [number, number] | undefined {
  const own = sectionAt(each, cuts)
  let [from, to] = [own, own]
  while (from > 0 && !cuts[from - 1]!.columns.has(each.first)) from--
  while (to < cuts.length && !cuts[to]!.columns.has(each.first)) to++
  return from === to ? undefined : [from, to]
}

export function spanningCells(
  spanning: readonly Placed[],
  cuts: readonly Cut[],
  sections: readonly (readonly Placed[])[],
): readonly LooseCell[] {
  const cells = new Map<string, LooseCell & { readonly placed: Placed[] }>()
  for (const each of spanning) {
    const [from, to] = sectionsSpanned(each, cuts)!
    const key = `${each.first} ${from}`
    // sections are counted as they are filled
    const filled = (section: number): number =>
      sections.filter((own) => own[0] !== undefined && sectionAt(own[0], cuts) < section).length
    const known = cells.get(key)
    if (known === undefined) cells.set(key, { placed: [each], sections: [filled(from), filled(to + 1) - 1] })
    else known.placed.push(each)
  }
  return [...cells.values()]
}

/** The lines between one rule and the next. */
export function sectionsOf(placed: readonly Placed[], cuts: readonly Cut[]): readonly (readonly Placed[])[] {
  const sections = new Map<number, Placed[]>()
  for (const each of placed) {
    const above = sectionAt(each, cuts)
    sections.set(above, [...(sections.get(above) ?? []), each])
  }
  return [...sections].sort(([a], [b]) => a - b).map(([, own]) => own)
}
