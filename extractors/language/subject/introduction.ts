import { NUMBER_WORD, numberOf } from '../number-words.ts'

/** How a patient enters a text: "a 45-year-old woman", "a boy aged 12", "a woman with polymyositis". */
export interface Introduction {
  readonly start: number
  readonly end: number
  /** In years; months and weeks as fractions. */
  readonly age: number | null
  readonly sex: 'female' | 'male' | null
  /** "a", "another": somebody new. "the same", "this": somebody known. */
  readonly isNew: boolean
  /** "her 30-year-old sister": not a patient of the paper by itself. */
  readonly isRelative: boolean
  /** "Mrs P." */
  readonly name: string | null
}

const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d)?|${NUMBER_WORD})`
const PERSON =
  '(?:woman|man|girl|boy|female|male|lady|gentleman|patient|child|infant|neonate|newborn|outpatient|inpatient|baby|toddler|adolescent|teenager|adult|housewife|farmer|worker|student|teacher|nurse|sister|brother|mother|father|daughter|son|twin)'
const AGE = String.raw`(?<number>${NUMBER})[-–‐‑\s]*(?:and[- ]a[- ]half[-\s]*)?(?:(?<unit>years?|yrs?|months?|weeks?|days?)[-–‐‑\s]*(?:old|of age)|y\/o|yo\b|y\.o\.?)`
const ARTICLE = '(?<article>an?|another|the|this|our|one|same|her|his|their|whose)'

const WITH_AGE = new RegExp(
  String.raw`(?:\b${ARTICLE}\s+)?(?:[a-z-]+\s+){0,3}?\b${AGE},?\s+(?:[\w-]+,?\s+){0,4}?\b(?<person>${PERSON})\b`,
  'gi',
)
const AGED = new RegExp(
  String.raw`(?:\b${ARTICLE}\s+)?(?:[a-z-]+\s+){0,3}?\b(?<person>${PERSON}),?\s+(?:who was\s+)?(?:aged|of)\s+(?<number>${NUMBER})(?:[-\s](?<unit>years?|months?|weeks?))?`,
  'gi',
)
/** "45F", "45/F", "45 y/o M", but not "26.73 M". */
const SHORT =
  /(?<article>\b(?:an?|the)\s+)?(?<![\d.,])\b(?<number>\d{1,3})(?:[-\s]?(?:year-old|years old|y\/?o)[-\s]?|\/|)(?<person>F|M|♀|♂)\b(?=[\s,.;:)])/g
const WITHOUT_AGE = new RegExp(
  String.raw`\b(?<article>an?|another|this|same)\s+(?:(?:young|elderly|middle-aged|old|older|newborn|previously|healthy|pregnant|white|black|female|male|adult|caucasian|african|asian|[\w-]+-american)\s+){0,3}(?<person>${PERSON})\b(?=[\s,]+(?:with|who|suffering|in (?:her|his)|presenting|presented|of|came|came to|visited|attended|delivered|was|had|affected|known|has|is))`,
  'gi',
)

/** "A 29-year-old primipara": any word may name the person, but not the thing that is so old. */
const OTHER_PERSON = new RegExp(
  String.raw`\b(?<article>an?|our|the)\s+(?:[a-z-]+\s+){0,2}?${AGE},?\s+(?!(?:[\w-]+\s){0,2}(?:history|lesions?|mass|scar|graft|wound|fracture|nodule|tumou?r|course|duration|period|follow|prosthesis|implant|interval|specimen)\b)(?<person>[a-z][\w-]+)`,
  'gi',
)
/** "Mr K., aged 38": a name by its initial. */
const TITLED = new RegExp(
  String.raw`\b(?<person>Mr|Mrs|Ms|Miss)\.?\s+(?<initial>[A-Z])(?:\.|\b)(?:,?\s+(?:who was\s+|was\s+)?(?:aged\s+)?(?:an?\s+)?(?<number>${NUMBER})(?:[-\s]*(?<unit>years?)(?:[-\s]old)?)?\b)?`,
  'g',
)
/** Introductions with an age, and with `loosely` also those without ("a woman with lupus"). In text order. */
export function introductionsIn(text: string, loosely = false): readonly Introduction[] {
  const patterns = [WITH_AGE, OTHER_PERSON, AGED, SHORT, TITLED, ...(loosely ? [WITHOUT_AGE] : [])]
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => introduction(text, match)))
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => index === 0 || one.start >= all[index - 1]!.end)
}

function introduction(text: string, match: RegExpMatchArray): Introduction {
  const { number, unit, person = '', article = '', initial } = match.groups ?? {}
  const start = match.index ?? 0
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase()
  const known =
    /^(?:the|this|our|same|her|his|their|whose)$/i.test(article.trim()) || /\b(?:same|this|the)\s+$/.test(before)
  const relative =
    /\b(?:donor|wife|husband|colleague|nurse)\b[^.;]*$/.test(before) ||
    /^(?:her|his|their|whose)$/i.test(article.trim()) ||
    /^(?:sister|brother|mother|father|daughter|son)$/i.test(person)
  return {
    start,
    end: start + match[0].length,
    age: number ? inYears(number, unit) : null,
    sex: sexOf(match[0], person),
    isNew: !known && !(initial && !number),
    isRelative: relative,
    name: initial ? `${person} ${initial}` : null,
  }
}

function inYears(number: string, unit = 'years'): number {
  const count = numberOf(number) ?? Number.NaN
  if (/^month/i.test(unit)) return count / 12
  if (/^week/i.test(unit)) return count / 52.18
  if (/^day/i.test(unit)) return count / 365.25
  return count
}

function sexOf(phrase: string, person: string): 'female' | 'male' | null {
  const words = `${phrase} ${person}`
  if (
    /\b(?:woman|girl|female|lady|housewife|sister|mother|daughter|Mrs|Ms|Miss)\b|♀|\bF$/i.test(words) ||
    person === 'F'
  )
    return 'female'
  if (/\b(?:man|boy|male|gentleman|brother|father|son|Mr)\b|♂/i.test(words) || person === 'M') return 'male'
  return null
}

/** Two introductions may mean one person: no contradiction in age (a year of rounding is allowed) or sex. */
export function mayBeSamePerson(a: Introduction, b: Introduction): boolean {
  if (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > (Math.min(a.age, b.age) < 3 ? 0.3 : 1)) return false
  return a.sex === null || b.sex === null || a.sex === b.sex
}
