/** Where the tables of a page are: the lines that follow (or go before) a table's caption and are no running text. Pure. */
import { CAPTION_START } from '../block-marks.ts'
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'

export interface TableRegion {
  readonly caption: readonly Line[]
  readonly lines: readonly Line[]
  /** Single lines under the grid that explain its marks. */
  readonly notes: readonly Line[]
}

/** A page's flow, with its tables taken out of the lines. */
export type FlowPart =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly region: TableRegion }

const TABLE_CAPTION =
  /^(?:supplementary\s+)?(?:table|tab\.|tabelle|tableau|tabla|tabella)\s*\.?\s*(?:S?\d{1,2}|[IVX]{1,4})\b/i

export function withTables(lines: readonly Line[], body: BodyStyle): readonly FlowPart[] {
  const taken = new Set<Line>()
  const regionAt = new Map<Line, TableRegion>()
  for (const [index, line] of lines.entries()) {
    if (taken.has(line) || !isTableCaption(lines, index, body)) continue
    const region = regionOf(lines, index, body, taken)
    if (region === null) continue
    for (const each of [...region.caption, ...region.lines, ...region.notes]) taken.add(each)
    regionAt.set(line, region)
  }
  const parts: FlowPart[] = []
  let open: Line[] = []
  for (const line of lines) {
    const region = regionAt.get(line)
    if (region !== undefined) {
      if (open.length > 0) parts.push({ kind: 'lines', lines: open })
      parts.push({ kind: 'table', region })
      open = []
    } else if (!taken.has(line)) open.push(line)
  }
  if (open.length > 0) parts.push({ kind: 'lines', lines: open })
  return parts
}

function isTableCaption(lines: readonly Line[], index: number, body: BodyStyle): boolean {
  const line = lines[index]!
  if (!TABLE_CAPTION.test(line.text)) return false
  if (CAPTION_START.test(line.text) && (line.size < 0.97 * body.size || line.runs[0]!.font !== body.font)) return true
  const last = lines[index - 1]
  const apart = last === undefined || line.y < last.y || line.y - last.y > 1.4 * body.leading
  return apart && /^\S+\s+\S{1,4}\s*(?:[.:|\u2013-]|$)/.test(line.text)
}

function regionOf(lines: readonly Line[], at: number, body: BodyStyle, taken: ReadonlySet<Line>): TableRegion | null {
  const caption = captionLines(lines, at)
  const last = caption.at(-1)!
  const free = (line: Line | undefined): line is Line =>
    line !== undefined && !taken.has(line) && !caption.includes(line)
  const after: Line[] = []
  for (let index = at + caption.length; free(lines[index]); index++) {
    if (!belongs(lines, index, last, body)) break
    after.push(lines[index]!)
  }
  const before: Line[] = []
  if (rowsOf(after).length < 2) {
    for (let index = at - 1; free(lines[index]); index--) {
      if (!belongs(lines, index, last, body)) break
      before.unshift(lines[index]!)
    }
  }
  const found = upToGap(rowsOf(before).length > rowsOf(after).length ? before : after, last, body)
  return withoutNotes(caption, found)
}

/** Cells may be drawn column by column; only when all are together does a wide white show where the table ends. */
function upToGap(lines: readonly Line[], caption: Line, body: BodyStyle): readonly Line[] {
  let bottom = caption.y
  const kept = new Set<Line>()
  for (const row of rowsOf(lines)) {
    if (row[0]!.y - bottom > 4.2 * body.leading) break
    for (const line of row) kept.add(line)
    bottom = row[0]!.y
  }
  return lines.filter((line) => kept.has(line))
}

function captionLines(lines: readonly Line[], at: number): readonly Line[] {
  const caption = [lines[at]!]
  for (let index = at + 1; index < lines.length; index++) {
    const last = caption.at(-1)!
    const line = lines[index]!
    const step = line.y - last.y
    const goesOn =
      step > 0.5 * last.size && step < 1.55 * last.size && Math.abs(line.size - last.size) < 0.06 * last.size
    const overlapping = Math.min(line.x1, last.x1) > Math.max(line.x0, last.x0)
    if (!goesOn || !overlapping || hasMate(lines, index)) break
    // a bare "Table 2" is followed by its title; a title that ended is followed by the table
    const ended = /[.)]$/.test(last.text) && caption.length + 1 > 1 && last.x1 < line.x1 - last.size
    const bare = /^\S+\s+\S{1,4}$/.test(last.text)
    if (!bare && (ended || (last.x1 - last.x0 < 0.6 * (line.x1 - line.x0) && !/^\p{Ll}/u.test(line.text)))) break
    caption.push(line)
  }
  return caption
}

/** Another line stands on the same height, within reach in the stream. */
function hasMate(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  for (let other = Math.max(0, index - 4); other <= Math.min(lines.length - 1, index + 4); other++) {
    if (other === index) continue
    const mate = lines[other]!
    if (Math.abs(mate.y - line.y) < 0.35 * line.size && (mate.x0 > line.x1 || mate.x1 < line.x0)) return true
  }
  return false
}

function belongs(lines: readonly Line[], index: number, caption: Line, body: BodyStyle): boolean {
  const line = lines[index]!
  if (line.y < caption.y + 0.4 * caption.size || CAPTION_START.test(line.text)) return false
  if (isProse(line, body)) return hasMate(lines, index) && !isColumnMate(lines, index, body)
  return line.size < 1.15 * body.size
}

/** Full-width lines in the body's own type. */
function isProse(line: Line, body: BodyStyle): boolean {
  const own = Math.abs(line.size - body.size) < 0.03 * body.size && line.font === body.font
  return own && line.x1 - line.x0 > 0.55 * body.width && line.text.length > 20
}

/** The mate is a line of the neighbouring text column, not a cell. */
function isColumnMate(lines: readonly Line[], index: number, body: BodyStyle): boolean {
  const line = lines[index]!
  return lines.some(
    (mate) =>
      mate !== line &&
      Math.abs(mate.y - line.y) < 0.35 * line.size &&
      isProse(mate, body) &&
      line.x1 - line.x0 > 0.9 * body.width,
  )
}

/** Lines of one height, top to bottom, each row left to right. */
export function rowsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row !== undefined && line.y - row[0]!.y < 0.42 * Math.min(line.size, row[0]!.size)) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0))
}

const NOTE =
  /^(?:[*\u2020\u2021\u00A7\u00B6#]|[a-e\u00B9\u00B2\u00B3\u2070-\u2079][\s)]|abbreviations?\b|notes?\b|data (?:are|is)|values (?:are|is)|[A-Z][A-Za-z-]{1,8}\s?[:=,]\s?\S|NS\b|ND\b|n\.?d\.?\b|source)/i

function withoutNotes(caption: readonly Line[], lines: readonly Line[]): TableRegion | null {
  const rows = [...rowsOf(lines)]
  const left = Math.min(...lines.map((line) => line.x0))
  const right = Math.max(...lines.map((line) => line.x1))
  dropTrailing(rows)
  const notes = rows.splice(notesFrom(rows, left, right)).flat()
  if (rows.length < 2 || !rows.some((row) => row.length > 1)) return null
  return { caption, lines: rows.flat(), notes }
}

/** A heading or a label that follows the table in the stream is none of its rows. */
function dropTrailing(rows: (readonly Line[])[]): void {
  const sizes = rows
    .flat()
    .map((line) => line.size)
    .sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const fonts = new Set(
    rows
      .slice(0, -2)
      .flat()
      .map((line) => line.font),
  )
  while (rows.length > 1) {
    const row = rows.at(-1)!
    const line = row[0]!
    const step = line.y - rows.at(-2)![0]!.y
    const larger = line.size > 1.05 * usual
    const apart = step > 2.2 * usual && !fonts.has(line.font)
    const label = step > 2.2 * usual && line.text.length < 4
    const heading = step > 1.2 * usual && line.text.length < 60 && sectionOfHeading(line.text) !== null
    if (row.length > 1 || !(larger || apart || label || heading)) return
    rows.pop()
  }
}

/** Index of the first row of the notes: within the single lines that close the table, the first that is long or marked. */
function notesFrom(rows: readonly (readonly Line[])[], left: number, right: number): number {
  let first = rows.length
  while (first > 0 && rows[first - 1]!.length === 1) first--
  for (let index = first; index < rows.length; index++) {
    const line = rows[index]![0]!
    const long = line.x1 - line.x0 > 0.55 * (right - left) && line.text.length > 30
    if (long || NOTE.test(line.text)) return index
  }
  return rows.length
}
