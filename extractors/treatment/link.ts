/** Which treatments a response belongs to. */
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type ResponseEvent, responsesIn } from './response.ts'
import type { Treated } from './treated.ts'
import type { LinkedResponse } from './treatment.ts'

/** Sentences after a treatment in which a response without a treatment of its own still belongs to it. */
const REACH = 3

/** Words that begin a new step of the story inside a sentence. */
const STEP =
  /;|\b(?:but|then|however|whereas|while|subsequently|afterwards|thereafter|later|instead|replaced (?:by|with)|substituted (?:with|by|for)|switched to|changed to)\b|,?\s*\band\s+(?:she|he|it|they|we|the patient)\s|,\s*(?:she|he|they|we)\s/giu
/** "improved after X", "refractory to X", "no response to X", "relief with X". */
const TOWARDS =
  /^\s*(?:(?:of|in|from)\s+(?:the\s+|her\s+|his\s+)?(?:[\w-]+\s+){1,6})?(?:was |were |is |been )?(?:(?:achieved|obtained|noted|observed|seen|reported|found|only|significantly|dramatically|gradually|slowly|partially|initially|clinically)\s+){0,3}(?:to|with|after|following|on|under|by|using|upon|despite|since|from|in response to|of)\s+(?:[^.;]{0,80})$/i

/** Links every response of a case to its treatments; the last told stays. */
export function responsesByTreatment(
  reading: Reading,
  sentences: readonly ReadSentence[],
  treated: readonly (readonly Treated[])[],
): ReadonlyMap<Treated, LinkedResponse> {
  const linked = new Map<Treated, LinkedResponse>()
  sentences.forEach((sentence, index) => {
    const own = treated[index] ?? []
    for (const event of eventsOf(reading, sentence)) {
      const group = ownersOf(sentence, event, own)
      const owners = group ?? (own.length === 0 ? ownersBefore(sentences, treated, index, event) : [])
      for (const owner of owners)
        if (owner.status === 'given' || owner.status === 'stopped') linked.set(owner, linkOf(event, sentence))
    }
  })
  return linked
}

const linkOf = (event: ResponseEvent, sentence: ReadSentence): LinkedResponse => ({
  value: event.value,
  span: { start: event.start + sentence.span.start, end: event.end + sentence.span.start },
  sentence,
})

/** Events of a sentence that tell about a condition, not about a laboratory value or a dose. */
export function eventsOf(reading: Reading, sentence: ReadSentence): readonly ResponseEvent[] {
  const { start } = sentence.span
  return responsesIn(sentence.text, (span) =>
    reading.assertionOf({ start: span.start + start, end: span.end + start }, sentence),
  ).filter(({ about }) => about !== 'other')
}

/** The treatments of the same sentence that an event tells about; null where it has none. */
function ownersOf(sentence: ReadSentence, event: ResponseEvent, own: readonly Treated[]): readonly Treated[] | null {
  if (own.length === 0) return null
  const local = own.map((one) => ({
    one,
    start: one.mention.span.start - sentence.span.start,
    end: one.mention.span.end - sentence.span.start,
  }))
  const after = local.filter(({ start }) => start >= event.end)
  const [next] = after
  if (next && TOWARDS.test(sentence.text.slice(event.end, next.start)))
    return after.filter(({ start }) => !stepBetween(sentence.text, next.end, start)).map(({ one }) => one)
  const before = local.filter(({ end }) => end <= event.start)
  if (before.length === 0) return null
  const step = lastStep(sentence.text, event.start)
  const inStep = before.filter(({ start }) => start >= step)
  if (inStep.length > 0) return inStep.map(({ one }) => one)
  const earlier = lastStep(sentence.text, step - 1)
  return before.filter(({ start }) => start >= earlier).map(({ one }) => one)
}

const stepBetween = (text: string, from: number, to: number): boolean =>
  [...text.slice(from, to).matchAll(STEP)].length > 0

function lastStep(text: string, before: number): number {
  return [...text.slice(0, Math.max(0, before)).matchAll(STEP)].at(-1)?.index ?? 0
}

/** "The lesions resolved within six months." after the sentence that names the treatment. */
function ownersBefore(
  sentences: readonly ReadSentence[],
  treated: readonly (readonly Treated[])[],
  index: number,
  event: ResponseEvent,
): readonly Treated[] {
  const sentence = sentences[index]
  if (!sentence || event.about === null) return []
  for (let back = index - 1; back >= 0 && index - back <= REACH; back--) {
    const earlier = treated[back] ?? []
    const from = sentences[back]
    if (!from || from.section !== sentence.section || sentence.index - from.index > REACH) return []
    const active = earlier.filter(({ status }) => status === 'given' || status === 'stopped')
    if (active.length > 0) return lastGroup(from, active)
  }
  return []
}

/** The treatments of the last step of a sentence. */
function lastGroup({ text, span }: ReadSentence, active: readonly Treated[]): readonly Treated[] {
  const last = active.at(-1)
  if (!last) return []
  const step = lastStep(text, last.mention.span.start - span.start)
  return active.filter(
    ({ mention }) => mention.span.start - span.start >= step && mention.span.start <= last.mention.span.start,
  )
}
