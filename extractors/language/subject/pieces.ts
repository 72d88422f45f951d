/** Cuts a sentence where two subjects meet: at a turn, between listed cases, between the persons of a roll call. */
import { type CaseLabel, caseLabelsIn } from './case-label.ts'
import { introductionsIn } from './introduction.ts'
import { marksOf } from './markers.ts'

export interface Piece {
  readonly text: string
  readonly offset: number
  /** Cases that the clause takes over from the words before it. */
  readonly inherited?: readonly CaseLabel[]
  readonly rollCall?: RollCall
}

export interface RollCall {
  readonly index: number
  readonly count: number
}

const TURN =
  /;\s+|,\s+(?=(?:and\s+)?(?:P|[Pp]atient |[Cc]ase )\d{1,2} (?:an?|was|had|is|has|in)\b)|,\s+(?=(?:whereas|while|but|although|though|in contrast|and in|and|unlike)\b)/g

/**
 * A citation raised after the full stop hides the sentence's end: "…to cells.⁴ Calcinosis is…", "…to cells.4 Calcinosis is…";
 * an arrow stands for one: "KL: no variant => familial tumoral calcinosis".
 */
const HIDDEN_END =
  /(?<=[a-z)])\.(?:[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻–-]*|\d{1,2}(?:[,–-]\d{1,2})*)\s+(?=[A-Z])|\s(?:=>|⇒)\s+(?=[A-Z])/g

export function pieces(text: string): readonly Piece[] {
  const ends = [...text.matchAll(HIDDEN_END)].map((match) => (match.index ?? 0) + match[0].length)
  const bounds = [0, ...ends, text.length]
  return bounds.slice(1).flatMap((end, index) =>
    clausesOf(text.slice(bounds[index], end)).map((piece) => ({
      ...piece,
      offset: piece.offset + (bounds[index] ?? 0),
    })),
  )
}

function clausesOf(whole: string): readonly Piece[] {
  const text = whole.trimEnd()
  const listed = listedCases(text) ?? calledPersons(text)
  if (listed) return listed
  if (
    text.length < 40 ||
    !/;|, (?:whereas|while|but|although|though|in contrast|and|unlike|P\d|[Pp]atient|[Cc]ase)/.test(text)
  )
    return [{ text, offset: 0 }]
  const cuts = [...text.matchAll(TURN)].map((match) => (match.index ?? 0) + match[0].length)
  const bounds = [0, ...cuts, text.length]
  const clauses = bounds
    .slice(1)
    .map((end, index) => ({ text: text.slice(bounds[index], end), offset: bounds[index] ?? 0 }))
  return joinAlike(clauses)
}

/** "P3 (female, 23 years), P4 (female, 40 years) and P5 (male) have dermatomyositis": each its bracket, all the rest. */
function listedCases(text: string): readonly Piece[] | null {
  if (!text.includes('(')) return null
  const labels = caseLabelsIn(text).filter(({ keys, end }) => keys.length === 1 && /^\s*\(/.test(text.slice(end)))
  const [first] = labels
  if (labels.length < 2 || !first || !first.leads) return null
  const closing = labels.map(({ end }) => text.indexOf(')', end) + 1)
  const last = closing.at(-1) ?? 0
  if (closing.includes(0)) return null
  const own = labels.map((label, index) => ({ text: text.slice(label.start, closing[index]), offset: label.start }))
  const rest = text.slice(last)
  const lead = rest.length - rest.trimStart().length
  return rest.trim().length > 3 ? [...own, { text: rest.trim(), offset: last + lead, inherited: labels }] : own
}

/** "A boy of 13 with lupus, a girl of 9 and a girl of 6, all on dialysis": each gets what is said of him alone. */
function calledPersons(text: string): readonly Piece[] | null {
  const met = introductionsIn(text).filter(({ isRelative, age, isNew }) => !isRelative && isNew && age !== null)
  const [first] = met
  if (met.length < 2 || !first) return null
  const gaps = met.slice(1).map(({ start }, index) => text.slice(met[index]!.end, start))
  if (!gaps.every((gap) => TO_NEXT_PERSON.test(gap))) return null
  const last = met.at(-1)!
  const tail = TO_ALL.exec(text.slice(last.end))
  const ends = [...met.slice(1).map(({ start }) => start), tail ? last.end + tail.index : text.length]
  const own = met.map(
    ({ start }, index): Piece => ({
      text: text.slice(start, ends[index]).trimEnd(),
      offset: start,
      rollCall: { index, count: met.length },
    }),
  )
  const lead = text.slice(0, first.start)
  const head = lead.trim().length > 3 ? [{ text: lead.trimEnd(), offset: 0 }] : []
  return tail ? [...head, ...own, { text: text.slice(ends.at(-1)), offset: ends.at(-1)! }] : [...head, ...own]
}
/** Between two persons of a roll call: "with lupus, and". */
const TO_NEXT_PERSON =
  /^(?:\s+(?:with|suffering from|who had|on|after)\s[^.;:]{2,60}?)?\s*(?:[,;]|[,;]?\s*(?:and|&))\s*$/i
/** "…, all with dermatomyositis", "… were treated". */
const TO_ALL = /,?\s+(?:(?:all|both|each)\b|(?:who\s+)?(?:were|are|had|have|received|underwent|developed|presented)\b)/i

/** Neighbouring clauses with nothing to tell their subjects apart stay together. */
function joinAlike(clauses: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let voice: string | null = null
  for (const clause of clauses) {
    const own = voiceOf(clause.text)
    const previous = joined.at(-1)
    if (previous && (own === null || voice === null || own === voice)) {
      joined[joined.length - 1] = { text: previous.text + clause.text, offset: previous.offset }
      voice ??= own
    } else {
      joined.push(clause)
      voice = own
    }
  }
  return joined.map(({ text, offset }) => ({ text: text.trimEnd(), offset }))
}

/** Who speaks in a clause, where that can be told: a labelled case, this paper's patient, or others. */
function voiceOf(clause: string): string | null {
  const keys = caseLabelsIn(clause).flatMap(({ keys }) => keys)
  if (keys.length > 0) return `case ${keys.join()}`
  const { own, others, cited } = marksOf(clause)
  if (own) return 'own'
  return others || cited ? 'others' : null
}
