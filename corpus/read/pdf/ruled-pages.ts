/** Pages that may hold a table are asked for their rules; the others are not, for that costs as much as reading them. */
import type { PdfSource, SourcePage, TextItem } from './pdf-source.ts'

const TABLE_WORD = /^\s*(?:supplementary\s+)?(?:table|tab\.|tabelle|tableau|tabla|tabella)(?=\s|\d|[IVX.:]|$)/i
/** This many heights with three pieces of text far apart look like a table. */
const GRID_ROWS = 3
const GRID_PIECES = 3

export async function withRules<P extends SourcePage>(source: PdfSource, pages: readonly P[]): Promise<readonly P[]> {
  const out: P[] = []
  for (const page of pages) {
    if (!mayHoldTable(page)) out.push(page)
    else out.push({ ...page, rules: await source.rules(page.number).catch(() => []) })
  }
  return out
}

function mayHoldTable({ items }: SourcePage): boolean {
  return items.some(({ text }) => TABLE_WORD.test(text)) || isGridded(items)
}

function isGridded(items: readonly TextItem[]): boolean {
  const heights = new Map<number, TextItem[]>()
  for (const item of items) {
    if (item.text.trim() === '') continue
    const height = Math.round((item.dx > 0.98 ? item.y : item.x) / 2)
    heights.set(height, [...(heights.get(height) ?? []), item])
  }
  return [...heights.values()].filter((row) => piecesOf(row) >= GRID_PIECES).length >= GRID_ROWS
}

/** Stretches of text that stand further apart than words do. */
function piecesOf(row: readonly TextItem[]): number {
  let end = Number.NEGATIVE_INFINITY
  let pieces = 0
  for (const { x, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    if (x - end > 1.2 * size) pieces++
    end = Math.max(end, x + width)
  }
  return pieces
}
