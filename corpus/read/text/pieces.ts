/** A text cut into pieces: paragraphs, single headings, list items, references, tables. Pure. */
import { LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import { joinLines } from '../line-join.ts'
import { sectionOfHeading } from '../sections.ts'
import { isMarkedHeading, plain } from './markdown.ts'
import type { Piece } from './text-slides.ts'
import { stretches } from './text-table.ts'

/** From this length on a line is a paragraph of its own, not one wrapped at the margin. */
const LONG_LINE = 160
const THEMATIC_BREAK = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/
const NUMBERED = /^\s*\[?\d{1,3}[.\])]\s/

export function piecesOf(text: string, dropsHyphen: (before: string, after: string) => boolean): readonly Piece[] {
  return text.split('\f').flatMap((sheet, index) => {
    const page = index + 1
    return stretches(sheet).flatMap((stretch): readonly Piece[] => {
      if (stretch.kind === 'table')
        return [{ text: '', marked: false, page, rows: stretch.rows, headerRows: stretch.headerRows }]
      return stretch.text.split(/\n[ \t]*(?:\n[ \t]*)+/).flatMap((paragraph) => cut(paragraph, page, dropsHyphen))
    })
  })
}

/** A heading line glued to its paragraph, list items and references line by line, become pieces of their own. */
function cut(paragraph: string, page: number, dropsHyphen: (a: string, b: string) => boolean): readonly Piece[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '' && !THEMATIC_BREAK.test(line))
  const out: { text: string; marked: boolean }[] = []
  let open = false
  let above = ''
  for (const line of lines) {
    const marked = isMarkedHeading(line)
    const alone = marked || isNamedHeading(line)
    const opens =
      LIST_MARK.test(line) || NUMBERED.test(line) || (above.length > LONG_LINE && endsParagraph(above, line))
    const last = out.at(-1)
    if (alone || !open || opens || last === undefined) out.push({ text: line.trim(), marked })
    else last.text = joinLines(last.text, line.trim(), dropsHyphen).text
    open = !alone
    above = line
  }
  return out
    .map(({ text, marked }) => ({ text: plain(text), marked, page }))
    .filter(({ text }) => /[\p{L}\p{N}+]/u.test(text))
}

const isNamedHeading = (line: string): boolean => {
  const text = plain(line)
  return sectionOfHeading(text) !== null && looksLikeHeading(text)
}

const endsParagraph = (above: string, line: string): boolean =>
  /[.!?:)\]"”\d]\s*$/.test(above) && /^\s*[\p{Lu}\d"“([*_]/u.test(line)
