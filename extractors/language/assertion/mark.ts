/** Cues that are no words: "-fever +cough", "nitrites -", a calendar year. */
import type { CueMatch, CueSense } from './cue.ts'
import type { Token } from './tokens.ts'

const MINUS_BEFORE: readonly CueSense[] = [{ effect: 'negated', direction: 'forward', reach: 'phrase' }]
const MINUS_BEHIND: readonly CueSense[] = [{ effect: 'negated', direction: 'backward', reach: 'clause' }]
const PLUS: readonly CueSense[] = [
  { effect: 'stop', direction: 'none', reach: 'none' },
  { effect: 'predicate', direction: 'none', reach: 'none' },
]
const YEAR: readonly CueSense[] = [
  { effect: 'dated', direction: 'forward', reach: 'subject' },
  { effect: 'dated', direction: 'backward', reach: 'phrase' },
]
const AGE: readonly CueSense[] = YEAR

/** Whether the writer marks findings by signs set solid before them; a lone "-cough" may be a bullet. */
export function usesMarks(tokens: readonly Token[]): boolean {
  let minuses = 0
  for (let at = 0; at < tokens.length; at++) {
    if (isPlus(tokens, at)) return true
    if (isPrefix(tokens, at, '-') && at > 0 && ++minuses > 1) return true
  }
  return false
}

export function markAt(tokens: readonly Token[], at: number, marked: boolean, sentence: string): CueMatch | null {
  const { text } = tokens[at]!
  if (text === '+') return isPlus(tokens, at) ? { from: at, to: at + 1, text, senses: PLUS } : null
  if (text === '-') {
    if (marked && isPrefix(tokens, at, '-')) return { from: at, to: at + 1, text, senses: MINUS_BEFORE }
    return isSuffix(tokens, at) ? { from: at, to: at + 1, text, senses: MINUS_BEHIND } : null
  }
  if (isYear(tokens, at, sentence)) return { from: at, to: at + 1, text, senses: YEAR }
  return isAge(tokens, at) ? { from: at, to: ageEnd(tokens, at), text: 'at age', senses: AGE } : null
}

const isPlus = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === '+' && (isPrefix(tokens, at, '+') || isSuffix(tokens, at))

/** Before a word and apart from what precedes: "+cough", ", - fever"; not "CD4+" or "x-ray". */
function isPrefix(tokens: readonly Token[], at: number, sign: string): boolean {
  const { text, start, end } = tokens[at]!
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (text !== sign || !next || !/^\p{L}/u.test(next.text)) return false
  if (next.start !== end) return !before || before.text === ',' || before.text === ';'
  return !before || before.end < start || !before.isWord
}

/** Apart from the word before it, at the end of an entry: "nitrites -, leukocytes +". */
function isSuffix(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (!before?.isWord || before.end === tokens[at]!.start || /^\d/.test(before.text)) return false
  return !next || next.text === ',' || next.text === ';' || next.text === '.'
}

const BEFORE_YEAR = new Set(
  `in during from of circa about around approximately early late mid ( , january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
)

/** "in 1998", "appendectomy 1985", "(2004)"; not "since 1998", which lasts, nor "2012-03-04", the date of a visit. */
function isYear(tokens: readonly Token[], at: number, sentence: string): boolean {
  const { text, start, end } = tokens[at]!
  if (text.length !== 4 || !/^(?:19|20)\d\d$/.test(text)) return false
  const before = tokens[at - 1]
  if (!before || /[/-]/.test(sentence[end] ?? '')) return at === 0 && sentence[end] === ','
  if (before.end === start && before.text !== '(') return false
  // "on Feb. 18, 2016": the day of a visit
  if (before.text === ',' && /^\d/.test(tokens[at - 2]?.text ?? '')) return false
  return BEFORE_YEAR.has(before.text) || (before.isWord && !/^(?:since|to|until|through|by|\d.*)$/.test(before.text))
}

/** "at age 10", "at the age of twelve". */
function isAge(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === 'at' && ageEnd(tokens, at) > at
}

function ageEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1
  if (tokens[at]?.text === 'the') at++
  if (tokens[at]?.text !== 'age') return from
  if (tokens[at + 1]?.text === 'of') at++
  return tokens[at + 1]?.isWord ? at + 2 : from
}
