/** Captions of tables. Pure. */
import { CAPTION_START } from '../block-marks.ts'
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'

export const TABLE_CAPTION =
  /^(?:supplementary\s+)?(?:table|tab\.|tabelle|tableau|tabla|tabella)\s*\.?\s*(?:S?\d{1,2}|[IVX]{1,4})\b/i

export function isTableCaption(lines: readonly Line[], index: number, body: BodyStyle): boolean {
  const line = lines[index]!
  if (!TABLE_CAPTION.test(line.text)) return false
  if (CAPTION_START.test(line.text) && (line.size < 0.97 * body.size || line.runs[0]!.font !== body.font)) return true
  const last = lines[index - 1]
  const apart = last === undefined || line.y < last.y || line.y - last.y > 1.4 * body.leading
  return apart && /^\S+\s+\S{1,4}\s*(?:[.:|\u2013-]|$)/.test(line.text)
}

/** The lines of the caption that begins at an index. */
export function captionLines(lines: readonly Line[], at: number): readonly Line[] {
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
export function hasMate(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  for (let other = Math.max(0, index - 4); other <= Math.min(lines.length - 1, index + 4); other++) {
    if (other === index) continue
    const mate = lines[other]!
    if (Math.abs(mate.y - line.y) < 0.35 * line.size && (mate.x0 > line.x1 || mate.x1 < line.x0)) return true
  }
  return false
}
