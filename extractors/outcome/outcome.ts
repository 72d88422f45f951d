/**
 * Outcome: what became of the calcinosis, from the last words about it; `died` where the patient did. Nothing is said
 * where the text does not tell: a lump that was excised has no outcome until somebody looks again.
 */
import type { OutcomeValue, Response } from '../case-record.ts'
import { denialOf } from '../deposit/case-context.ts'
import type { AnyFinding, Extractor } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { afterSurgery, eventsOf, isOnset, isOperation } from '../treatment/link.ts'
import { isRecurrence, type ResponseEvent } from '../treatment/response.ts'
import { type Treated, treatedIn } from '../treatment/treated.ts'
import { tableResponse } from '../treatment/treatment-table.ts'
import { deathIn } from './death.ts'
import { followUpMonths } from './follow-up.ts'

export const outcome: Extractor<'outcome'> = {
  id: 'outcome',
  version: 1,
  produces: ['outcome'],
  needs: ['deposit'],
  extract: (reading, prior) =>
    reading.cases
      .filter(({ number }) => hasDeposit(prior, number))
      .flatMap(({ number }) => outcomeOfCase(reading, number)),
}

/** Words that tell an outcome; offsets are of the sentence. */
export interface Told {
  readonly sentence: ReadSentence
  readonly value: OutcomeValue
  readonly start: number
  readonly end: number
  readonly rule: string
}

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
  const all = reading.sentences.filter(({ subject }) => subject.who === 'patient' && subject.cases.includes(patient))
  const sentences = all.filter(({ header }) => !header)
  if (denialOf(sentences)) return []
  const died = sentences.flatMap((sentence) => deathIn(reading, sentence))
  const treated = sentences.map((sentence) =>
    treatedIn(reading, sentence).filter(({ status }) => status === 'given' || status === 'stopped'),
  )
  const told = sentences.flatMap((sentence, index) =>
    toldIn(reading, sentence, treated.slice(0, index + 1), sentences.slice(0, index + 1)),
  )
  const tabled = tableResponse(reading, all)
  const best = deathAfter(died, told) ?? latest(told) ?? (tabled ? ofTable(tabled) : undefined) ?? died.at(-1)
  return best ? [findingOf(patient, best, [...died, ...told])] : []
}

/** A death told in the same section after all else is how the story ended. */
function deathAfter(died: readonly Told[], told: readonly Told[]): Told | undefined {
  const last = died.at(-1)
  return last && told.every(({ sentence }) => sentence.index <= last.sentence.index) ? last : undefined
}

/** No deposit, no outcome of one. */
const hasDeposit = (prior: readonly AnyFinding[], patient: number): boolean =>
  prior.some((finding) => finding.kind === 'deposit' && finding.case === patient && finding.value.status === 'present')

function ofTable({ value, event, sentence }: NonNullable<ReturnType<typeof tableResponse>>): Told | undefined {
  const outcomeValue = VALUES[value]
  return outcomeValue
    ? { sentence, value: outcomeValue, start: event.start, end: event.end, rule: 'outcome/table' }
    : undefined
}

function findingOf(patient: number, best: Told, told: readonly Told[]): AnyFinding {
  const same = told.filter(({ value }) => value === best.value)
  const followUps = same.flatMap(({ sentence }) => followUpMonths(sentence.text) ?? [])
  const ground = ({ sentence, start, end, rule }: Told) => ({
    span: sentence.span,
    holds: [{ start: start + sentence.span.start, end: end + sentence.span.start }],
    rule,
  })
  const others = same.filter((one) => one !== best)
  return {
    kind: 'outcome',
    case: patient,
    value: { value: best.value, followUpMonths: followUps.length > 0 ? Math.max(...followUps) : null },
    grounds: [ground(best), ...others.map(ground)],
  }
}

const FOLLOWED =
  /follow[\s-]?up|\b(?:months?|years?|weeks?)\s+(?:later|after|post|on)\b|\b(?:after|within|for|over|at|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:months?|years?|weeks?)\b|postoperative|at (?:the )?(?:last|final|latest|most recent)|since then|to date|at present|currently|\bnow\b|until now|so far|no longer/i

/** How many sentences a treatment is remembered for an outcome told of the patient. */
const MEMORY = 4

/** After a treatment or at follow-up, a response about the calcinosis (or, after surgery for it, about its return) is an outcome. */
function toldIn(
  reading: Reading,
  sentence: ReadSentence,
  treated: readonly (readonly Treated[])[],
  upTo: readonly ReadSentence[],
): readonly Told[] {
  const near = treated.slice(-MEMORY).flat()
  const section = upTo.map((one) => one.section)
  const operated = treated.some((list, index) => section[index] === sentence.section && list.some(isOperation))
  return eventsOf(reading, sentence).flatMap((told): readonly Told[] => {
    const event = afterSurgery(told, sentence, treated)
    const value = VALUES[event.value]
    if (
      !value ||
      !counts(event, {
        sentence,
        near,
        operated,
        followed: FOLLOWED.test(sentence.text),
        treated: treated.flat().length > 0,
        onset: isOnset(sentence.text),
      })
    )
      return []
    // nothing new after the lump was taken out is a success, not a standstill
    const isClean = value === 'stable' && operated && /^(?:no|without)\b[^.;]*\bnew\b/i.test(event.text)
    return [
      {
        sentence,
        value: isClean ? 'improved' : value,
        start: event.start,
        end: event.end,
        rule: `outcome/${event.value}`,
      },
    ]
  })
}

/** "resulted in improvement" needs no object; a bare "failed" or "unchanged" may speak of anything. */
const isPlain = (value: Response): boolean => value === 'improved' || value === 'resolved'

interface Circumstances {
  readonly sentence: ReadSentence
  /** Treatments of the last sentences. */
  readonly near: readonly Treated[]
  readonly operated: boolean
  readonly followed: boolean
  readonly treated: boolean
  readonly onset: boolean
}

/** Whether an event tells of the calcinosis: by name, as a return after surgery, or as the course of a treatment for it. */
function counts(
  { about, value, text }: ResponseEvent,
  { sentence, near, operated, followed, treated, onset }: Circumstances,
): boolean {
  if (about === 'calcinosis' && isRecurrence(text)) return operated || near.length > 0
  if (about === 'calcinosis') {
    if (onset && value === 'worse') return false
    return near.length > 0 || value === 'resolved' || value === 'stable' || (followed && (treated || value !== 'worse'))
  }
  const forCalcinosis = near.filter(({ target }) => target === 'calcinosis')
  return about === 'condition'
    ? forCalcinosis.length > 0
    : about === null && isPlain(value) && forCalcinosis.some((one) => one.sentence === sentence)
}

/** How many sentences after an effect "unchanged" still speaks of another part of the same look. */
const SAME_LOOK = 3

/** "The forearm deposits were 40% smaller. The knee nodule was no longer visible.": one of them is gone, the rest is better. */
const isOneOfSeveral = (better: ReadSentence, gone: ReadSentence): boolean =>
  better === gone ||
  (better.index === gone.index - 1 &&
    better.block === gone.block &&
    !/\b(?:all|complete\w*|entire\w*|total\w*|fully|later|after|finally|at|recurr\w*)\b/i.test(gone.text))

/** The last told; "the elbows were unchanged" right after "the plaque became smaller" does not undo it. */
function latest(all: readonly Told[]): Told | undefined {
  // that a drug failed is the outcome only where nothing else is told
  const strong = all.filter(({ rule }) => rule !== 'outcome/none')
  const told = strong.length > 0 ? strong : all
  const last = told.at(-1)
  // "the hip mass became softer and the lump at the elbow disappeared": better, not gone
  const isCourse = (last?.sentence.text.match(/\b(?:days?|weeks?|months?|years?)\b/gi) ?? []).length > 1
  if (last?.value === 'resolved' && !isCourse)
    return (
      told.findLast(({ sentence, value }) => value === 'improved' && isOneOfSeveral(sentence, last.sentence)) ?? last
    )
  if (last?.value !== 'stable') return last
  const setback = told.findLastIndex(({ value }) => value === 'recurred' || value === 'worse')
  const effect = told.slice(setback + 1).findLast(({ value }) => value === 'improved' || value === 'resolved')
  const isSameLook = effect && last.sentence.index - effect.sentence.index <= SAME_LOOK
  const isNothingNew = /^(?:no|without)\b[^.;]*\b(?:new|further)\b/i.test(
    last.sentence.text.slice(last.start, last.end),
  )
  return effect &&
    (isNothingNew || (isSameLook && /unchanged|not change|persist|stable|remain/i.test(last.sentence.text)))
    ? effect
    : last
}
