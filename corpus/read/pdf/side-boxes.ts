/** Boxes beside the text ("Key messages"): blocks in another type, set in from both edges of their column. Pure. */
import type { BodyStyle } from './body-style.ts'
import type { KindedBlock } from './front-matter.ts'
import type { Line } from './line.ts'

const BOXED = new Set(['paragraph', 'list-item', 'figure-label', 'heading'])

export function withSideBoxes(blocks: readonly KindedBlock[], body: BodyStyle): readonly KindedBlock[] {
  const columns = columnEdges(blocks, body)
  const boxed = blocks.map((block) => block.section === null && BOXED.has(block.kind) && isSetIn(block, columns, body))
  return blocks.map((block, index): KindedBlock => {
    if (!boxed[index]) return block
    // a lone label in a picture is no box: something longer must stand with it
    const group = groupAround(blocks, boxed, index)
    return group.some((each) => each.text.length > 50) ? { ...block, kind: 'side-box' } : block
  })
}

interface Column {
  readonly page: number
  readonly x0: number
  readonly x1: number
}

/** Columns as the longest paragraphs of the page show them. */
function columnEdges(blocks: readonly KindedBlock[], body: BodyStyle): readonly Column[] {
  const columns: Column[] = []
  for (const block of blocks) {
    const full = block.lines.filter(
      (line) => line.font === body.font && Math.abs(line.size - body.size) < 0.03 * body.size,
    )
    if (full.length < 4) continue
    for (const page of new Set(full.map((line) => line.page))) {
      for (const line of full.filter((each) => each.page === page && each.x1 - each.x0 > 0.9 * body.width))
        if (!columns.some((column) => column.page === page && Math.abs(column.x0 - line.x0) < 3))
          columns.push({ page, x0: line.x0, x1: line.x1 })
    }
  }
  return columns
}

function isSetIn(block: KindedBlock, columns: readonly Column[], body: BodyStyle): boolean {
  const first = block.lines[0]!
  const foreign = (line: Line): boolean => line.font !== body.font || Math.abs(line.size - body.size) > 0.03 * body.size
  if (!block.lines.every(foreign) || first.size > 1.1 * body.size) return false
  const left = Math.min(...block.lines.map((line) => line.x0))
  const right = Math.max(...block.lines.map((line) => line.x1))
  return columns.some((column) => {
    if (column.page !== first.page) return false
    return left > column.x0 + 3 && right < column.x1 - 3 && left < column.x0 + 4 * body.size
  })
}

function groupAround(blocks: readonly KindedBlock[], boxed: readonly boolean[], index: number): readonly KindedBlock[] {
  let start = index
  let end = index
  while (start > 0 && boxed[start - 1]) start--
  while (end + 1 < blocks.length && boxed[end + 1]) end++
  return blocks.slice(start, end + 1)
}
