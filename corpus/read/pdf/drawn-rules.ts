/** The straight rules drawn on a page, as tables have them, from the paths of its drawing operators. Pure. */
import { type Matrix, type OperatorList, type PlacingOperators, times, walkDrawing } from './drawing.ts'

/** A level or upright line on the page as displayed, in points; `x0 <= x1`, `y0 <= y1`. */
export interface Rule {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The operators that matter here, by pdf.js's numbers. */
export interface PathOperators extends PlacingOperators {
  readonly constructPath: number
  /** Ways to paint a path: its outline, its inside. */
  readonly strokes: readonly number[]
  readonly fills: readonly number[]
}

/** A filled shape thinner than this is a rule, a thicker one a shade. */
const THICKEST_PT = 2.5
const SHORTEST_PT = 6
/** A page with more is a drawing. */
const MOST_RULES = 4000

type Point = readonly [number, number]

/** `view` brings the drawing's places to the page as displayed. Empty on pages that are drawings. */
export function drawnRules(list: OperatorList, ops: PathOperators, view: unknown): readonly Rule[] {
  const rules: Rule[] = []
  walkDrawing(list, ops, (operator, args, matrix) => {
    if (operator !== ops.constructPath || !Array.isArray(args) || rules.length > MOST_RULES) return
    const [painted, [path]] = args as [number, readonly [ArrayLike<number> | undefined]]
    if (path === undefined || path === null) return
    const placed = times(times([1, 0, 0, 1, 0, 0], view), matrix)
    for (const outline of outlinesOf(path, placed)) {
      if (ops.fills.includes(painted)) addBar(rules, outline)
      else if (ops.strokes.includes(painted)) addEdges(rules, outline)
    }
  })
  return rules.length > MOST_RULES ? [] : rules
}

/** pdf.js's path steps: move, line, curve, close, each followed by its points. */
const MOVE = 0
const LINE = 1
const CURVE = 2

/** Straight-edged outlines of a path; curves are left out. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const outlines: Point[][] = []
  const point = (at: number): Point => {
    const [x, y] = [path[at] ?? 0, path[at + 1] ?? 0]
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at++]
    if (step === MOVE) outlines.push([point(at)])
    else if (step === LINE) outlines.at(-1)?.push(point(at))
    else if (step === CURVE) outlines.push([point(at + 4)])
    else if (outlines.at(-1)?.[0] !== undefined) outlines.at(-1)!.push(outlines.at(-1)![0]!)
    at += step === MOVE || step === LINE ? 2 : step === CURVE ? 6 : 0
  }
  return outlines
}

function addEdges(rules: Rule[], outline: readonly Point[]): void {
  for (let index = 1; index < outline.length; index++) addBar(rules, [outline[index - 1]!, outline[index]!])
}

/** The middle of a thin shape. */
function addBar(rules: Rule[], outline: readonly Point[]): void {
  if (outline.length < 2) return
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (y1 - y0 <= THICKEST_PT && x1 - x0 >= SHORTEST_PT) rules.push({ x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 })
  else if (x1 - x0 <= THICKEST_PT && y1 - y0 >= SHORTEST_PT)
    rules.push({ x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 })
}
