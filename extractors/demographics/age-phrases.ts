/** Places that give a patient's age, with how sure one may be that it is the age at presentation. */
import type { Span } from '../../corpus/document.ts'
import { NUMBER_WORD, numberOf } from '../language/number-words.ts'

export interface AgePhrase {
  readonly years: number
  /** Into the sentence. */
  readonly span: Span
  /** 3: the age introduces a person ("a 45-year-old woman"); 2: a plain statement ("she was 45 years old"); 1: an age in passing. */
  readonly rank: 1 | 2 | 3
}

const NUMBER = `(?:\\d{1,3}(?:\\s1\\/2|\\s\\d{1,2}\\/12|\\s?½|[.,]\\d{1,2})?|${NUMBER_WORD})`
const UNIT = '(?:years?|yrs?|y|months?|mos?|weeks?|wks?|days?|hours?)'
const GAP = '[-‐‑–—\\s]*'
const LATER = `(?:,?[-\\s]*(?:and[-\\s]+)?(?:a\\s+half|(\\d{1,2})${GAP}(months?)))?`

/** "45-year-old", "forty-five year old", "45 y/o", "45 yo", "2 years and 6 months old", "18 months of age". */
const N_UNIT_OLD = new RegExp(
  `(?<![\\w.,:/-])(${NUMBER})${GAP}(${UNIT})${LATER}${GAP}(?:olds?|of\\s+age)\\b|(?<![\\d.,])(\\d{1,3})${GAP}(?:y\\s?\\/\\s?o|y\\.\\s?o\\.?|yo|years?\\/old)\\b`,
  'gi',
)
/** "aged 45", "aged 45 years", "age 45", "age: 45 years", "of 45 years of age". */
const AGED_N = new RegExp(
  `\\b(?:aged?|age\\s+(?:is|was|of))\\s*[:=]?\\s*(${NUMBER})(?:${GAP}(${UNIT})\\b${LATER})?(?!\\s*(?:%|to\\b|[-–]\\s*\\d|mm|cm))`,
  'gi',
)
/** "45F", "45-M", "F/45", "45/F", "(45, female)", "woman of 45 years". */
const N_SEX =
  /(?:^|[.:(]\s*|\b[Aa]n?\s+|\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+)(\d{1,2})\s?[-/]?\s?(?:F|M)\b(?=\s*(?:$|[.,;:)]|with\b|who\b|presented\b|presents\b|was\b|is\b|had\b|has\b|came\b|complain|referred\b|admitted\b|diagnosed\b))|\b(?:F|M)\s?\/\s?(\d{1,2})\b(?!\s?[/.]\s?\d)/g
const BARE_N =
  /\b(?:s?he|(?:the|this|our)\s+(?:\w+\s+)?(?:patient|woman|man|girl|boy|child|sister|brother|mother|father|daughter|son|twin)|patient\s+\w{1,2})\s+(?:was|is)\s+(?:(?:then|now|only|just|already)\s+)?(\d{1,2})(?=\s*(?:,|\.(?!\d)|;|$|and\b|when\b|at\s+(?:that|the|presentation|referral)|years?\b))/gi
/** "Mrs P., 73", "a woman of 57, ...". */
const TITLED_N =
  /\b(?:Mrs|Mr|Ms|Miss)\.?\s+[A-Z][\w.]*\s*,\s*(\d{2})(?![\d./:-]|\s*(?:mm|cm|mg|%))|\b(?:woman|man|lady|gentleman|girl|boy|female|male)\s+of\s+(\d{1,2})(?=\s*(?:[,.;)]|who\b|with\b|was\b|is\b|had\b|has\b|presented\b|came\b|noticed\b|complain\w+|consulted\b|attended\b|$))/g
/** "The patient (F, 62 yrs)", "(62 years, female)", "(female, aged 62)", "(62, F)". */
const BRACKET_N = new RegExp(
  `[([]\\s*(?:(?:female|male|wom[ae]n|m[ae]n|girl|boy|f|m)\\s*[,;/]?\\s+(${NUMBER})(?:${GAP}(${UNIT}))?(?:\\s+old)?|(${NUMBER})(?:${GAP}(${UNIT}))?(?:\\s+old)?\\s*[,;/]\\s*(?:female|male|wom[ae]n|m[ae]n|girl|boy|f|m))\\s*[,;)\\]]`,
  'gi',
)
/** "this woman, now 55, first noticed ...". */
const NOW_N =
  /\b(?:now|currently|presently)\s+(?:aged?\s+)?(\d{1,2})(?=\s*(?:[,;)]|and\b|years?\b(?!\s+(?:later|after|since))|$))/gi
/** "Age at presentation: 34 years". */
const AGE_AT_N = new RegExp(
  `\\bage\\s+at\\s+(?:the\\s+time\\s+of\\s+)?(?:first\\s+)?(?:presentation|admission|referral|consultation|examination|visit|report(?:ing)?)\\s*(?:was|is|of|[:=])?\\s*(${NUMBER})(?:${GAP}(${UNIT})\\b)?`,
  'gi',
)
/** "She was 31 when Raynaud's phenomenon began, and 61 when we first saw her". */
const SEEN_AT_N =
  /(?<![\d.,:/-])(\d{1,2})(?:\s+years(?:\s+old)?)?\s+(?:when|at\s+the\s+time)\s+(?:we|s?he\s+(?:was\s+)?(?:first\s+)?(?:seen|presented|came|consulted|attended|referred|admitted|examined))\b/gi
const AT_N = /\bat\s+(?:age\s+)?(\d{1,2})\s+years\b(?!\s*(?:old|of|later|after|follow))/gi
const PERSON_OF_N = new RegExp(
  `\\b(?:woman|man|lady|gentleman|girl|boy|female|male|patient|child|sister|brother|mother|father|daughter|son|twin)\\s*(?:of|,|\\()\\s*(${NUMBER})${GAP}(${UNIT})\\b(?!\\s*(?:history|ago|earlier|before|later|after|prior|duration|previously))`,
  'gi',
)

const PERSON =
  /^[\s,–-]*(?:(?!(?:history|lesion|mass|scar|nodule|tumou?r|duration|implant|graft|wound|case\s+of|son|daughter|brother|sister|mother|father)\b)[\p{L}'’./()-]+[\s,]+){0,9}?(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|lady|ladies|gentlem[ae]n|patients?|child|children|infants?|neonates?|newborns?|babies|baby|adolescent|teenager|toddler|person|individual|adult|housewife|farmer|worker|student|nurse|teacher|caucasian|white|black|asian|hispanic|african|indian|japanese|chinese|schoolgirl|schoolboy|nulliparous|twin|f|m)\b/iu

const PASSING_BEFORE =
  /\b(?:at|since|from|until|by|before|after|around|approximately|when|between|when\s+(?:s?he|the\s+patient|they)\s+(?:was|were))\s+(?:(?:the|an?|about|her|his|their|only)\s+)*(?:ages?\s+(?:of\s+)?)?$|\bonset[^.;]{0,25}$|\bwhen\s+(?:s?he|the\s+patient|they)\s+(?:was|were)\s+(?:only\s+|about\s+|around\s+)?$|\b(?:died|deceased|diagnosed|began|started|operated)\s+(?:at|when)\b[^.;,]{0,25}$/i
const PASSING_AFTER = /^[\s,)]*(?:when\b|at\s+(?:the\s+)?(?:time\s+of\s+)?(?:onset|diagnosis|disease))/i
const PRESENTS =
  /\b(?:present(?:ed|ing|s)|referred|admitted|consulted|attended|visited|seen|examined|hospitali[sz]ed|came|evaluated|reported|(?:first|initial)\s+(?:visit|consultation|examination)|presentation|admission|referral)\b/i
const INTRODUCES =
  /(?:^|[^\p{L}])(?:an?|the|this|our)\s+(?:(?:previously|otherwise|apparently)\s+)?(?:[\p{L}-]+,?\s+){0,3}$/iu
/** "her mother, aged 70", "his 15-year-old"; "the older brother, aged 19" may be the patient, and the subject says whether he is. */
const RELATIVE_BEFORE =
  /\b(?:(?:mother|father|son|daughter|husband|wife|cousin|aunt|uncle|niece|nephew|grandmother|grandfather|donor|spouse|parents?)|(?:her|his|their|patient['’]s|an?|one|whose|healthy)\s+(?:\w+\s+)?(?:sister|brother|sibling|twin))(?:['’]s)?\s*,?\s*(?:(?:a|an|the|who|is|was|were|now|currently|aged?|of|her|his|,|\()\s*)*$|\b(?:her|his|whose|their)\s+(?:(?:only|elder|older|younger|eldest|youngest|first|second)\s+)*$/i
const OPENS_WITH_KIN =
  /^\W*(?:the|her|his|their)\s+(?:[\w-]+\s+){0,2}?(?:mother|father|sister|brother|sibling|son|daughter|cousin|twin|aunt|uncle|niece|nephew)\b/i
const RELATIVE_AFTER =
  /^[\s-]*(?:(?:healthy|younger|older|elder|identical)\s+)*(?:mother|father|sister|brother|sibling|son|daughter|husband|wife|cousin|aunt|uncle|niece|nephew|twin\s+(?:brother|sister))\b/i
const THING_AFTER =
  /^[\s-]*(?:history|lesion|mass|scar|nodule|tumou?r|duration|implant|graft|wound|course|follow|disease|calcif|injury|fracture|prosthesis|rule)\b/i
const CLINICAL_BEFORE =
  /\b(?:patients?|children|adults?|women|men|people|individuals)\s+(?:older|younger|over|under|above|below|more|less|aged)\b[^.;]{0,20}$/i

/** "two brothers, 19 and 12 years old", "aged 45, 51 and 60 years": the numbers in front share the unit of the last. */
const LISTED = new RegExp(
  `(?<![\\d.,:/-])(\\d{1,3}(?:\\s*,\\s*\\d{1,3})*)\\s*,?\\s+(?:and|&)\\s+(?:a\\s+)?(?=\\d{1,3}${GAP}(${UNIT})${GAP}(?:olds?\\b|of\\s+age)|\\d{1,3}\\s+(years?|months?)\\b)`,
  'gi',
)

/** Spares most sentences the search. */
const MAY_TELL_AGE =
  /year|yr|month|week|\bday|hour|\bage|y\s?\/\s?o|\by\.?o\b|\d\s?[-/]?\s?[FM]\b|[FM]\s?\/\s?\d|\b(?:is|was)\s+(?:\w+\s+)?\d|\bM(?:rs?|s|iss)\b|\bof\s+\d|\bnow\s+\d|\d\s+when\b|\b[fm],\s+\d|male,?\s+\d|\d,\s*(?:fe)?m/i

/** All age phrases of a sentence in text order; pure. `isKinReported`: a relative who opens the sentence is a patient of the paper. */
export function agePhrases(sentence: string, isKinReported = false): readonly AgePhrase[] {
  if (!MAY_TELL_AGE.test(sentence)) return []
  const found: AgePhrase[] = []
  const add = (start: number, end: number, years: number | null, rank: 1 | 2 | 3) => {
    if (years === null || !(years >= 0 && years <= 110)) return
    if (found.some(({ span }) => start < span.end && span.start < end)) return
    if (rejected(sentence, start, end) && !(isKinReported && OPENS_WITH_KIN.test(sentence))) return
    const passing = PASSING_BEFORE.test(sentence.slice(0, start)) || PASSING_AFTER.test(sentence.slice(end))
    // "since the age of four" is no age at presentation; "at the age of seven he was referred to us" is
    if (passing && !PRESENTS.test(clauseAround(sentence, start))) return
    found.push({ years, span: { start, end }, rank: passing ? 1 : rank })
  }
  for (const match of sentence.matchAll(N_UNIT_OLD)) {
    const end = match.index + match[0].length
    const years = match[5] ? Number(match[5]) : inYears(match[1] ?? '', match[2] ?? 'years', match[0], match[3])
    add(match.index, end, years, introducesPerson(sentence, match.index, end) ? 3 : 2)
  }
  for (const match of sentence.matchAll(PERSON_OF_N))
    add(match.index, match.index + match[0].length, inYears(match[1] ?? '', match[2] ?? 'years'), 3)
  for (const match of sentence.matchAll(BARE_N)) {
    const start = match.index + match[0].length - (match[1] ?? '').length
    add(start, match.index + match[0].length, Number(match[1]), 2)
  }
  for (const match of sentence.matchAll(TITLED_N)) {
    const start = match.index + match[0].length - (match[1] ?? match[2] ?? '').length
    add(start, match.index + match[0].length, Number(match[1] ?? match[2]), 2)
  }
  for (const match of sentence.matchAll(BRACKET_N))
    add(
      match.index,
      match.index + match[0].length,
      inYears(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? 'years'),
      2,
    )
  for (const match of sentence.matchAll(AGE_AT_N))
    add(match.index, match.index + match[0].length, inYears(match[1] ?? '', match[2] ?? 'years'), 3)
  for (const match of sentence.matchAll(SEEN_AT_N)) {
    const end = match.index + (match[1] ?? '').length
    found.push({ years: Number(match[1]), span: { start: match.index, end }, rank: 2 })
  }
  for (const match of sentence.matchAll(NOW_N)) add(match.index, match.index + match[0].length, Number(match[1]), 2)
  for (const match of sentence.matchAll(AT_N)) {
    const start = match.index + match[0].indexOf(match[1] ?? '')
    if (PRESENTS.test(clauseAround(sentence, start))) add(start, match.index + match[0].length, Number(match[1]), 1)
  }
  for (const match of sentence.matchAll(AGED_N)) {
    const end = match.index + match[0].length
    const rank = personBefore(sentence, match.index) ? 3 : 2
    add(match.index, end, inYears(match[1] ?? '', match[2] ?? 'years', match[0], match[3]), rank)
  }
  for (const match of sentence.matchAll(LISTED)) {
    if (!/\b(?:aged?|old|of\s+age)\b/i.test(sentence)) continue
    for (const number of (match[1] ?? '').matchAll(/\d+/g)) {
      const start = match.index + number.index
      add(start, start + number[0].length, inYears(number[0], match[2] ?? match[3] ?? 'years'), 3)
    }
  }
  for (const match of sentence.matchAll(N_SEX)) {
    const start = match.index + match[0].search(/[\dFM]/)
    add(start, match.index + match[0].length, Number(match[1] ?? match[2]), 2)
  }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

/** The stretch between semicolons: "when she was 20 she fell ill; she came to us at 41 years". */
function clauseAround(sentence: string, at: number): string {
  const end = sentence.indexOf(';', at)
  return sentence.slice(sentence.lastIndexOf(';', at) + 1, end < 0 ? sentence.length : end)
}

function rejected(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  return (
    RELATIVE_BEFORE.test(before) ||
    RELATIVE_AFTER.test(after) ||
    THING_AFTER.test(after) ||
    CLINICAL_BEFORE.test(before)
  )
}

/** "a 45-year-old woman", "a healthy 34-year-old truck driver", "the patient, 45 years old". */
const introducesPerson = (sentence: string, start: number, end: number): boolean =>
  PERSON.test(sentence.slice(end, end + 140)) ||
  personBefore(sentence, start) ||
  (INTRODUCES.test(sentence.slice(Math.max(0, start - 60), start)) && /^\s*,?\s*\p{L}/u.test(sentence.slice(end)))

const personBefore = (sentence: string, at: number): boolean =>
  /\b(?:woman|man|lady|gentleman|girl|boy|female|male|patient|child|infant)\s*[,(]?\s*(?:is|was|who\s+is|who\s+was)?\s*$/i.test(
    sentence.slice(Math.max(0, at - 40), at),
  )

/** Months, weeks and days become fractions of years; "2 years and 6 months" is 2.5. */
function inYears(amount: string, unit: string, whole = '', months = ''): number | null {
  const value = numberOf(amount)
  if (value === null) return null
  const extra = /\band\s+a\s+half\b/i.test(whole) ? 0.5 : 0
  const later = months ? Number(months) / 12 : 0
  return rounded(inUnit(value + extra, unit.toLowerCase()) + later)
}

function inUnit(value: number, unit: string): number {
  if (unit.startsWith('mo')) return value / 12
  if (unit.startsWith('w')) return value / 52.18
  if (unit.startsWith('d')) return value / 365.25
  if (unit.startsWith('h')) return value / 8766
  return value
}

const rounded = (years: number): number => Math.round(years * 1000) / 1000
