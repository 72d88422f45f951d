/** Where the tables of a page are: inside a frame of rules, or the lines beside a caption that are no running text. Pure. */
import type { BodyStyle } from './body-style.ts'
import type { FrameRules } from './frame-rules.ts'
import type { Line } from './line.ts'
import { captionLines, isTableCaption } from './table-caption.ts'
import { fragments, printedRows } from './table-columns.ts'
import { frameUnder, linesOfFrame, type TableFrame } from './table-frame.ts'
import { notesUnder } from './table-notes.ts'
import { openRegion } from './table-open.ts'
import { framedTables, openTables } from './table-uncaptioned.ts'

export interface TableRegion {
  readonly caption: readonly Line[]
  readonly lines: readonly Line[]
  /** Lines under the grid that explain its marks. */
  readonly notes: readonly Line[]
  /** The rules around it; null where there are none. */
  readonly frame: TableFrame | null
}

/** A page's flow, with its tables taken out of the lines. */
export type FlowPart =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly region: TableRegion }

export function withTables(lines: readonly Line[], rules: FrameRules, body: BodyStyle): readonly FlowPart[] {
  const taken = new Set<Line>()
  const regionAt = new Map<Line, TableRegion>()
  for (const [index, line] of lines.entries()) {
    if (taken.has(line) || !isTableCaption(lines, index, body)) continue
    const region = regionOf({ lines, rules, body, taken }, index)
    if (region === null) continue
    for (const each of [...region.caption, ...region.lines, ...region.notes]) taken.add(each)
    regionAt.set(line, region)
  }
  for (const find of [framedTables, openTables])
    for (const { lines: own, frame } of find(untaken(lines, taken), rules, body)) {
      for (const each of own) taken.add(each)
      regionAt.set(lines.find((line) => own.includes(line))!, { caption: [], lines: own, notes: [], frame })
    }
  return parts(lines, taken, regionAt)
}

/** On a first page what stands above the first running text is no table. */
function untaken(lines: readonly Line[], taken: ReadonlySet<Line>): readonly Line[] {
  const start =
    lines[0]?.page === 1 ? lines.findIndex(({ text }) => /\p{Ll}.*[.,]\s.*\p{Ll}/u.test(text) && text.length > 60) : 0
  return start < 0 ? [] : lines.slice(start).filter((line) => !taken.has(line))
}

function parts(
  lines: readonly Line[],
  taken: ReadonlySet<Line>,
  regionAt: ReadonlyMap<Line, TableRegion>,
): readonly FlowPart[] {
  const out: FlowPart[] = []
  let open: Line[] = []
  for (const line of lines) {
    const region = regionAt.get(line)
    if (region !== undefined) {
      if (open.length > 0) out.push({ kind: 'lines', lines: open })
      out.push({ kind: 'table', region })
      open = []
    } else if (!taken.has(line)) open.push(line)
  }
  if (open.length > 0) out.push({ kind: 'lines', lines: open })
  return out
}

/** A page while its tables are looked for. */
export interface OnPage {
  readonly lines: readonly Line[]
  readonly rules: FrameRules
  readonly body: BodyStyle
  /** Lines of other tables. */
  readonly taken: ReadonlySet<Line>
}

function regionOf(page: OnPage, at: number): TableRegion | null {
  const caption = captionLines(page.lines, at)
  return framedRegion(page, caption) ?? openRegion(page, at, caption)
}

function framedRegion({ lines, rules, body, taken }: OnPage, caption: readonly Line[]): TableRegion | null {
  const free = lines.filter((line) => !taken.has(line) && !caption.includes(line))
  const frame = frameUnder(caption, free, rules, body)
  if (frame === null) return null
  const inside = linesOfFrame(free, frame, body)
  if (!isGrid(inside)) return null
  const notes = notesUnder(
    frame,
    free.filter((line) => !inside.includes(line)),
    body.size,
  )
  return { caption, lines: inside, notes, frame }
}

/** More lines are a map or a drawing. */
const MOST_LINES = 1200

function isGrid(lines: readonly Line[]): boolean {
  if (lines.length > MOST_LINES) return false
  const rows = printedRows(lines.flatMap((line) => fragments(line)))
  return rows.length >= 2 && rows.some((row) => row.length > 1)
}
