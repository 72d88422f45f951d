/** Where one statement ends and the next begins inside a string that may be a sentence or a whole note. */
import type { Token } from './tokens.ts'

const ABBREVIATIONS = new Set(
  'vs v dr mr mrs ms st approx ca cf fig figs e.g i.e e.g. resp incl excl wt ht temp'.split(' '),
)
/** May end a statement; before a small letter they do not. */
const SHORT_FORMS = new Set(
  'pt pts hx dx rx tx sx fx neg pos abd ext gen hosp dept min max avg hr hrs wk wks mo mos yr yrs sec lab labs med meds inj tab tabs cap caps pm am bid tid qid po iv im sc prn'.split(
    ' ',
  ),
)

/** For each token the index of the first token of its statement. */
export function statementStarts(tokens: readonly Token[], sentence: string): readonly number[] {
  const isShouted = sentence === sentence.toUpperCase()
  const starts: number[] = new Array(tokens.length)
  let start = 0
  for (let at = 0; at < tokens.length; at++) {
    const begins =
      at > 0 &&
      (endsStatement(tokens, at - 1, sentence, isShouted) ||
        breaksLine(tokens, at, sentence) ||
        (start === at - 1 && isBullet(tokens, start)))
    if (begins) start = at
    starts[at] = start
  }
  return starts
}

/** "- fever" */
const isBullet = (tokens: readonly Token[], at: number): boolean =>
  /^[-*•–]$/.test(tokens[at]!.text) && tokens[at + 1]!.start > tokens[at]!.end

/** For each token the index after the last token of its statement. */
export function statementEnds(starts: readonly number[]): readonly number[] {
  const ends: number[] = new Array(starts.length)
  for (let at = starts.length - 1; at >= 0; at--)
    ends[at] = at + 1 < starts.length && starts[at + 1] === starts[at] ? ends[at + 1]! : at + 1
  return ends
}

/** A semicolon or bullet, or a full stop that ends a sentence inside the string. */
function endsStatement(tokens: readonly Token[], at: number, sentence: string, isShouted: boolean): boolean {
  const { text, end } = tokens[at]!
  if (text === ';' || text === '!' || text === '•') return true
  if (text !== '.' && text !== '?') return false
  const next = tokens[at + 1]
  if (!next) return true
  if (next.start === end) return false
  const before = tokens[at - 1]
  // "? pneumonia" guesses, "fever? no" answers itself
  if (text === '?' && (before?.end !== tokens[at]!.start || isReply(next))) return false
  // "vs. colitis", "approx. 3 cm" go on, in capitals too
  if (text === '.' && before && (ABBREVIATIONS.has(before.text) || isInitial(tokens, at - 1, isShouted))) return false
  const first = sentence[next.start]!
  if (/\p{Lu}/u.test(first) || isItemNumber(tokens, at + 1)) return true
  // "no fever. cough for two days", "no fever. 3 days of cough", but "temp. 38.5", "neg. for"
  return (
    text === '.' &&
    /[\p{L}\d]/u.test(first) &&
    /^\p{L}{3,}$/u.test(before?.text ?? '') &&
    !SHORT_FORMS.has(before!.text)
  )
}

/** "Fever? No." */
export const isReply = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:no|yes|none|denies|n|y)$/.test(token.text)

/** The last letter of "p.o.", "b.i.d.", "q.d."; in capitals any letter, as in "C. DIFF". */
const isInitial = (tokens: readonly Token[], at: number, isShouted: boolean): boolean =>
  tokens[at]!.text.length === 1 && /\p{L}/u.test(tokens[at]!.text) && (isShouted || tokens[at - 1]?.text === '.')

/** The "2." of a numbered list. */
const isItemNumber = (tokens: readonly Token[], at: number): boolean =>
  /^\d{1,2}$/.test(tokens[at]!.text) && /^[.)]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.isWord === true

const LINE_OPENER = /^(?:[-*•]\s|\d+[.)]\s|[A-Z][A-Za-z /&-]{1,40}:)/

/** A blank line, or a line that begins like a heading or an entry of a list; other line ends only wrap the text. */
function breaksLine(tokens: readonly Token[], at: number, sentence: string): boolean {
  const gapStart = tokens[at - 1]!.end
  const { start } = tokens[at]!
  if (start - gapStart < 1) return false
  const gap = sentence.slice(gapStart, start)
  if (!gap.includes('\n')) return false
  return /\n\s*\n/.test(gap) || LINE_OPENER.test(sentence.slice(start, start + 48))
}

/** A dash with blanks on both sides, or a long one, that parts two statements. */
export function isDash(tokens: readonly Token[], at: number): boolean {
  const { text, start, end } = tokens[at]!
  if (text === '—') return true
  if (text !== '-' && text !== '–') return false
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (!before || !next || before.end === start || next.start === end) return false
  return !(/^\d/.test(before.text) && /^\d/.test(next.text))
}
