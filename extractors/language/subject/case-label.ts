import { NUMBER_WORD, numberOf, ORDINAL_WORD, ordinalOf } from '../number-words.ts'

/** How a series names its patients: "Case 2", "patients 1 and 3", "the second patient", "the older sister". */
export interface CaseLabel {
  readonly start: number
  readonly end: number
  /** Keys of the cases meant, e.g. ["2"], ["1", "3"], ["older sister"]. */
  readonly keys: readonly string[]
  /** As printed. */
  readonly text: string
  /** Opens a block or sentence, like a heading: "Case 3." */
  readonly leads: boolean
}

const KEY = String.raw`(?:\d{1,2}|[IVX]{1,4}|[A-H])`
const NUMBERED = new RegExp(
  String.raw`\b(?:patients?|cases?|pts?\.?|proband|subjects?)\s*(?:reports?\s*)?(?:numbers?\s*|nos?\.?\s*|n[°º]\s*|#\s*)?(${KEY}(?:(?:\s*,\s*|\s*(?:,\s*)?(?:and|&)\s*|\s*[-–]\s*|\s+to\s+)${KEY})*)\b(?![-–.]?\d|\s*(?:of|years?|months?|%|mg|cm|mm|out)\b|[-'’]\w)`,
  'g',
)
const ORDINAL = new RegExp(
  String.raw`\b(?:(?:our|the|this)\s+)?(${ORDINAL_WORD})\s+(?:\w+\s+)?(?:patient|case|child|girl|boy|woman|man)\b`,
  'gi',
)
/** "the third had plaques", "the second, aged 59, was known for CREST syndrome". */
const ORDINAL_ALONE =
  /\bthe\s+(second|third|fourth|fifth)(?=\s+(?:had|was|has|is|received|showed|developed|underwent|died|came|presented|suffered)\b|\s*,\s*(?:aged?\s+\d|an?\s+\d|\d{1,2}\b|who\b)|\s*\(\s*(?:aged?\b|\d{1,2}\b|[FM]\b))/gi
const SPELLED = new RegExp(
  String.raw`\b(?:patient|case)\s+(${NUMBER_WORD})\b(?=\s*[:.,–-]|\s+(?:was|had|is|has|presented|received|underwent|showed|developed))`,
  'gi',
)
const SIBLING =
  /\bthe\s+((?:older|elder|younger|eldest|youngest|first|second|other)\s+(?:sister|brother|sibling|twin))\b/gi

/** A heading of its own: "The mother". */
const KIN_HEADING =
  /^\W*the\s+(mother|father|daughter|son|sister|brother|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|twin)\W*$/gi

/** "P1" and "Pt2", as tables and short series write it. */
const SHORT = /(?<![\w-])P(?:t\.?\s?)?(\d{1,2})\b(?![-–.:]?\d|\s*(?:[<>=]|mg|cm|mm|%))/g

/** "The 9-year-old brother of case 1" is not case 1. */
const KIN_OF =
  /\b(?:sister|brother|sibling|twin|mother|father|parents?|daughter|son|child|cousin|aunt|uncle|niece|nephew|wife|husband)s? of (?:the |our )?$/i

/** All labels in a text, in order, not overlapping; `names` are what a table calls its patients, e.g. "N.A.". */
export function caseLabelsIn(text: string, names: readonly string[] = []): readonly CaseLabel[] {
  const labels = [
    ...names.flatMap((name) => placesOf(text, name)),
    ...[...text.matchAll(caseInsensitiveStart(NUMBERED))].flatMap((match) =>
      isInitial(match) ? [] : [label(text, match, keysOf(match[1] ?? ''))],
    ),
    ...[...text.matchAll(SHORT)].map((match) => label(text, match, [String(Number(match[1]))])),
    ...[...text.matchAll(ORDINAL)].map((match) => label(text, match, [String(ordinalOf(match[1]!))])),
    ...[...text.matchAll(ORDINAL_ALONE)].map((match) => label(text, match, [String(ordinalOf(match[1]!))])),
    ...[...text.matchAll(SPELLED)].map((match) => label(text, match, [String(numberOf(match[1]!))])),
    ...[...text.matchAll(KIN_HEADING)].map((match) => label(text, match, [match[1]!.toLowerCase()])),
    ...[...text.matchAll(SIBLING)].map((match) => label(text, match, [match[1]!.toLowerCase()])),
  ].toSorted((a, b) => a.start - b.start)
  return labels.filter(
    (one, index) =>
      one.keys.length > 0 &&
      (index === 0 || one.start >= labels[index - 1]!.end) &&
      !KIN_OF.test(text.slice(Math.max(0, one.start - 40), one.start)),
  )
}

/** "TWO CASES C. Amaral": the plural and one letter is no label; nor is an article, "Report of a case A 63-year-old woman". */
const isInitial = (match: RegExpMatchArray): boolean =>
  /^\w+s\s+[A-H]$/i.test(match[0].trim()) ||
  (/\sA$/.test(match[0]) && /^\s+\d/.test((match.input ?? '').slice((match.index ?? 0) + match[0].length)))

/** "Patient", "patient", "PATIENT", but "I" and "A" only as capitals. */
function caseInsensitiveStart(pattern: RegExp): RegExp {
  const source = pattern.source
    .replace(
      'patients?|cases?|pts?\\.?|proband|subjects?',
      '[Pp]atients?|PATIENTS?|[Cc]ases?|CASES?|[Pp]ts?\\.?|[Pp]roband|[Ss]ubjects?|[Tt]wins?|[Ss]iblings?|[Ss]isters?|[Bb]rothers?|[Cc]hild|[Ii]nfant|[Nn]eonate|[Bb]aby|[Oo]bservations?|[Uu]nknown|UNKNOWN',
    )
    .replace('reports?', '[Rr]eports?')
    .replace('numbers?', '[Nn]umbers?')
    .replace('nos?', '[Nn]os?')
  return new RegExp(source, 'g')
}

function label(text: string, match: RegExpMatchArray, keys: readonly string[]): CaseLabel {
  const start = match.index ?? 0
  return {
    start,
    end: start + match[0].length,
    keys,
    text: match[0].trim(),
    leads: /^[\s\W\d.]*$/.test(text.slice(0, start)),
  }
}

/** "1, 3 and 5-7" becomes 1, 3, 5, 6, 7; roman numbers and letters become arabic ones. */
function keysOf(list: string): readonly string[] {
  const parts = list.split(/\s*,\s*(?:and\s+)?|\s*(?:and|&)\s*/).filter(Boolean)
  return parts.flatMap((part) => {
    const [from = '', to] = part.split(/\s*[-–]\s*|\s+to\s+/)
    const first = keyNumber(from)
    const last = keyNumber(to ?? from)
    if (first === 0 || last < first || last - first > 20) return []
    return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
  })
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function keyNumber(key: string): number {
  if (/^\d+$/.test(key)) return Number(key)
  if (/^[IVX]+$/.test(key)) {
    const values = [...key].map((letter) => ROMAN[letter] ?? 0)
    return values.reduce((sum, value, index) => sum + ((values[index + 1] ?? 0) > value ? -value : value), 0)
  }
  return /^[A-H]$/.test(key) ? key.charCodeAt(0) - 64 : 0
}

const CELL =
  /^(?:(patient|case|pt|subject|p)s?\.?\s*)?(?:no\.?\s*|n[°º]\s*|#\s*)?(\d{1,2}|[IVX]{1,4}|[A-H])\b[.)]?\s*(?:\(.*\))?$/i

function placesOf(text: string, name: string): readonly CaseLabel[] {
  const places: CaseLabel[] = []
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length
    const isWord = !/[\p{L}\p{N}.]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
    if (isWord) places.push({ start, end, keys: [name], text: name, leads: start === 0 })
  }
  return places
}

const INITIALS = /^\p{Lu}\.\s?\p{Lu}\.?(?:\s?\p{Lu}\.?)?$|^\p{Lu}{2,3}$/u

/** Initials that name a table's row ("N.A."), or null. */
export const initialsKey = (heading: string): string | null => (INITIALS.test(heading.trim()) ? heading.trim() : null)

/** The key of a table's row or column heading ("Patient 3", "Pt. IV", and a bare "3" where `bare` is allowed), or null. */
export function caseKey(heading: string, bare: boolean): string | null {
  const match = CELL.exec(heading.replace(/\s+/g, ' ').trim())
  if (!match || (!match[1] && !bare)) return null
  const number = keyNumber(match[2]!.toUpperCase())
  return number > 0 && number <= 40 ? String(number) : null
}
