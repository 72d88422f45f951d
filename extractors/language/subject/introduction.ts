/** How a patient enters a text: a person with an age beside, or (loosely) an indefinite person alone. */
import { type Age, agesIn } from '../age.ts'
import { KIN_WORD, PERSON_WORD, sexTold } from '../person-words.ts'

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

const ARTICLE = 'an?|another|the|this|our|one|same|her|his|their|whose'
/** No part of a noun phrase: verbs, prepositions, pronouns, a new article. */
const STOP =
  '(?!(?:an?|the|this|that|she|he|it|they|we|was|were|is|are|had|has|have|who|whom|when|with|without|after|before|in|on|at|for|to|of|by|from|whose|her|his)\\b)'
const WORDS = (count: string): string => String.raw`(?:${STOP}[\p{L}'’/.()-]+,?\s+){${count}}`
/** Article and adjectives in front of a person or an age; "female" also without an article. */
const LEAD = new RegExp(
  String.raw`\b(?<article>${ARTICLE})\s+${WORDS('0,3')}$|\b(?:fe)?male\s+(?:[\p{L}-]+\s+)?$`,
  'iu',
)
/** "45-year-old Caucasian woman", "6-year-old, previously healthy boy". */
const PERSON_AFTER = new RegExp(String.raw`^[-\s,]*${WORDS('0,5')}?(?<person>${PERSON_WORD}|${KIN_WORD})\b`, 'iu')
/** "woman, 57", "the patient was", "a boy aged", "girl (". */
const PERSON_BEFORE = new RegExp(
  String.raw`\b(?<person>${PERSON_WORD}|${KIN_WORD})\s*[,:(]?\s*(?:of\s+)?(?:who\s+)?(?:(?:was|is|now|then|currently|about|only|just|already)\s+)*(?:of\s+)?[,(]?\s*$`,
  'i',
)
/** What an age is told of besides persons. */
const THING =
  'history|lesions?|mass|scar|graft|wound|fracture|nodule|tumou?r|course|duration|period|follow|prosthesis|implant|interval|specimen|injury|calcif|disease'
/** "A 29-year-old primipara": with an article any word may name the person, but not the thing that is so old. */
const NAMELESS = new RegExp(String.raw`^,?\s+(?!(?:[\p{L}-]+\s){0,2}(?:${THING}))${STOP}[a-z][\p{L}-]+`, 'u')
/** "this 4-year-old was", "a 25-year-old with lupus". */
const NOMINAL = /^s?(?=\s*(?:[.,;:)]|$|(?:with|who|whose|was|had|has|is|presented|came|from|on|whom)\b))/i
const BEFORE_NOMINAL = new RegExp(String.raw`\b(?:an?|the|this|our|one)\s+${WORDS('0,3')}$`, 'iu')

/** "Mrs P.": a name by its initial. */
const TITLED = /\b(?<person>Mr|Mrs|Ms|Miss)\.?\s+(?<initial>[A-Z])(?:\.|\b)/g
const WITHOUT_AGE = new RegExp(
  String.raw`\b(?<article>an?|another|this|same)\s+(?:(?:young|elderly|middle-aged|old|older|newborn|previously|healthy|pregnant|white|black|female|male|adult|caucasian|african|asian|[\w-]+-american)\s+){0,3}(?<person>${PERSON_WORD})\b(?=[\s,]+(?:with|who|suffering|in (?:her|his)|presenting|presented|of|came|came to|visited|attended|delivered|was|had|affected|known|has|is))`,
  'gi',
)

/** Introductions with an age, and with `loosely` also those without ("a woman with lupus"). In text order. */
export function introductionsIn(text: string, loosely = false): readonly Introduction[] {
  const ages = agesIn(text)
  const found = [
    ...ages.flatMap((age, index) => withAge(text, age, index === 0 ? 0 : ages[index - 1]!.end) ?? []),
    ...[...text.matchAll(TITLED)].map((match) => titled(match, ages)),
    ...(loosely ? [...text.matchAll(WITHOUT_AGE)].map((match) => ageless(text, match)) : []),
  ]
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => index === 0 || one.start >= all[index - 1]!.end)
}

/** The person an age belongs to; null where no person stands beside it. `from` is where the age before it ended. */
function withAge(text: string, age: Age, from: number): Introduction | null {
  if (age.form === 'point' || age.form === 'listed') return null
  const before = text.slice(Math.max(from, age.start - 90), age.start)
  const after = text.slice(age.end, age.end + 120)
  const front = PERSON_BEFORE.exec(before)
  const start = front ? age.start - before.length + front.index : age.start
  const behind = age.form === 'old' ? PERSON_AFTER.exec(after) : null
  if (behind) return person(text, start, age.end + behind[0].length, age)
  if (front) return person(text, start, age.end, age)
  if (age.form === 'old' && BEFORE_NOMINAL.test(before)) {
    const named = NAMELESS.exec(after) ?? NOMINAL.exec(after)
    return named && person(text, start, age.end + named[0].length, age)
  }
  return age.sex === null ? null : person(text, start, age.end, age)
}

function person(text: string, at: number, end: number, { years, sex }: Age): Introduction {
  const lead = LEAD.exec(text.slice(Math.max(0, at - 60), at))
  const start = at - (lead?.[0].length ?? 0)
  const phrase = text.slice(start, end)
  const article = lead?.groups?.article ?? ''
  return {
    start,
    end,
    age: years,
    sex: sex ?? sexTold(phrase),
    isNew: !isKnown(text, start, article),
    isRelative: isRelative(text, start, phrase, article),
    name: null,
  }
}

const isKnown = (text: string, start: number, article: string): boolean =>
  /^(?:the|this|our|same|her|his|their|whose)$/i.test(article) ||
  /\b(?:same|this|the)\s+$/i.test(text.slice(Math.max(0, start - 24), start))

const ANY_PERSON = new RegExp(`\\b${PERSON_WORD}\\b`, 'i')
const ANY_KIN = new RegExp(`\\b${KIN_WORD}\\b`, 'i')

/** "her 30-year-old sister", "the older brother, aged 19"; not "a 42-year-old mother of three". */
const isRelative = (text: string, start: number, phrase: string, article: string): boolean =>
  /^(?:her|his|their|whose)$/i.test(article) ||
  /\b(?:donor|wife|husband|colleague|nurse)\b[^.;]*$/i.test(text.slice(Math.max(0, start - 24), start)) ||
  (ANY_KIN.test(phrase) &&
    !ANY_PERSON.test(phrase) &&
    !/^\s+of\s+(?:two|three|four|five|six|\d)\b/i.test(text.slice(start + phrase.length)))

/** "Mrs P., 73, …": with the age that stands right behind the name, if one does. */
function titled(match: RegExpMatchArray, ages: readonly Age[]): Introduction {
  const start = match.index ?? 0
  const end = start + match[0].length
  const age = ages.find((one) => one.start >= end && one.start <= end + 20)
  return {
    start,
    end: age?.end ?? end,
    age: age?.years ?? null,
    sex: sexTold(match[0]),
    isNew: age !== undefined,
    isRelative: false,
    name: `${match.groups?.person} ${match.groups?.initial}`,
  }
}

function ageless(text: string, match: RegExpMatchArray): Introduction {
  const start = match.index ?? 0
  const { article = '' } = match.groups ?? {}
  return {
    start,
    end: start + match[0].length,
    age: null,
    sex: sexTold(match[0]),
    isNew: !isKnown(text, start, article),
    isRelative: isRelative(text, start, match[0], article),
    name: null,
  }
}

/** Two introductions may mean one person: no contradiction in age (a year of rounding is allowed) or sex. */
export function mayBeSamePerson(a: Introduction, b: Introduction): boolean {
  if (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > (Math.min(a.age, b.age) < 3 ? 0.3 : 1)) return false
  return a.sex === null || b.sex === null || a.sex === b.sex
}
