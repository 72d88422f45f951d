/** What a paragraph of a PDF is: heading, caption, list item, reference, footnote, label or running text. Pure. */
import type { BlockKind } from '../../document.ts'
import { CAPTION_START, LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import type { Paragraph } from './paragraphs.ts'

export interface LookedAt {
  readonly paragraph: Paragraph
  readonly text: string
}

/** Kind by look and words alone; the place in the paper is weighed later. */
export function kindByLook({ paragraph, text }: LookedAt, body: BodyStyle): BlockKind {
  const first = paragraph.lines[0]!
  if (isCaption(paragraph, text, body)) return 'caption'
  if (isHeading(paragraph, text, body)) return 'heading'
  if (/^key ?words?\b\s*[:.\u2013\u2014-]?/i.test(text) && text.length < 500) return 'keywords'
  if (LIST_MARK.test(text) || (/^\(?(?:\d{1,2}|[a-z])[.)]\s\S/.test(text) && !/^\d+\.\s*\d/.test(text)))
    return 'list-item'
  if (isLabel(paragraph, text, body)) return 'figure-label'
  if (first.size < 0.93 * body.size && isFootnote(text)) return 'footnote'
  return 'paragraph'
}

function isCaption(paragraph: Paragraph, text: string, body: BodyStyle): boolean {
  if (!CAPTION_START.test(text)) return false
  const first = paragraph.lines[0]!
  const small = first.size < 0.97 * body.size
  const bold = first.runs[0]!.font !== body.font
  // in the body's own type only a mark with punctuation is a caption: "Figure 2. Hand", not "Figure 2 Hand"
  return small || bold || /^\S+\s+\S{1,5}\s?[.:|]/.test(text)
}

/** Set apart by its type, or by its words. */
function isHeading(paragraph: Paragraph, text: string, body: BodyStyle): boolean {
  const { lines } = paragraph
  const first = lines[0]!
  if (lines.length > 4 || text.length > 140 || !/\p{L}{3}/u.test(text)) return false
  const section = sectionOfHeading(text)
  const named = section !== null
  // reference lists are set small, their heading too
  const least = section === 'references' || section === 'back' ? 0.7 : 0.85
  const runsIn = /^[^.:]{3,60}[.:]\s+\S/.test(text) && !/^\d+(?:\.\d+)*[.:]?\s\P{Ll}*\S+\s?[^.:]*$/u.test(text)
  if (
    named &&
    !runsIn &&
    lines.length <= 2 &&
    /^[\p{Lu}\d]/u.test(text) &&
    first.size > least * body.size &&
    !/[,;]$/.test(text)
  )
    return true
  if (!looksLikeHeading(text)) return false
  const larger = first.size > 1.06 * body.size
  const otherFont = lines.every((line) => line.plain && line.font !== body.font) && first.size > 0.96 * body.size
  const capitals = /^[^\p{Ll}]+$/u.test(text) && /\p{Lu}{4}/u.test(text) && first.size > 0.96 * body.size
  return (larger || otherFont || capitals) && first.x1 - first.x0 < 1.05 * Math.max(body.width, 60) * (larger ? 3 : 1)
}

/** A few small words without a sentence: a label in a picture, a panel letter, an axis. */
function isLabel(paragraph: Paragraph, text: string, body: BodyStyle): boolean {
  const first = paragraph.lines[0]!
  const foreign = first.font !== body.font || Math.abs(first.size - body.size) > 0.05 * body.size
  if (!foreign || /[.;:,]$/.test(text)) return false
  if (/^\(?[A-Za-z0-9]\)?$/.test(text)) return true
  return (
    paragraph.lines.every((line) => line.text.length < 22) &&
    text.split(/\s+/).length <= 8 &&
    !/\p{L}{3,}\s+\p{Ll}{2,}\s+\p{L}{2,}\s+\p{Ll}/u.test(text)
  )
}

const FOOTNOTE =
  /^(?:[*\u2020\u2021\u00A7\u00B6#\u00B9\u00B2\u00B3\u2070-\u2079]|(?:e-?mail|correspond|address (?:for )?correspond|please address|reprint|received|accepted|revised|published|copyright|\u00A9|\(c\)|abbreviations?|doi|https?:|funding|conflict|competing|citation|cite this|this is an open|open access|supported by|disclosure|from the|department of|division of|academic editor|editor|handling|orcid)\b)/i

function isFootnote(text: string): boolean {
  return FOOTNOTE.test(text)
}
