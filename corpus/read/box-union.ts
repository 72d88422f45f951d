/** Boxes of a block from the boxes of its lines: one for each column or page it runs through. Pure. */
import type { Box } from '../document.ts'

/** Joins boxes that follow each other down one column; a jump to another column or page opens a new box. */
export function unionBoxes(lines: readonly Box[]): readonly Box[] {
  const boxes: Box[] = []
  for (const line of lines) {
    const last = boxes.at(-1)
    if (last !== undefined && continues(last, line)) boxes[boxes.length - 1] = union(last, line)
    else boxes.push(plainBox(line))
  }
  return boxes
}

/** The smallest box around both; they must be on one page. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  const width = Math.max(a.x + a.width, b.x + b.width) - x
  const height = Math.max(a.y + a.height, b.y + b.height) - y
  return { page: a.page, x: round(x), y: round(y), width: round(width), height: round(height) }
}

function plainBox({ page, x, y, width, height }: Box): Box {
  return { page, x, y, width, height }
}

function continues(box: Box, line: Box): boolean {
  if (box.page !== line.page) return false
  const overlap = Math.min(box.x + box.width, line.x + line.width) - Math.max(box.x, line.x)
  const sameLine = line.y < box.y + box.height && line.y + line.height > box.y + box.height - 1.5 * line.height
  const below = line.y >= box.y - line.height / 2 && line.y - (box.y + box.height) < 1.5 * line.height
  return (
    (below && overlap > 0) || (sameLine && line.x - (box.x + box.width) < 3 * line.height && overlap > -3 * line.height)
  )
}

/** Places are kept to a hundredth of a point. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
