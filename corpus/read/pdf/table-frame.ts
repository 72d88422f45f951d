/** The frame of a table: the rules of one width that stand above it, under its head and below it. Pure. */
import { CAPTION_START } from '../block-marks.ts'
import type { BodyStyle } from './body-style.ts'
import type { FrameRules, LevelRule, UprightRule } from './frame-rules.ts'
import type { Line } from './line.ts'

export interface TableFrame {
  readonly x0: number
  readonly x1: number
  readonly top: number
  readonly bottom: number
  /** Heights of the rules that go over its whole width, top and bottom included. */
  readonly full: readonly number[]
  /** All rules inside, the full ones included. */
  readonly level: readonly LevelRule[]
  readonly upright: readonly UprightRule[]
}

/** Rules over the cells of one row leave small gaps between the columns. */
const CELL_GAP_PT = 9
const SAME_EDGE_PT = 6
const NARROWEST_PT = 70

/** Rules of one height, as far as they reach without a wide gap. */
export function rows(rules: FrameRules): readonly LevelRule[] {
  const out: LevelRule[] = []
  for (const rule of [...rules.level].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = out.at(-1)
    if (last !== undefined && Math.abs(rule.y - last.y) < 1.6 && rule.x0 - last.x1 < CELL_GAP_PT)
      out[out.length - 1] = { ...last, x1: Math.max(last.x1, rule.x1) }
    else out.push(rule)
  }
  return out
}

/** The frame that a caption stands above. `free` tells which lines of the page may belong to it. */
export function frameUnder(
  caption: readonly Line[],
  free: readonly Line[],
  rules: FrameRules,
  body: BodyStyle,
): TableFrame | null {
  const last = caption.at(-1)!
  const [x0, x1] = [Math.min(...caption.map((line) => line.x0)), Math.max(...caption.map((line) => line.x1))]
  const top = rows(rules).find((rule) => {
    const below = rule.y - last.y
    const shared = Math.min(rule.x1, x1) - Math.max(rule.x0, x0)
    return below > -0.2 * last.size && below < 3.5 * body.leading && shared > 0.5 * Math.min(rule.x1 - rule.x0, x1 - x0)
  })
  return top === undefined ? null : frameFrom(top, free, rules, body)
}

/** The frame that begins with a rule: on to the last rule as wide, as long as no running text or caption lies between. */
export function frameFrom(
  top: LevelRule,
  free: readonly Line[],
  rules: FrameRules,
  body: BodyStyle,
): TableFrame | null {
  if (top.x1 - top.x0 < NARROWEST_PT) return null
  const full = [top.y]
  for (const rule of rows(rules)) {
    const from = full.at(-1)!
    if (rule.y - from < 3 || Math.abs(rule.x0 - top.x0) > SAME_EDGE_PT || Math.abs(rule.x1 - top.x1) > SAME_EDGE_PT)
      continue
    const between = linesWithin(free, { ...top, top: from, bottom: rule.y })
    if (between.length === 0 && full.length > 1 && rule.y - from > 1.5 * body.leading) break
    if (between.some((line) => CAPTION_START.test(line.text) || isRunningText(line, top, body))) break
    full.push(rule.y)
  }
  if (full.length < 2) return null
  const bottom = full.at(-1)!
  const inside = (y: number): boolean => y > top.y - 2 && y < bottom + 2
  return {
    x0: top.x0,
    x1: top.x1,
    top: top.y,
    bottom,
    full,
    level: rules.level.filter((rule) => inside(rule.y) && rule.x0 > top.x0 - 8 && rule.x1 < top.x1 + 8),
    upright: rules.upright.filter(
      ({ x, y0, y1 }) => inside((y0 + y1) / 2) && x > top.x0 - 4 && x < top.x1 + 4 && y1 - y0 > 3,
    ),
  }
}

/** The lines inside a frame; a table wider than its rules goes on beyond them in its own type, line beside line. */
export function linesOfFrame(free: readonly Line[], frame: TableFrame, body: BodyStyle): readonly Line[] {
  const inside = linesWithin(free, frame)
  if (!inside.some((line) => line.x1 > frame.x1 + 2 && line.size < 0.95 * body.size)) return inside
  const beyond = linesWithin(free, { ...frame, x0: frame.x1 + 2.1, x1: Number.POSITIVE_INFINITY })
  const isBeside = (line: Line): boolean =>
    inside.some((own) => Math.abs(own.y - line.y) < 0.1 * own.size && Math.abs(own.size - line.size) < 0.02 * own.size)
  return [...inside, ...beyond.filter(isBeside)]
}

/** Lines that stand between two heights, inside the width. */
export function linesWithin(
  lines: readonly Line[],
  { x0, x1, top, bottom }: Pick<TableFrame, 'x0' | 'x1' | 'top' | 'bottom'>,
): readonly Line[] {
  return lines.filter((line) => {
    const [middle, height] = [(line.x0 + line.x1) / 2, line.y - 0.3 * line.size]
    return middle > x0 - 2 && middle < x1 + 2 && height > top && height < bottom
  })
}

/** A line in the type of the text that fills the whole width between two rules. */
function isRunningText(line: Line, { x0, x1 }: LevelRule, body: BodyStyle): boolean {
  const own = Math.abs(line.size - body.size) < 0.03 * body.size && line.font === body.font
  return own && line.x1 - line.x0 > 0.85 * Math.min(x1 - x0, body.width) && line.text.length > 30
}
