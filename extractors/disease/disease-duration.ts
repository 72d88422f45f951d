/** How long the patient has had a disease: "a 12-year history of", "for 25 years", "diagnosed 8 years earlier". */
import type { Span } from '../../corpus/document.ts'
import { NUMBER_WORD, numberOf } from '../language/number-words.ts'

const NUMBER = `(?:\\d{1,2}(?:[.,]\\d)?|${NUMBER_WORD})`
const UNIT = '(years?|yrs?|months?|mo)'
const BEFORE = new RegExp(
  `\\b(${NUMBER})[-\\s]*${UNIT}[-\\s'’]*(?:long\\s+)?(?:history|course|duration)\\s+of\\s+(?:[\\w-]+\\s+){0,4}$|\\bfor\\s+(?:the\\s+(?:past|last)\\s+|about\\s+|over\\s+|more\\s+than\\s+|nearly\\s+|at\\s+least\\s+)?(${NUMBER})\\s*${UNIT}\\s+(?:with|from|by|of)\\s+(?:[\\w-]+\\s+){0,3}$`,
  'i',
)
const AFTER = new RegExp(
  `^(?:\\s*\\([^)]*\\))?,?\\s*(?:for|of|since|with\\s+a\\s+duration\\s+of|diagnosed|which\\s+was\\s+diagnosed|known\\s+for|lasting|evolving\\s+for)\\s+(?:the\\s+(?:past|last)\\s+|about\\s+|over\\s+|more\\s+than\\s+|nearly\\s+|approximately\\s+|almost\\s+|at\\s+least\\s+)?(${NUMBER})\\s*[-\\s]?${UNIT}\\b['’]?(?!\\s*(?:old|later|after\\s+(?!diagnosis)))`,
  'i',
)

/** "SLE (15 yrs)". */
const BRACKETED = new RegExp(`^\\s*\\(\\s*(?:for\\s+)?(${NUMBER})\\s*${UNIT}\\s*\\)`, 'i')
/** "(disease duration 7 years)", "10 years previously". */
const STATED = new RegExp(
  `^[^.;]{0,30}?(?:\\bduration(?:\\s+of)?\\s*:?\\s*(?:about\\s+)?(${NUMBER})[-\\s]*${UNIT}\\b|\\b(?:about\\s+|some\\s+)?(${NUMBER})\\s*${UNIT}\\s+(?:previously|ago|earlier|before(?=\\s*[,.;]|\\s*$|\\s+presentation|\\s+admission)))`,
  'i',
)

export interface Duration {
  readonly years: number
  /** Into the sentence. */
  readonly span: Span
}

/** The duration that the words next to a disease give it; null where they give none. */
export function durationOf(sentence: string, { start, end }: Span): Duration | null {
  const from = Math.max(0, start - 100)
  const before = BEFORE.exec(sentence.slice(from, start))
  if (before)
    return durationFrom(before[1] ?? before[3] ?? '', before[2] ?? before[4] ?? '', from + before.index, start)
  const after = AFTER.exec(sentence.slice(end, end + 100))
  if (after) return durationFrom(after[1] ?? '', after[2] ?? '', end, end + after[0].length)
  const bracket = BRACKETED.exec(sentence.slice(end, end + 30))
  if (bracket) return durationFrom(bracket[1] ?? '', bracket[2] ?? '', end, end + bracket[0].length)
  const stated = STATED.exec(sentence.slice(end, end + 80))
  if (stated)
    return durationFrom(stated[1] ?? stated[3] ?? '', stated[2] ?? stated[4] ?? '', end, end + stated[0].length)
  return null
}

function durationFrom(amount: string, unit: string, start: number, end: number): Duration | null {
  const value = numberOf(amount)
  if (value === null) return null
  const years = /^mo/i.test(unit) ? Math.round((value / 12) * 100) / 100 : value
  return { years, span: { start, end } }
}
