/** Which treatments a response belongs to. */
import type { Response } from '../case-record.ts'
import { isA } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { isRecurrence, type ResponseEvent, responsesIn } from './response.ts'
import { toldOf } from './told.ts'
import type { Treated } from './treated.ts'

/** Sentences after a treatment in which a response without a treatment of its own still belongs to it. */
const REACH = 3

/** Words that begin a new step of the story inside a sentence. */
const STEP =
  /;|\b(?:but|(?<!\b(?:was|were|had|has|is)\s)then|however|whereas|while|subsequently|afterwards|thereafter|(?<!\band )later|instead|replaced (?:by|with)|substituted (?:with|by|for)|switched to|changed to|exchanged for|followed by)\b|,?\s*\band\s+(?:she|he|it|they|we|the patient)\s|,\s*(?:she|he|they|we)\s(?!took\b)|,\s*and\s+(?=(?:[\w-]+\s+){0,4}(?:was|were|had|is|has)\b)/giu
/** "improved after X", "refractory to X", "no response to X", "relief with X". */
const TOWARDS =
  /^\s*(?:well\s+|poorly\s+|partially\s+|favou?rably\s+|only\s+|completely\s+|partly\s+)?(?:(?:of|in|from)\s+(?:the\s+|her\s+|his\s+)?(?:[\w-]+\s+){1,6})?(?:was |were |is |been )?(?:(?:achieved|obtained|noted|observed|seen|reported|found|only|significantly|dramatically|gradually|slowly|partially|initially|clinically)\s+){0,3}(?:to|with|after|following|on|under|by|using|upon|despite|since|from|in response to|of|during)\s+(?:[^.;]{0,80})$/i

/** One response told of one treatment. */
export interface LinkedResponse {
  readonly value: Response
  readonly event: ResponseEvent
  readonly sentence: ReadSentence
  /** Told in the treatment's own sentence, not taken from a later one. */
  readonly direct: boolean
}

/** Every response of a case with its treatment, in the order of the text. */
export function linkedResponses(
  reading: Reading,
  sentences: readonly ReadSentence[],
  treated: readonly (readonly Treated[])[],
): ReadonlyMap<Treated, readonly LinkedResponse[]> {
  const linked = new Map<Treated, LinkedResponse[]>()
  sentences.forEach((sentence, index) => {
    const own = treated[index] ?? []
    const events = sentence.header ? [] : eventsOf(reading, sentence)
    for (const told of events) {
      const event = afterSurgery(told, sentence, treated.slice(0, index + 1))
      const owners = ownersOf(sentence, event, own, events)
      const direct = owners !== null
      const found =
        owners ?? (isAboutOthers(sentence, event, own) ? [] : ownersBefore(sentences, treated, index, event))
      const all = found.flatMap((owner) => operationsMeant(owner, treated.slice(0, index + 1)))
      const isIdle = (one: Treated) => event.about === 'calcinosis' && event.value === 'stable' && isBesideThePoint(one)
      for (const owner of all.filter((one) => wasGiven(one) && !isIdle(one))) {
        const list = linked.get(owner) ?? []
        linked.set(owner, [...list, { value: valueFor(owner, event), event, sentence, direct }])
      }
    }
  })
  return linked
}

/** "ulcers persisted despite infusions": what persists under a treatment is unmoved by it. */
function valueFor({ mention, sentence }: Treated, { value, start, end }: ResponseEvent): Response {
  const after = sentence.text.slice(end, mention.span.start - sentence.span.start)
  const isDespite =
    value === 'stable' && start < end && /^[^.;]{0,40}\b(?:despite|in spite of|notwithstanding)\b/i.test(after)
  return isDespite ? 'none' : value
}

/** "a thin rim and no new deposits": not all was taken out. */
const LEFT_OVER =
  /\b(?:rims?|residu\w*|remain\w*|remnants?|persist\w*|partial\w*|subtotal|left\s+(?:behind|in place))\b|\d\s?(?:mm|cm)\b/i

/** "Three new nodules were found": after a lump was cut out, and nothing was given since, they are a recurrence; "no new deposit" is none. */
export function afterSurgery(
  event: ResponseEvent,
  sentence: ReadSentence,
  before: readonly (readonly Treated[])[],
): ResponseEvent {
  const isNew = event.value === 'worse' && /^new\b/i.test(event.text)
  const isNothingNew = event.value === 'stable' && /^(?:no|without)\b[^.;]*\bnew\b/i.test(event.text)
  if (event.about !== 'calcinosis' || (!isNew && !isNothingNew)) return event
  const last = before.flat().findLast((one) => wasGiven(one) && one.target === 'calcinosis')
  if (!last || !isOperation(last)) return event
  if (isNew) return { ...event, value: 'recurred' }
  return last.mention.term.key === 'excision' && !LEFT_OVER.test(sentence.text)
    ? { ...event, value: 'resolved' }
    : event
}

/** "the operation" stands for the excision told before it. */
function operationsMeant(owner: Treated, before: readonly (readonly Treated[])[]): readonly Treated[] {
  if (owner.mention.term.key !== 'surgery') return [owner]
  const at = before.findIndex((list) => list.includes(owner))
  const named = before
    .slice(0, at + 1)
    .map((list) => list.filter((one) => wasGiven(one) && isOperation(one) && one.mention.term.key !== 'surgery'))
    .findLast((list) => list.length > 0)
  return named ?? [owner]
}

const wasGiven = ({ status }: Treated): boolean => status === 'given' || status === 'stopped'
/** A sentence that treats with something of its own speaks of that. */
function isAboutOthers({ text, span }: ReadSentence, event: ResponseEvent, own: readonly Treated[]): boolean {
  return own.some((one) => {
    const start = one.mention.span.start - span.start
    // "there was no reduction of the mass; a third excision was carried out": the response came before
    const isLater = start > event.end && hasStep(text, event.end, start)
    return wasGiven(one) && one.mention.term.key !== 'surgery' && !isLater
  })
}

/** Events of a sentence that tell about a condition, not about a laboratory value or a dose. */
export function eventsOf(reading: Reading, sentence: ReadSentence): readonly ResponseEvent[] {
  const { start } = sentence.span
  return responsesIn(sentence.text, (span) =>
    toldOf(sentence, reading.assertionOf({ start: span.start + start, end: span.end + start }, sentence)),
  ).filter(({ about }) => about !== 'other')
}

/** "responded well to X", "refractory to X", "did not tolerate X"; not "poor response to usual therapy, so X was given". */
function isTowards({ text }: ResponseEvent, gap: string): boolean {
  // "no response after six months, and probenecid was added"
  if (/,\s*and\b|\bso\b/i.test(gap)) return false
  if (/\b(?:therap(?:y|ies)|treatments?|drugs|agents|measures|medications?)\s*,/i.test(gap)) return false
  return (
    TOWARDS.test(gap) || /\bto$/i.test(text) || (/^\s+(?:the |her |his )?$/i.test(gap) && /fail|tolerate/i.test(text))
  )
}

/** The treatments of the same sentence that an event tells about; null where it has none. */
function ownersOf(
  sentence: ReadSentence,
  event: ResponseEvent,
  own: readonly Treated[],
  events: readonly ResponseEvent[],
): readonly Treated[] | null {
  if (own.length === 0) return null
  const { text, span } = sentence
  const local = own.map((one) => ({
    one,
    start: one.mention.span.start - span.start,
    end: one.mention.span.end - span.start,
  }))
  const bracketed = beforeBracket(text, event, local)
  if (bracketed) return [bracketed.one]
  const after = local.filter(({ start }) => start >= event.end)
  const [next] = after
  if (
    next &&
    isTowards(event, text.slice(event.end, next.start)) &&
    !events.some(({ start }) => start >= event.end && start < next.start)
  )
    return after
      .filter(({ start }) => start === next.start || !hasStep(text, next.end, start))
      .filter(({ start }) => !events.some((other) => other.start >= next.end && other.end <= start))
      .map(({ one }) => one)
  const before = local.filter(({ end }) => end <= event.start)
  if (before.length === 0) return null
  const last = before.at(-1)
  if (last && OTHER_MEANS.test(text.slice(last.end, event.start))) return null
  // "resection led to improvement, but imaging showed regrowth": a return is told of what was taken out
  const operations = before.filter(({ one }) => isOperation(one) && wasGiven(one) && one.target === 'calcinosis')
  if (isRecurrence(event.text) && event.about === 'calcinosis' && operations.length > 0)
    return operations.map(({ one }) => one)
  const step = lastStep(text, event.start)
  // "..., ... and then ... were tried; none of them helped"
  if (OF_ALL.test(text.slice(step, event.end + 12))) return before.map(({ one }) => one)
  const inStep = before.filter(({ start }) => start >= step)
  // "no response to A, and B gave relief": A has had its word
  const open = inStep.filter((local) => !hasWord(text, local, event, events))
  if (inStep.length > 0) return (open.length > 0 ? open : inStep).map(({ one }) => one)
  // "..., which led to amputation, whereas the middle finger healed": two things are set against each other
  if (/^(?:whereas|while)\b/i.test(text.slice(step))) return null
  // "A was tried, but without effect": the step before, unless it has told its own response
  const earlier = lastStep(text, step - 1)
  if (
    events.some(
      (other) =>
        other !== event &&
        other.start >= Math.max(earlier, before[0]?.start ?? 0) &&
        other.end <= step &&
        other.value !== 'adverse',
    )
  )
    return null
  const group = before.filter(({ start }) => start >= earlier)
  const begin = lastStep(text, before.at(-1)?.start ?? 0)
  // "A was given; phosphate fell but the lesions did not regress": two steps on it is still A
  return (group.length > 0 ? group : before.filter(({ start }) => start >= begin)).map(({ one }) => one)
}

const hasWord = (text: string, { start }: Local, event: ResponseEvent, events: readonly ResponseEvent[]): boolean =>
  events.some((other) => other !== event && other.end <= start && isTowards(other, text.slice(other.end, start)))

interface Local {
  readonly one: Treated
  readonly start: number
  readonly end: number
}

/** "colchicine (2014; no effect), diltiazem (stopped for oedema)": brackets speak of what stands before them. */
function beforeBracket(text: string, event: ResponseEvent, local: readonly Local[]): Local | undefined {
  const open = text.lastIndexOf('(', event.start)
  if (open < 0 || text.slice(open, event.start).includes(')') || !text.slice(event.end).includes(')')) return undefined
  if (local.some(({ start }) => start > open && start < text.indexOf(')', open))) return undefined
  const last = local.filter(({ end }) => end <= open).at(-1)
  return last && !/[;)]/.test(text.slice(last.end, open)) ? last : undefined
}

/** "colchicine in a man in whom the usual measures had been of no avail". */
const OTHER_MEANS =
  /\b(?:usual|other|previous|conventional|standard|various)\s+(?:\w+\s+)?(?:measures|treatments?|drugs|therap\w+|methods|agents)\b/i

const OF_ALL =
  /\b(?:neither(?!\s+\w+\s+nor)|none of (?:these|them|which)|all of (?:these|them|which)|nothing|all without)\b/i

const hasStep = (text: string, from: number, to: number): boolean =>
  [...text.matchAll(STEP)].some(({ index }) => index >= from && index < to)

const lastStep = (text: string, before: number): number =>
  [...text.slice(0, Math.max(0, before)).matchAll(STEP)].at(-1)?.index ?? 0

const OF_TREATMENT =
  /\b(?:drug|treatment|therapy|medication|infusions?|operation|surgery|regimen|injections?|postoperative|course|response)\b/i

/** "The lesions resolved within six months." after the sentence that names the treatment. */
function ownersBefore(
  sentences: readonly ReadSentence[],
  treated: readonly (readonly Treated[])[],
  index: number,
  event: ResponseEvent,
): readonly Treated[] {
  const sentence = sentences[index]
  if (!sentence) return []
  if ((isRecurrence(event.text) || event.value === 'recurred') && event.about === 'calcinosis')
    return lastSurgery(sentences, treated, index)
  if (event.about === null && !OF_TREATMENT.test(sentence.text)) return []
  for (let back = index - 1; back >= 0; back--) {
    const from = sentences[back]
    if (!from || from.section !== sentence.section || sentence.index - from.index > REACH)
      return onlyForCalcinosis(treated.slice(0, index), event)
    const active = (treated[back] ?? []).filter((one) => isUnderWay(one, event, sentence))
    if (active.length > 0) return lastGroup(from, active)
  }
  return []
}

/** Where the patient had one treatment for calcinosis and no other, what healed the deposits was that. */
function onlyForCalcinosis(
  treated: readonly (readonly Treated[])[],
  { about, value }: ResponseEvent,
): readonly Treated[] {
  if (about !== 'calcinosis' || (value !== 'improved' && value !== 'resolved')) return []
  const given = treated.flat().filter((one) => wasGiven(one) && one.target === 'calcinosis')
  return new Set(given.map(({ mention }) => mention.term.key)).size === 1 ? given : []
}

/** "A lump appeared and grew steadily": how it began, not what came of a treatment. */
export const isOnset = (text: string): boolean =>
  /\b(?:appeared|arose|noticed|noted by|began|first|presented with|presenting with|complain\w*|was referred|had developed|history of|originally)\b/i.test(
    text,
  ) && !/\b(?:new|recur\w*|again)\b/i.test(text)

/** Drugs for other ends than deposits: what became of the lumps is not their doing. */
function isBesideThePoint({ mention, target }: Treated): boolean {
  if (target === 'calcinosis') return false
  return (
    target === 'other' || ['ccb', 'prostacyclins', 'era', 'pde5', 'vasodilators'].some((key) => isA(mention.term, key))
  )
}

/** A drug that was merely continued is not what changed things; an operation is not followed by "stable" or "worse". */
function isUnderWay(one: Treated, { about, value }: ResponseEvent, sentence: ReadSentence): boolean {
  if (value === 'worse' && isOnset(sentence.text)) return false
  if (!wasGiven(one) || (about === 'calcinosis' && isBesideThePoint(one))) return false
  // antibiotics, vitamins and pain killers told in passing are not what the next sentence speaks of
  if (one.target === 'other' && !isOperation(one) && value !== 'adverse') return false
  if (isOperation(one) && (value === 'stable' || value === 'worse')) return false
  const { text, span } = one.sentence
  return !/^\s*(?:therapy\s+|treatment\s+)?(?:was|were|is)\s+(?:maintained|continued|kept|left|unchanged)/i.test(
    text.slice(one.mention.span.end - span.start),
  )
}

/** A recurrence, or that there was none, belongs to the operation before it, however long ago it was told. */
function lastSurgery(
  sentences: readonly ReadSentence[],
  treated: readonly (readonly Treated[])[],
  index: number,
): readonly Treated[] {
  const section = sentences[index]?.section
  for (let back = index - 1; back >= 0; back--) {
    if (sentences[back]?.section !== section) return []
    const surgery = (treated[back] ?? []).filter((one) => wasGiven(one) && isOperation(one))
    const ofLumps = surgery.filter(({ mention }) => mention.term.key !== 'amputation')
    if (ofLumps.length > 0) return ofLumps
  }
  return []
}

export const isOperation = ({ mention }: Treated): boolean => isA(mention.term, 'surgery') || isA(mention.term, 'laser')

/** The treatments of the last step of a sentence. */
function lastGroup({ text, span }: ReadSentence, active: readonly Treated[]): readonly Treated[] {
  const last = active.at(-1)
  if (!last) return []
  const step = lastStep(text, last.mention.span.start - span.start)
  return active.filter(({ mention }) => mention.span.start - span.start >= step)
}
