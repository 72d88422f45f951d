/** Treatments of one sentence with status, dose, route and target. */
import type { TreatmentFact } from '../case-record.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'
import { doseOf, routeOf } from './dose.ts'
import { statusOf, type TreatmentStatus } from './status.ts'
import { classOf, targetOf } from './target.ts'

export interface Treated {
  readonly mention: Mention
  readonly sentence: ReadSentence
  readonly status: TreatmentStatus
  readonly dose: string | null
  readonly route: string | null
  readonly target: TreatmentFact['target']
  readonly class: string | null
}

/** "is used", "treatment options include": said of everybody, whoever the sentence is about. */
const GENERAL =
  /\b(?:treatment|therapeutic|therapy|management)\s+(?:options?|modalit\w+|approach(?:es)?|strateg\w+)\b|\b(?:is|are)\s+(?:\w+\s+)?(?:used|recommended|indicated|effective|preferred|considered|reserved|the (?:treatment|mainstay|therapy))\b|\b(?:has|have)\s+been\s+(?:\w+\s+)?(?:used|reported|tried|described|shown|proposed|suggested|advocated|employed)\b|\bcan be\b|\bshould be\b|\bmay be\b/i
/** A named patient or a tense of telling makes it the patient's after all. */
const OURS = /\b(?:our|this|the present) (?:patient|case)|\b(?:she|he|his|her|we)\b|\bpatient\b/i

/** Reads the treatments that a patient's sentence names. */
export function treatedIn(reading: Reading, sentence: ReadSentence): readonly Treated[] {
  const { text } = sentence
  if (GENERAL.test(text) && !OURS.test(text)) return []
  return reading.mentionsIn(sentence, 'treatment').flatMap((mention): readonly Treated[] => {
    const start = mention.span.start - sentence.span.start
    const end = mention.span.end - sentence.span.start
    if (isNoTreatment(text, start, end)) return []
    const status = statusOf(text, start, end, reading.assertionOf(mention.span, sentence))
    if (!status) return []
    const before = text.slice(Math.max(0, start - 120), start)
    const after = text.slice(end, end + 120)
    const route = routeOf(before, mention.text, after)
    return [
      {
        mention,
        sentence,
        status,
        dose: doseOf(before, after),
        route,
        target: targetOf(mention.term, before, after),
        class: classOf(mention.term),
      },
    ]
  })
}

/** Drug names that name no treatment: allergies, levels, causes, specimens, past operations of others. */
function isNoTreatment(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 50), start)
  const after = text.slice(end, end + 40)
  if (
    /\b(?:allerg(?:y|ic)\s+to|hypersensitivity\s+to|under(?:went)?\s+(?:general|local)|(?:no|negative|denied)\s+(?:\w+\s+)?history\s+of)\s+(?:[\w-]+\s+){0,2}$/i.test(
      before,
    )
  )
    return true
  if (
    /^[\s-]*(?:induced|associated|related|levels?|concentrations?|allergy|resistant organisms|department|clinic|ward|team|specimen|anesthesia|anaesthesia)\b/i.test(
      after,
    )
  )
    return true
  return /\b(?:department|division|professor|journal|school) of\s+(?:[\w-]+\s+){0,2}$/i.test(before)
}
