/** Where the title of a text stands, and what is above it. Pure. */
import { CAPTION_START, LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import { sectionOfHeading } from '../sections.ts'
import { isAddress, isImprint, isNames } from './text-furniture.ts'
import type { Piece } from './text-slides.ts'

/** How many pieces may stand above the title: the journal's line, a rubric, authors. */
const ABOVE_TITLE = 6

/** The title: marked as the highest heading, or the first line at the top that reads like one and is more than a rubric. */
export function titleOf(pieces: readonly Piece[]): Piece | undefined {
  const top = startsBroken(pieces) ? pieces.filter(isMainHeading).slice(0, 1) : topOf(pieces)
  const levels = top.filter(({ level }) => level > 0).map(({ level }) => level)
  const marked = top.find(({ level }) => level > 0 && level === Math.min(...levels))
  if (marked !== undefined) return marked
  const [first] = top
  return top.find((piece, index) => !isRubric(piece, top[index + 1])) ?? first
}

/** What stands above a title: the journal, the congress, the kind of article. A short line over a longer one is one too. */
const RUBRIC =
  /\b(?:J|Journal|Arch|Archives|Annals|Annales|Ann|Acta|Bull|Bulletin|Rev|Revista|Revue|Zeitschrift|Proceedings|Congress|Conference|Meeting|Abstracts|Poster|Session|(?:Original|Review) Article|Case (?:Reports?|Series)|Short (?:Report|Series)|Letters?|Correspondence|Quiz|Test Yourself|Clinical Observations?|Style|Clerkship|Rounds)\b|\(?(?:19|20)\d\d\)?[;,:.]?\s*\d{1,4}\s*(?:\(\w{1,4}\))?\s*[:;(]/i
const TELLS_TOPIC =
  /calcin|calcif|calci(?:um|phylaxis)|sclero|myosit|lupus|\bpatients?\b|\b(?:wo)?man\b|\bgirl\b|\bboy\b|\bchild|nodul|mass(?:es)?\b|deposit|crisis|thiosul/i
const MAX_RUBRIC_WORDS = 18

function isRubric({ text, level }: Piece, next: Piece | undefined): boolean {
  if (next === undefined || level > 0 || TELLS_TOPIC.test(text)) return false
  const words = text.split(/\s+/).length
  return (words <= 5 && next.text.length > text.length) || (words <= MAX_RUBRIC_WORDS && RUBRIC.test(text))
}

/** The page begins in the middle of a sentence: the end of another article, which is not this paper's. */
export const startsBroken = (pieces: readonly Piece[]): boolean =>
  /^\p{Ll}{2,}\P{L}/u.test(pieces.find(({ level, text }) => level === 0 && !isLabel({ text }))?.text ?? '') &&
  pieces.some(isMainHeading)

const isMainHeading = ({ level, text }: Piece): boolean =>
  level === 1 && text.length > 20 && sectionOfHeading(text) === null

/** What could be the title: all that stands above the first sentence, table or section. */
function topOf(pieces: readonly Piece[]): readonly Piece[] {
  const top: Piece[] = []
  for (const piece of pieces.slice(0, ABOVE_TITLE)) {
    const { text, marked, rows } = piece
    if (rows !== undefined || (!marked && isSentence(text) && !isLabel(piece))) break
    // a section's name before anything else is a rubric: "BEDSIDE LESSONS"
    if (!marked && top.length > 0 && sectionOfHeading(text) !== null && text.length < 40 && !isLabel(piece)) break
    if (!isLabel(piece) && mayBeTitle(piece)) top.push(piece)
  }
  return top
}

const isSentence = (text: string): boolean => /[.!?]["”)]?$/.test(text.slice(-3)) && text.split(' ', 6).length === 6

function mayBeTitle({ text, marked }: Piece): boolean {
  if (CAPTION_START.test(text) || LIST_MARK.test(text)) return false
  const named = sectionOfHeading(text) !== null && looksLikeHeading(text)
  if (named && text.length <= 40) return false
  if (marked) return true
  const looks =
    /^[\p{Lu}\d"“]/u.test(text) && !/[.;,:]$/.test(text) && text.length <= 220 && text.split(/\s+/).length <= 32
  return looks && text.length > 20 && (TELLS_TOPIC.test(text) || !isNames(text)) && !isAddress(text)
}

export const isLabel = ({ text, rows }: Pick<Piece, 'text' | 'rows'>): boolean =>
  rows === undefined &&
  (isImprint(text) ||
    /^(?:(?:case|brief|short|original|clinical) (?:reports?|communications?|articles?|letters?|images?)|case reports?|case series|letters?(?: to the editor)?|correspondence|images? in .{3,40}|reviews?(?: article)?)(?:\s+open access)?$/i.test(
      text,
    ))
