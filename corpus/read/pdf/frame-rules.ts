/** The rules of a page in its frame, pieces drawn one after the other put together. Pure. */
import type { Rule } from './drawn-rules.ts'

export interface LevelRule {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

export interface UprightRule {
  readonly x: number
  readonly y0: number
  readonly y1: number
}

export interface FrameRules {
  /** Top to bottom. */
  readonly level: readonly LevelRule[]
  readonly upright: readonly UprightRule[]
}

/** Pieces this near each other are one rule. */
const NEAR_PT = 1.6

export function frameRules(rules: readonly Rule[]): FrameRules {
  const level = rules.filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0)
  const upright = rules.filter((rule) => rule.x1 - rule.x0 <= rule.y1 - rule.y0)
  return {
    level: put(level.map(({ x0, x1, y0 }) => ({ at: y0, from: x0, to: x1 }))).map(({ at, from, to }) => ({
      x0: from,
      x1: to,
      y: at,
    })),
    upright: put(upright.map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 }))).map(({ at, from, to }) => ({
      x: at,
      y0: from,
      y1: to,
    })),
  }
}

interface Stroke {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Strokes on one line (double strokes too) that touch become one. */
function put(strokes: readonly Stroke[]): readonly Stroke[] {
  const rows: Stroke[][] = []
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1)
    if (row !== undefined && stroke.at - row[0]!.at < NEAR_PT) row.push(stroke)
    else rows.push([stroke])
  }
  return rows.flatMap((row) => {
    const out: Stroke[] = []
    for (const stroke of row.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1)
      if (last !== undefined && stroke.from - last.to < NEAR_PT)
        out[out.length - 1] = { ...last, to: Math.max(last.to, stroke.to) }
      else out.push({ ...stroke, at: row[0]!.at })
    }
    return out
  })
}
