/** What the words around a disease make of it: the patient's diagnosis, a thing considered, or a thing only talked about. */
import type { Span } from '../../corpus/document.ts'
import {
  CHANGED_FROM,
  CHANGED_TO,
  CONFIRMED,
  DIAGNOSIS,
  EXCLUDED,
  NEAR_DIAGNOSIS,
  PART_OF_NAME,
  POSSIBLE,
  TALK,
  turnsAround,
} from './diagnosis-turns.ts'

export type DiagnosisContext =
  /** "was diagnosed with", "known case of", "due to": says that the patient has it. */
  | 'diagnosis'
  /** "was suspected and confirmed": the doubt in the sentence is over. */
  | 'confirmed'
  /** Named of the patient without more. */
  | 'mention'
  /** "was suspected", "initially treated as". */
  | 'possible'
  /** "ruled out". */
  | 'excluded'
  /** Compared, explained or listed: no statement about the patient. */
  | 'talk'

/** "12 had limited and 8 diffuse systemic sclerosis": patients counted. */
const COUNT_BEFORE = /(?<!(?:case|patient|pt|no\.?)\s)(?<![\w.,/-])\d{1,3}\s+$/i
/** "as used by Mancini in a girl with dermatomyositis": a named author's patient. */
const BY_AUTHOR =
  /\b(?:used|reported|described|noted|observed|published|treated|studied|found)\s+(?:\w+\s+){0,3}?by\s+[A-Z][^;]*$/
/** "Connective tissue diseases are a more usual background": a class of diseases is nobody's. */
const CLASS = /\b(?:diseases|disorders|syndromes|connectivitides|collagenoses|vasculitides|myositides|myopathies)$/i
const FULFILLED =
  /\b(?:fulfil\w*|met|meets?|meeting|satisf\w+|according\s+to|based\s+on)\b[^.;]*\b(?:criteria|criterion)\s+(?:of|for)\s+(?:[\w'’-]+\s+){0,4}$/i
const UNFULFILLED = /\b(?:not|n['’]t|insufficient\w*)\s+(?:\w+\s+){0,2}(?:fulfil\w*|meet|met|satisf\w+)\b/i
/** "the classification criteria for systemic sclerosis were met". */
const CRITERIA_FOR = /\bcriteria\s+(?:of|for)\s+(?:[\w'’-]+\s+){0,4}$/i
const MET = /^[^.;]{0,40}\b(?:were|was|are|is)\s+(?:all\s+)?(?:met|fulfilled|satisfied)\b/i
/** "Systemic sclerosis met the criteria", "dermatomyositis fulfilled the standard criteria". */
const MEETS = /^\s+(?:met|fulfilled|satisfied)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}criteria\b/i
/** "Work-up for sarcoidosis and multiple myeloma was negative". */
const SOUGHT_BEFORE =
  /\b(?:work-?up|screen(?:ing)?|investigations?|evaluation|tests?|testing|search)\s+(?:for|of)\s+[^.;]{0,120}$/i
const NOT_FOUND_AFTER =
  /^[^.;]{0,120}?\b(?:was|were|remained|proved|came\s+back|returned)\s+(?:all\s+|entirely\s+|repeatedly\s+)?(?:negative|unrevealing|unremarkable|non-?contributory|normal|fruitless|inconclusive)\b/i

/** Judged from the sentence's words around the mention; `isOfAll` where it counts the paper's patients ("two women with lupus"). */
export function diagnosisContext(sentence: string, { start, end }: Span, isOfAll = false): DiagnosisContext {
  const before = clauseBefore(sentence, start)
  const after = sentence.slice(end, end + 260)
  if (turnsAround(EXCLUDED, before, after)) return 'excluded'
  if (SOUGHT_BEFORE.test(before) && NOT_FOUND_AFTER.test(after)) return 'excluded'
  if ((CRITERIA_FOR.test(before) && MET.test(after)) || MEETS.test(after)) return 'diagnosis'
  if (FULFILLED.test(before)) return UNFULFILLED.test(before) ? 'excluded' : 'diagnosis'
  if (isOfAll && /\b(?:with|suffering|affected|who\s+(?:had|have))\b/i.test(before)) return 'diagnosis'
  if (isTalk(sentence, sentence.slice(start, end), before, after)) return 'talk'
  if (turnsAround(CONFIRMED, before, after)) return 'confirmed'
  if (turnsAround(TALK, before, after) && !NEAR_DIAGNOSIS.test(before)) return 'talk'
  if (turnsAround(CHANGED_FROM, before, after)) return 'possible'
  if (turnsAround(CHANGED_TO, before, after)) return 'diagnosis'
  if (turnsAround(POSSIBLE, before, after)) return 'possible'
  return turnsAround(DIAGNOSIS, before, after) ? 'diagnosis' : 'mention'
}

const isTalk = (sentence: string, name: string, before: string, after: string): boolean =>
  (COUNT_BEFORE.test(before) && /^(?:limited|diffuse|lc|dc)/i.test(name)) ||
  CLASS.test(name) ||
  BY_AUTHOR.test(before) ||
  turnsAround(PART_OF_NAME, before, after) ||
  isTextbook(sentence)

const OF_PATIENT =
  /\b(?:she|he|her|his|him|we)\b|\b(?:the|our|this|present|an?)\s+(?:[\w-]+\s+){0,3}(?:patient|boy|girl|woman|man|child|infant|lady|gentleman|case|proband|brother|sister)\b|\bpatient['’]s\b|\b(?:was|were|been)\s+diagnosed\b/i
const CITATION = /\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]|\(\d{1,2}(?:\s*[,;–-]\s*\d{1,2})*\)|[a-z,.)][¹²³⁴-⁹]+/
const PAST = /\b(?:was|were|had|did|underwent|[a-z]{3,}ed)\b/i
const GENERAL =
  /\b(?:may|might|can|could|should|must|usually|commonly|typically|often|always|rarely|frequently|generally|commonest|most\s+(?:common|frequent))\b/i

/** "Gout may look alike on the first film", "it was used in calciphylaxis (2, 3)": knowledge, though it stands in the history. */
function isTextbook(sentence: string): boolean {
  if (OF_PATIENT.test(sentence.replace(/\bin\s+a\s+(?:child|patient|woman|man|case)\b/gi, ''))) return false
  if (CITATION.test(sentence) || GENERAL.test(sentence)) return true
  return (
    /\b(?:is|are|affects|occurs|represents|develops|causes|remains|tends|attacks|strikes|leads|comes|goes|arises|follows|precedes|complicates|involves|accounts|predisposes|seems)\b/i.test(
      sentence,
    ) && !PAST.test(sentence)
  )
}

/** Up to 220 characters in front, not across a semicolon or "but". */
function clauseBefore(sentence: string, start: number): string {
  const window = sentence.slice(Math.max(0, start - 220), start)
  const breaks = [...window.matchAll(/;|\b(?:but|whereas|although|however)\b|[.:]\s+(?=[A-Z])/gi)]
  const last = breaks.at(-1)
  return last ? window.slice(last.index + last[0].length) : window
}
