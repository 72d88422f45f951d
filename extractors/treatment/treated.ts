/** Treatments of one sentence with status, dose, route and target. */
import type { TreatmentFact } from '../case-record.ts'
import type { Assertion } from '../language/assertion.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'
import { doseOf, routeOf } from './dose.ts'
import { statusOf, type TreatmentStatus } from './status.ts'
import { classOf, targetOf } from './target.ts'
import { toldOf } from './told.ts'

export interface Treated {
  readonly mention: Mention
  readonly sentence: ReadSentence
  /** As written, with the route in front: "intravenous sodium thiosulfate". */
  readonly text: string
  readonly status: TreatmentStatus
  readonly dose: string | null
  readonly route: string | null
  readonly target: TreatmentFact['target']
  readonly class: string | null
}

/** "is used", "treatment options include": said of everybody, whoever the sentence is about. */
const GENERAL =
  /\b(?:treatment|therapeutic|therapy|management)\s+(?:options?|modalit\w+|approach(?:es)?|strateg\w+)\b|\b(?:is|are)\s+(?:\w+\s+)?(?:used|followed by|recommended|indicated|effective|preferred|considered|reserved|the (?:treatment|mainstay|therapy))\b|\b(?:has|have)\s+been\s+(?:\w+\s+)?(?:used|reported|tried|described|shown|proposed|suggested|advocated|employed)\b|\bcan be\b|\bshould be\b|\bmay be\b/i
const OTHERS =
  /\b(?:by (?:others|other (?:groups|authors))|in (?:\w+\s+)?(?:earlier|previous|other|isolated) (?:patients|cases|reports)|are said to|is said to|the patients? of others|we (?:agree|believe|think|conclude|suggest)|deserves?|is (?:often|usually|sometimes|rarely|still) (?:tried|used|given)|is the (?:best|first|second|treatment) )/i
/** A named patient or a tense of telling makes it the patient's after all. */
const OURS = /\b(?:our|this|the present) (?:patient|case)\b|\b(?:she|he|his|her|we)\b|\bpatient\b/i

/** Reads the treatments that a patient's sentence names. */
export function treatedIn(reading: Reading, sentence: ReadSentence): readonly Treated[] {
  const { text } = sentence
  if (
    /^\s*(?:Whether|Do not|Should)\b|\b(?:will be reported|is not described here|to be reported elsewhere)\b/.test(text)
  )
    return []
  return reading.mentionsIn(sentence, 'treatment').flatMap((mention): readonly Treated[] => {
    const start = mention.span.start - sentence.span.start
    const end = mention.span.end - sentence.span.start
    const clause = clauseAround(text, start, end)
    const isCounted =
      IN_COUNTED.test(clause) &&
      sentence.section !== 'front' &&
      sentence.subject.who === 'patient' &&
      sentence.subject.cases.length === 1
    if (isNoTreatment(text, start, end) || isCounted || (isGeneral(clause) && !NOT_TAKEN.test(text.slice(end))))
      return []
    const status = statusOf(text, start, end, assertedOf(reading, mention, sentence))
    if (!status) return []
    const before = text.slice(Math.max(0, start - 120), start)
    const after = text.slice(end, end + 120)
    const route = routeOf(before, mention.text, after)
    const written =
      /(?:intra-?lesional|intravenous|topical|oral|subcutaneous|intramuscular|IV|i\.v\.)\s+$/i.exec(before)?.[0] ?? ''
    return [
      {
        mention,
        sentence,
        text: text.slice(start - written.length, end),
        status,
        dose: doseOf(before, after),
        route,
        target: targetOf(mention.term, before, after),
        class: classOf(mention.term),
      },
    ]
  })
}

const IN_COUNTED =
  /\b(?:in|of)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|most|isolated)\s+(?:[\w-]+\s+){0,2}(?:patients|cases|children)\b/i

/** "Warfarin is often tried; she has not taken it." */
const NOT_TAKEN = /\b(?:has|had|did|have) not (?:\w+ )?(?:taken|take|receive|received|had) (?:it|them)\b/i

/** What is said of everybody stays nobody's, unless the clause names this patient. */
const isGeneral = (clause: string): boolean => OTHERS.test(clause) || (GENERAL.test(clause) && !OURS.test(clause))

/** The clause of a mention: between semicolons, full stops and "but". */
function clauseAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(0, start)
      .split(/;|\bbut\b|:\s/)
      .at(-1) ?? ''
  const after = text.slice(end).split(/;|\bbut\b/)[0] ?? ''
  return `${before}${text.slice(start, end)}${after}`
}

/** "Both brothers were put on sevelamer": the relatives are the patients. */
function assertedOf(reading: Reading, mention: Mention, sentence: ReadSentence): Assertion {
  const asserted = toldOf(sentence, reading.assertionOf(mention.span, sentence))
  const isSibling =
    /\b(?:both|the (?:two|older|younger|elder)|all)\s+(?:\w+\s+)?(?:brothers?|sisters?|siblings|twins?)\b/i.test(
      sentence.text,
    )
  return isSibling ? { ...asserted, experiencer: 'patient' } : asserted
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
