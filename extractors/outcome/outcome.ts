/**
 * Outcome: what became of the calcinosis, from the last words about it; `died` where the patient did. Nothing is said
 * where the text does not tell: a lump that was excised has no outcome until somebody looks again.
 */
import type { OutcomeValue, Response } from '../case-record.ts'
import type { AnyFinding, Extractor } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { eventsOf } from '../treatment/link.ts'
import type { ResponseEvent } from '../treatment/response.ts'
import { treatedIn } from '../treatment/treated.ts'
import { followUpMonths } from './follow-up.ts'

export const outcome: Extractor<'outcome'> = {
  id: 'outcome',
  version: 1,
  produces: ['outcome'],
  extract: (reading) => reading.cases.flatMap(({ number }) => outcomeOfCase(reading, number)),
}

interface Told {
  readonly sentence: ReadSentence
  readonly value: OutcomeValue
  readonly start: number
  readonly end: number
  readonly rule: string
  /** 3 for the calcinosis by name after treatment, 2 for a lesion or the patient, 1 for a treatment's effect. */
  readonly weight: number
}

const DIED =
  /\b(?:died|passed away|succumbed|expired|death of the patient|patient['’]?s death|fatal outcome|led to (?:her|his) death|deceased)\b/i
const VALUES: Readonly<Record<Response, OutcomeValue | null>> = {
  resolved: 'resolved',
  improved: 'improved',
  stable: 'stable',
  none: 'stable',
  worse: 'worse',
  recurred: 'recurred',
  adverse: null,
  unknown: null,
}

function outcomeOfCase(reading: Reading, patient: number): readonly AnyFinding[] {
  const sentences = reading.sentences.filter(
    ({ subject, header }) => !header && subject.who === 'patient' && subject.cases.includes(patient),
  )
  const died = sentences.flatMap((sentence) => deathIn(reading, sentence))
  const told = sentences.flatMap((sentence, index) => toldIn(reading, sentences, sentence, index))
  const best = died.at(-1) ?? latest(told)
  if (!best) return []
  const same = [...died, ...told].filter(({ value }) => value === best.value)
  const followUps = same.flatMap(({ sentence }) => followUpMonths(sentence.text) ?? [])
  const [first, ...rest] = same.map(({ sentence, start, end, rule }) => ({
    span: sentence.span,
    holds: [{ start: start + sentence.span.start, end: end + sentence.span.start }],
    rule,
  }))
  if (!first) return []
  return [
    {
      kind: 'outcome',
      case: patient,
      value: { value: best.value, followUpMonths: followUps.length > 0 ? Math.max(...followUps) : null },
      grounds: [first, ...rest],
    },
  ]
}

function deathIn(reading: Reading, sentence: ReadSentence): readonly Told[] {
  const match = DIED.exec(sentence.text)
  if (!match) return []
  const span = { start: match.index + sentence.span.start, end: match.index + match[0].length + sentence.span.start }
  const { polarity, experiencer, temporality } = reading.assertionOf(span, sentence)
  if (polarity !== 'affirmed' || experiencer === 'other' || temporality === 'hypothetical') return []
  if (
    /\b(?:father|mother|brother|sister|son|daughter|uncle|aunt|husband|wife|cousin|grand\w+|parents?|sibling)\b/i.test(
      sentence.text.slice(0, match.index),
    )
  )
    return []
  return [
    {
      sentence,
      value: 'died',
      start: match.index,
      end: match.index + match[0].length,
      rule: 'outcome/died',
      weight: 4,
    },
  ]
}

/** After a treatment or at follow-up, a response about the calcinosis (or, after surgery, about the patient) is an outcome. */
function toldIn(
  reading: Reading,
  sentences: readonly ReadSentence[],
  sentence: ReadSentence,
  index: number,
): readonly Told[] {
  const window = sentences.slice(Math.max(0, index - 3), index + 1)
  const treated = window
    .flatMap((near) => treatedIn(reading, near))
    .filter(({ status }) => status === 'given' || status === 'stopped')
  const followed =
    /follow[\s-]?up|\b(?:months?|years?|weeks?) (?:later|after|post)|\bafter (?:\w+ )?(?:months?|years?|weeks?)|postoperative|at (?:last|final) (?:visit|follow)|since then|to date|at present|currently/i.test(
      sentence.text,
    )
  return eventsOf(reading, sentence).flatMap((event): readonly Told[] => {
    const value = VALUES[event.value]
    const weight = weightOf(
      event,
      treated.some(({ target }) => target === 'calcinosis'),
      treated.length > 0,
      followed,
    )
    if (!value || weight === 0) return []
    return [{ sentence, value, start: event.start, end: event.end, rule: `outcome/${event.value}`, weight }]
  })
}

function weightOf({ about, value }: ResponseEvent, ofCalcinosis: boolean, treated: boolean, followed: boolean): number {
  if (about === 'calcinosis') return treated || followed ? 3 : 0
  if (value === 'recurred' || value === 'resolved') return ofCalcinosis || (treated && followed) ? 2 : 0
  return ofCalcinosis ? 2 : 0
}

/** The last told of the heaviest kind. */
function latest(told: readonly Told[]): Told | undefined {
  const weight = Math.max(0, ...told.map((one) => one.weight))
  return told.filter((one) => one.weight === weight).at(-1)
}
