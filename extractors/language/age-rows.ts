/** The forms in which case reports write a person's age, each with an example. An earlier row's match is not read again. */
import { NUMBER_WORD } from './number-words.ts'
import { KIN_WORD, PERSON_WORD, SEXED_WORD } from './person-words.ts'

export type AgeForm =
  /** "45-year-old", "45 years of age", "45 y/o". */
  | 'old'
  /** "aged 45", "age: 45". */
  | 'aged'
  /** "a woman of 57", "woman, 62 years", "boy (9 years)": the person stands in front. */
  | 'beside'
  /** "45F", "F/45", "(62, F)", "45 years female". */
  | 'sexed'
  /** "she was 45", "now 51". */
  | 'said'
  /** "age at presentation: 34 years", "61 when we first saw her". */
  | 'presentation'
  /** "at 25 years", "on day 12 of life". */
  | 'point'
  /** "19 and" in front of "12 years old": the numbers share the unit of the last. */
  | 'listed'

export interface AgeRow {
  readonly form: AgeForm
  readonly example: string
  /** Groups: number (or list), unit, half, months, sex. */
  readonly pattern: RegExp
  /** What the sentence must hold besides. */
  readonly needs?: RegExp
}

const DIGITS = String.raw`\d{1,3}(?:\s1\/2|\s\d{1,2}\/12|\s?[½¼¾]|[.,]\d{1,2})?`
const NUMBER = String.raw`(?<number>(?:${DIGITS}|${NUMBER_WORD})(?:[-\s]+and[-\s]+a[-\s]+half)?)`
const GAP = String.raw`[-‐‑–—\s]*`
const UNIT = '(?<unit>years?|yrs?|y|months?|mos?|weeks?|wks?|days?|hours?)'
/** "2 years and 6 months", "4 years and a half". */
const MORE = String.raw`(?:,?[-\s]*(?:and[-\s]+)?(?:(?<half>a[-\s]+half)|(?<months>\d{1,2})${GAP}months?))?`
const N_UNIT = `${NUMBER}${GAP}${UNIT}\\b`
/** "woman, 5 years after", "boy, 3 years' history": a duration. */
const NO_DURATION = String.raw`(?!['’]?\s*(?:history|ago|earlier|before|later|after|prior|duration|previous\w*|of\b(?!\s+age)|post|since|follow|gestation|pregnan\w*))`
/** What may follow a number that is somebody's age. */
const AGE_ENDS = String.raw`(?=\s*(?:[,.;:)]|$|(?:who|whose|with|without|was|is|had|has|presented|presents|came|noticed|complain\w+|consulted|attended|developed|suffer\w*|from|in\s+whom|sought|saw|and|when)\b))`
const NOT_PRECISER = String.raw`(?![\d./:-]|\s*(?:mm|cm|mg|ml|%|kg|[-–]\s*\d))`
const NOW = String.raw`(?:(?:now|then|currently|about|only|just|aged)\s+)?`
const ANYBODY = `(?:${PERSON_WORD}|${KIN_WORD})`
const SEX_LETTER = '(?<sex>[FM])'
/** Behind a bare "45F" at least; "16F catheter" has a device there. */
const PATIENT_ENDS = String.raw`(?=\s*(?:$|[.,;:)]|with\b|who\b|present|was\b|is\b|had\b|has\b|came\b|complain|referred\b|admitted\b|diagnosed\b|status\b|s\/p\b))`
const NO_DEVICE = String.raw`(?!\s*(?:needle|catheter|sheath|French|gauge|guide|drain|tube|introducer|cannula))`

const row = (form: AgeForm, example: string, pattern: string, flags = 'gi', needs?: RegExp): AgeRow => ({
  form,
  example,
  pattern: new RegExp(pattern, `${flags}d`),
  ...(needs && { needs }),
})

const OLD: readonly AgeRow[] = [
  row('old', 'a 45-year-old', String.raw`(?<![\w.,:/-])${NUMBER}${GAP}${UNIT}${MORE}${GAP}(?:olds?|of\s+age)\b`),
  row(
    'old',
    'a 73 yo WF',
    String.raw`(?<![\d.,])(?<number>\d{1,3})${GAP}(?:y\s?\/\s?o|y\.\s?o\.?|yo|years?\/old)\b(?:\s*(?:W|B|AA|H|C|L)?${SEX_LETTER}\b)?`,
  ),
  row('old', 'an 18 m/o', String.raw`(?<![\d.,])(?<number>\d{1,2})${GAP}(?<unit>mo?)\s?\/\s?o\b`),
]

const BESIDE: readonly AgeRow[] = [
  row(
    'beside',
    'a girl of three and a half years',
    String.raw`\b${PERSON_WORD}\s+of\s+${NOW}${N_UNIT}${MORE}${NO_DURATION}`,
  ),
  row(
    'beside',
    'a boy of 17 had',
    String.raw`\b${PERSON_WORD}\s+of\s+${NOW}(?<number>\d{1,2}|${NUMBER_WORD})\b${NOT_PRECISER}${AGE_ENDS}`,
  ),
  row(
    'beside',
    'woman, 62 years, limited',
    String.raw`\b${ANYBODY}\s*[,(]\s*${NOW}${N_UNIT}${MORE}${NO_DURATION}${AGE_ENDS}`,
  ),
  row(
    'beside',
    'Mrs P., 73, had',
    String.raw`\b(?:Mrs|Mr|Ms|Miss)\.?\s+[A-Z][\w.]*\s*,\s*(?<number>\d{2})${NOT_PRECISER}`,
    'g',
  ),
  row('beside', 'a lady (57)', String.raw`\b${ANYBODY}\s*\(\s*(?<number>\d{1,2})\s*\)`),
  row(
    'beside',
    'a woman, 57, had',
    String.raw`\b${ANYBODY}\s*,\s*${NOW}(?<number>\d{2})(?=\s*[,;)]|\s+(?:who|with)\b)`,
  ),
  row(
    'beside',
    'Patient: 62 years',
    String.raw`\b(?:patient|pt|history)\s*:\s*(?:${SEXED_WORD}\s*,?\s*)?${N_UNIT}${NO_DURATION}`,
  ),
]

const SEXED: readonly AgeRow[] = [
  row(
    'sexed',
    '(female, 62 yrs)',
    String.raw`[([]\s*(?:${SEXED_WORD}|(?<sex>[fm]))\s*[,;/]?\s+${NUMBER}(?:${GAP}${UNIT})?(?:\s+old)?(?=\s*[,;)\]])`,
  ),
  row(
    'sexed',
    '(62 years, female)',
    String.raw`[([]\s*${NUMBER}(?:${GAP}${UNIT})?(?:\s+old)?\s*[,;/]\s*(?:${SEXED_WORD}|(?<sex>[fm]))(?=\s*[,;)\]])`,
  ),
  row(
    'sexed',
    'A 45 years female',
    String.raw`(?:^|[.:;,(]\s*|\b(?:an?|the|this|our|one|of)\s+)${N_UNIT}[\s,]+(?:(?:Indian|Caucasian|white|black)\s+)?${SEXED_WORD}\b`,
  ),
]

const SAID: readonly AgeRow[] = [
  row(
    'said',
    'she was 67 and',
    String.raw`\b(?:s?he|who|(?:the|this|our)\s+(?:[\w-]+\s+)?(?:${PERSON_WORD}|sister|brother|mother|father|daughter|son)|patient\s+\w{1,2})\s+(?:was|is)\s+${NOW}(?<number>\d{1,2})(?=\s*(?:,|\.(?!\d)|;|$|and\b|when\b|at\s+(?:that|the|presentation|referral)|years?\b))`,
  ),
  row(
    'said',
    'now 51, had',
    String.raw`\b(?:now|currently|presently)\s+(?:aged?\s+)?(?<number>\d{1,2})(?=\s*(?:[,;)]|and\b|years?\b(?!\s+(?:later|after|since))|$))`,
  ),
]

const TIMED: readonly AgeRow[] = [
  row(
    'presentation',
    'age at presentation: 34 years',
    String.raw`\bage\s+at\s+(?:the\s+time\s+of\s+)?(?:first\s+)?(?:presentation|admission|referral|consultation|examination|visit|evaluation|report(?:ing)?)\s*(?:was|is|of|[:=])?\s*${NUMBER}(?:${GAP}${UNIT}\b)?`,
  ),
  row(
    'presentation',
    '61 when we first saw her',
    String.raw`(?<![\d.,:/-])(?<number>\d{1,2})(?:\s+years(?:\s+old)?)?(?=\s+(?:when|at\s+the\s+time)\s+(?:we|s?he\s+(?:was\s+)?(?:first\s+)?(?:seen|presented|came|consulted|attended|referred|admitted|examined))\b)`,
  ),
]

const LATER: readonly AgeRow[] = [
  row(
    'aged',
    'aged 45 years',
    String.raw`\b(?:aged?|age\s+(?:is|was|of))\s*[:=]?\s*${NUMBER}(?:${GAP}${UNIT}\b${MORE})?(?!\s*(?:%|to\b|[-–]\s*\d|mm|cm))`,
  ),
  row(
    'point',
    'at 27 days of life',
    String.raw`\b(?:at|on)\s+(?:the\s+age\s+of\s+)?${NUMBER}${GAP}${UNIT}\s+of\s+life\b`,
  ),
  row('point', 'on day 12 of life', String.raw`\bon\s+(?:the\s+)?(?<unit>day)\s+(?<number>\d{1,2})\s+of\s+life\b`),
  row(
    'point',
    'at 25 years',
    String.raw`\bat\s+(?:age\s+)?(?<number>\d{1,2})\s+years\b(?!\s*(?:old|of|later|after|follow))`,
  ),
  row(
    'listed',
    '19 and 12 years old',
    String.raw`(?<![\d.,:/-])(?<list>\d{1,3}(?:\s*,\s*\d{1,3})*)\s*,?\s+(?:and|&)\s+(?:a\s+)?(?=\d{1,3}${GAP}(?<unit>years?|months?|yrs?)\b)`,
    'gi',
    /\b(?:aged?|old|of\s+age)\b/i,
  ),
  row(
    'sexed',
    'A 45F presented',
    String.raw`(?:^|[.:(]\s*|\b(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ur)\s+)(?<number>\d{1,2})\s?[-/]?\s?${SEX_LETTER}\b${PATIENT_ENDS}`,
    'g',
  ),
  row(
    'sexed',
    '19M student',
    String.raw`^\W*(?<number>\d{1,2})\s?[-/]?\s?${SEX_LETTER}\b${NO_DEVICE}(?=\s+[a-z])`,
    'g',
  ),
  row('sexed', 'F/45', String.raw`\b${SEX_LETTER}\s?\/\s?(?<number>\d{1,2})\b(?!\s?[/.]\s?\d)`, 'g'),
  row(
    'sexed',
    'F, 45 y',
    String.raw`(?:^|[:(]\s*)${SEX_LETTER}\s*,\s*(?<number>\d{1,2})\s?(?<unit>y(?:rs?|ears?)?|m(?:os?|onths?)?)\b`,
    'g',
  ),
]

export const AGE_ROWS: readonly AgeRow[] = [...OLD, ...BESIDE, ...SEXED, ...SAID, ...TIMED, ...LATER]
