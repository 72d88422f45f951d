/**
 * The frame a page is read in: the page turned so that most of its text runs left to right. On an upright page the
 * frame is the page itself; a landscape table printed sideways is read in a turned frame. Pure.
 */
import type { Box } from '../../document.ts'
import { round } from '../box-union.ts'
import { type FrameRules, frameRules } from './frame-rules.ts'
import type { SourcePage, TextItem } from './pdf-source.ts'

/** A text item in the frame: `x` grows along the line, `y` (the baseline) down the page. */
export interface FrameItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

export interface FramePage {
  readonly number: number
  /** Extent of the frame. */
  readonly width: number
  readonly height: number
  readonly items: readonly FrameItem[]
  /** Text that runs another way: margin strips, axis labels, watermarks. */
  readonly askew: readonly TextItem[]
  readonly rules: FrameRules
  /** Brings a rectangle of the frame back to the page as displayed. */
  toPage(x: number, y: number, width: number, height: number): Box
}

/** How far above the baseline, and how far below it, glyphs reach, in font sizes. */
export const ASCENT = 0.8
export const DESCENT = 0.24

export function framePage(page: SourcePage): FramePage {
  const quarter = dominantQuarter(page.items)
  const dx = [1, 0, -1, 0][quarter]!
  const dy = [0, 1, 0, -1][quarter]!
  const across = quarter % 2 === 0 ? page.width : page.height
  const down = quarter % 2 === 0 ? page.height : page.width
  const originX = quarter === 2 || quarter === 3 ? across : 0
  const originY = quarter === 1 || quarter === 2 ? down : 0
  const toFrame = (x: number, y: number): Point => ({ x: x * dx + y * dy + originX, y: y * dx - x * dy + originY })
  const items: FrameItem[] = []
  const askew: TextItem[] = []
  for (const item of page.items) {
    if (quarterOf(item) !== quarter) {
      if (item.text.trim() !== '') askew.push(item)
      continue
    }
    const { x, y } = toFrame(item.x, item.y)
    items.push({ text: item.text, x, y, width: item.width, size: item.size, font: item.font })
  }
  const rules = (page.rules ?? []).map((rule) => {
    const [a, b] = [toFrame(rule.x0, rule.y0), toFrame(rule.x1, rule.y1)]
    return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) }
  })
  const toPage = (x: number, y: number, width: number, height: number): Box => {
    const left = x - originX
    const top = y - originY
    const corner = { x: left * dx - top * dy, y: left * dy + top * dx }
    const other = { x: (left + width) * dx - (top + height) * dy, y: (left + width) * dy + (top + height) * dx }
    return pageBox(page, corner, other)
  }
  return { number: page.number, width: across, height: down, items, askew, rules: frameRules(rules), toPage }
}

type Point = { readonly x: number; readonly y: number }

/** The box between two corners, cut to the page. */
function pageBox(page: SourcePage, a: Point, b: Point): Box {
  const clampX = (x: number): number => Math.min(Math.max(x, 0), page.width)
  const clampY = (y: number): number => Math.min(Math.max(y, 0), page.height)
  const x0 = clampX(Math.min(a.x, b.x))
  const x1 = clampX(Math.max(a.x, b.x))
  const y0 = clampY(Math.min(a.y, b.y))
  const y1 = clampY(Math.max(a.y, b.y))
  return { page: page.number, x: round(x0), y: round(y0), width: round(x1 - x0), height: round(y1 - y0) }
}

/** Box on the page of an item that does not run with the frame. */
export function askewBox(page: SourcePage, item: TextItem): Box {
  const up = { x: item.dy * item.size, y: -item.dx * item.size }
  const corners = [0, item.width].flatMap((along) =>
    [ASCENT, -DESCENT].map((rise) => ({
      x: item.x + item.dx * along + up.x * rise,
      y: item.y + item.dy * along + up.y * rise,
    })),
  )
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  return pageBox(page, { x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) })
}

/** 0 left to right, 1 top to bottom, 2 upside down, 3 bottom to top; null for slanted text. */
function quarterOf(item: TextItem): 0 | 1 | 2 | 3 | null {
  if (item.dx > 0.98) return 0
  if (item.dy > 0.98) return 1
  if (item.dx < -0.98) return 2
  if (item.dy < -0.98) return 3
  return null
}

function dominantQuarter(items: readonly TextItem[]): 0 | 1 | 2 | 3 {
  const letters: [number, number, number, number] = [0, 0, 0, 0]
  for (const item of items) {
    const quarter = quarterOf(item)
    if (quarter !== null) letters[quarter] += item.text.length
  }
  const most = Math.max(...letters)
  // ties go to upright text
  return letters.indexOf(most) as 0 | 1 | 2 | 3
}
