/** A text cut into pieces: paragraphs, single headings, list items, references, tables. Pure. */
import { CAPTION_START, LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import { joinLines } from '../line-join.ts'
import { sectionOfHeading } from '../sections.ts'
import { headingLevel, plain } from './markdown.ts'
import { isImprint } from './text-furniture.ts'
import { type Piece, withoutNumbers } from './text-slides.ts'
import { stretches } from './text-table.ts'

/** From this length on a line is a paragraph of its own, not one wrapped at the margin. */
const LONG_LINE = 160
const THEMATIC_BREAK = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/
/** Fewer lines than this are verse, an address or a list, not a wrapped text. */
const WRAPPED_LINES = 6
/** "Patient 2.", "Case 3:" at the beginning of a line. */
const LABEL_START = /^\s*(?:patient|case|observation) (?:no\.? ?)?(?:\d{1,2}|[IVX]{1,4})\s?[.:]/i
const NUMBERED = /^\s*\[?\d{1,3}[.\])]\s/

type DropsHyphen = (before: string, after: string) => boolean

export function piecesOf(text: string, dropsHyphen: DropsHyphen): readonly Piece[] {
  const sheets = text.split('\f')
  const heads = headLines(sheets)
  return sheets.flatMap((sheet, index) => {
    const page = index + 1
    return stretches(sheet).flatMap((stretch): readonly Piece[] => {
      if (stretch.kind === 'table')
        return [{ text: '', level: 0, marked: false, page, rows: stretch.rows, headerRows: stretch.headerRows }]
      return stretch.text
        .split(/\n[ \t]*(?:\n[ \t]*)+/)
        .flatMap((paragraph) => cut(paragraph, heads, dropsHyphen).map((piece) => ({ ...piece, page })))
    })
  })
}

/** First lines of most pages, but for their numbers. */
function headLines(sheets: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const sheet of sheets) {
    const first = withoutNumbers(/\S.*/.exec(sheet)?.[0] ?? '')
    if (first !== '') counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count > sheets.length / 2).map(([line]) => line))
}

/** A heading line glued to its paragraph, list items and references line by line, become pieces of their own. */
function cut(paragraph: string, heads: ReadonlySet<string>, dropsHyphen: DropsHyphen): readonly Omit<Piece, 'page'>[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '' && !THEMATIC_BREAK.test(line))
  const out: { text: string; level: number }[] = []
  let open = false
  for (const [at, line] of lines.entries()) {
    const level = headingLevel(line)
    const isHead = heads.size > 0 && heads.has(withoutNumbers(line.trim()))
    const alone = isHead || level > 0 || isImprintLine(line) || (isNamedHeading(line) && !goesOn(line, lines[at + 1]))
    const opens = LIST_MARK.test(line) || NUMBERED.test(line) || (at > 0 && opensParagraph(lines, at))
    const last = out.at(-1)
    if (alone || !open || opens || last === undefined) out.push({ text: line.trim(), level })
    else last.text = joinLines(last.text, line.trim(), dropsHyphen).text
    open = !alone
  }
  return out
    .map(({ text, level }) => ({ text: plain(text), level, marked: level > 0 }))
    .filter(({ text }) => /[\p{L}\p{N}+]/u.test(text))
}

/** A running head or page number among the lines. */
const isImprintLine = (line: string): boolean => line.length < 120 && isImprint(line.trim())

/** "Patient 1. This man worked as a roofer and de-" is the first line of a paragraph, not a heading. */
function goesOn(line: string, next: string | undefined): boolean {
  return next !== undefined && (/^\s*\p{Ll}/u.test(next) || /[\p{L}]-\s*$|[.:]\s+\p{Lu}\p{L}*\s+\p{Ll}/u.test(line))
}

/** Where no blank lines are set: a line that ends early ends its paragraph; so does one that is a paragraph by its length. */
function opensParagraph(lines: readonly string[], at: number): boolean {
  const above = lines[at - 1]!
  const line = lines[at]!
  if (above.length > LONG_LINE) return endsParagraph(above, line)
  if (lines.length < WRAPPED_LINES) return false
  if (CAPTION_START.test(line) || LABEL_START.test(line))
    return /[.!?:)\]"”\d]\s*$/.test(above) || isEarly(lines, at - 1)
  return isEarly(lines, at - 1) && /^\s*[\p{Lu}\d"“]/u.test(line) && !/[,;(-]\s*$/.test(above)
}

/** Shorter by far than the lines around it. */
function isEarly(lines: readonly string[], at: number): boolean {
  const around = lines.slice(Math.max(0, at - 3), at + 4).map((line) => line.length)
  return lines[at]!.length < 0.72 * Math.max(...around)
}

const isNamedHeading = (line: string): boolean => {
  const text = plain(line)
  return sectionOfHeading(text) !== null && looksLikeHeading(text)
}

const endsParagraph = (above: string, line: string): boolean =>
  /[.!?:)\]"”\d]\s*$/.test(above) && /^\s*[\p{Lu}\d"“([*_]/u.test(line)
