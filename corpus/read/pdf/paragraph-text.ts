/** The text of a paragraph from its lines, with the place of every piece. Pure. */
import type { DraftRun } from '../draft.ts'
import { joinLines } from '../line-join.ts'
import { ASCENT, DESCENT, type FramePage } from './frame.ts'
import type { Line } from './line.ts'

export interface PlacedText {
  readonly text: string
  readonly runs: readonly DraftRun[]
}

export function placedText(
  lines: readonly Line[],
  pageOf: (number: number) => FramePage,
  dropsHyphen: (before: string, after: string) => boolean,
  fontOf: (name: string) => number | undefined,
): PlacedText {
  let text = ''
  const runs: DraftRun[] = []
  for (const line of lines) {
    let offset = 0
    if (text !== '') {
      const joined = joinLines(text, line.text, dropsHyphen)
      cutRuns(runs, joined.keep)
      text = joined.text
      offset = joined.offset
    } else text = line.text
    const page = pageOf(line.page)
    for (const run of line.runs) {
      const box = page.toPage(run.x, run.y - ASCENT * run.size, run.width, (ASCENT + DESCENT) * run.size)
      const font = fontOf(run.font)
      const span = { start: offset + run.start, end: offset + run.end }
      runs.push(font === undefined ? { ...span, ...box } : { ...span, ...box, font })
    }
  }
  return { text, runs }
}

/** A dropped hyphen is no longer text, and its place is no longer the word's. */
function cutRuns(runs: DraftRun[], keep: number): void {
  const last = runs.at(-1)
  if (last === undefined || last.end <= keep) return
  if (last.start >= keep) runs.pop()
  else {
    const width = last.width > last.height ? last.width - HYPHEN * last.height : last.width
    runs[runs.length - 1] = { ...last, end: keep, width }
  }
}

/** Width of a hyphen, in heights of a line. */
const HYPHEN = 0.32
