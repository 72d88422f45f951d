/**
 * Response events: words that tell how something went. What they mean is settled by their own words ("ineffective"),
 * by negation ("no improvement") and by what they are about (a laboratory value or a dose that fell is no response).
 */
import type { Span } from '../../corpus/document.ts'
import type { Response } from '../case-record.ts'
import type { Assertion } from '../language/assertion.ts'
import { RESPONSE_WORDS, type Told } from './response-words.ts'

export interface ResponseEvent extends Span {
  readonly value: Response
  readonly text: string
  /** What got better or worse, as far as the clause names it. */
  readonly about: 'calcinosis' | 'condition' | 'symptom' | 'other' | null
}

const EVENT = new RegExp(RESPONSE_WORDS.map(([, words], index) => `(?<e${index}>${words})`).join('|'), 'giu')

/** What negation makes of an event whose own words do not deny. */
const DENIED: Readonly<Record<Told, Response | null>> = {
  improved: 'none',
  resolved: 'none',
  worse: 'stable',
  recurred: 'resolved',
  stable: null,
  none: null,
  adverse: null,
}

const CALCINOSIS =
  /calcif\w*|calcinosis|calcinotic|deposits?|nodul\w+|papul\w+|mass(?:es)?|lump\w*|lesions?|swellings?|plaques?|tumou?r\w*|protuberance|excision site|size|free of calcium|further growth|re-?growth/i
const CONDITION =
  /\b(?:disease|condition|status|course|outcome|result|patient|she|he|we|therapy|treatment|response|state|postoperative|surgery|operation|healing)\b/i
const SYMPTOM =
  /\b(?:skin|symptom\w*|pain|function\w*|mobility|motion|movement|strength|weakness|rash|ulcer\w*|arthritis|arthralgia|wounds?|inflammation|myositis|discomfort|drainage|discharge|limitation|quality|Raynaud\S*|dysp\w+|contractures?|lung|FVC|gait|grip|redness|muscle\w*|walking|class|neuropathy|sensation|legs?|attacks?)\b/i
const LABORATORY =
  /\b(?:(?:serum|plasma|urin\w+)\s+\w+|levels?|(?:serum|total|ionized|corrected) calcium|phosph\w+|ESR|CRP|CK|creatine|creatinine|h[ae]+moglobin|titres?|titers?|PTH|uric acid|enzymes?|platelets?|count|sedimentation|markers?|blood pressure|weight|(?<!(?:low|high|moderate|full)[\s-])(?:doses?|dosage)|pressure|uptake on|signal|density|attenuation|vision|appetite|fever|lung volumes?|capacity|mouth opening|intake|absorption|hair|peristalsis|perfusion|flow|platelet|flexibility|aperture|oral opening|muscle mass|intensity|concentrations?|ejection fraction|range)\b[^,;.]{0,40}$/i

/** Every event of a sentence; `asserted` gives the assertion of a span of it. */
export function responsesIn(text: string, asserted: (span: Span) => Assertion): readonly ResponseEvent[] {
  return [...text.matchAll(EVENT)].flatMap((match): readonly ResponseEvent[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    const told = RESPONSE_WORDS.find((_, index) => match.groups?.[`e${index}`] !== undefined)?.[0]
    const value = told ? responseOf(told, text, span, asserted(span)) : null
    const about = value === 'adverse' ? 'condition' : aboutOf(text, span)
    return value ? [{ ...span, value, text: match[0], about }] : []
  })
}

/** Words that deny by themselves: "no recurrence", "no longer visible", "did not progress". */
const DENYING = /\b(?:no|not|without|free|neither|halt\w*|arrest\w*|stop\w*|prevent\w*|slow\w*)\b/i

function responseOf(
  told: Told,
  text: string,
  span: Span,
  { polarity, temporality, experiencer }: Assertion,
): Response | null {
  if (temporality === 'hypothetical' || experiencer === 'other' || isWish(text, span) || isNoEvent(text, span))
    return null
  const before = text.slice(Math.max(0, span.start - 40), span.start)
  const isDenied =
    /\b(?:no|not|without|neither|never|nor|failed to|fails? to|lack of|n[’']t)\s+(?:[\w-]+\s+){0,3}$/i.test(before)
  if (told === 'adverse') return isDenied ? null : told
  if (told === 'none' || DENYING.test(text.slice(span.start, span.end))) return told
  const isPart =
    told === 'resolved' &&
    /\b(?:most|some|many|several|majority|part)\s+(?:of\s+)?(?:the\s+)?(?:(?!(?:and|but|while|all)\b)[\w-]+\s+){0,7}$/i.test(
      text.slice(Math.max(0, span.start - 75), span.start),
    )
  return isDenied || (polarity === 'negated' && !isOwnClause(text.slice(0, span.start)))
    ? DENIED[told]
    : isPart
      ? 'improved'
      : told
}

/** "No treatment was given and the nodules vanished": the denial belongs to the clause before. */
function isOwnClause(before: string): boolean {
  const split = /^(.*)(?:\band|[,;])\s+(?:the|her|his|its|all|several)\s+([^,;]*)$/i.exec(before)
  const [, earlier = '', own = ''] = split ?? []
  return (
    /\b(?:was|were|had|has|is|are|free)\b/i.test(earlier) &&
    !/\b(?:no|not|without|never|neither|nor|none|fail\w*|lack|absence|free)\b/i.test(own)
  )
}

/** "to relieve pain", "for better function", "in the hope of improvement": wished for, not told. */
function isWish(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 50), start)
  if (/^no longer/i.test(text.slice(start, end))) return false
  // "Surgery alone is followed by recurrence": what is always so is nobody's course
  if (/\b(?:is|are)\s+(?:\w+\s+)?(?:followed|complicated|accompanied)\s+by\s+(?:\w+\s+){0,2}$/i.test(before))
    return true
  if (
    /\bto\s+(?:\w+ly\s+)?$/i.test(before) &&
    !/\b(?:failed|began|begun|started|continu\w+|seem\w*|appear\w*|tend\w*|able|led|due|owing)\s+to\s+$/i.test(before)
  )
    return true
  if (
    /\b(?:if|until|unless|in (?:the )?hope of|hoping for|aim(?:ed|ing)? (?:at|of|to)|intended to|in order to|in an attempt to|with the (?:aim|goal|purpose) of|expect\w*|may|might|could|should|would|can|will)\s+(?:[\w-]+\s+){0,4}$/i.test(
      before,
    )
  )
    return true
  return (
    /\b(?:for|requiring|required)\s+(?:[\w-]+\s+)?$/i.test(before) && /relief|improvement/i.test(text.slice(start, end))
  )
}

/** Adjectives that describe and tell no change: "progressive dyspnoea", "reduced range of motion", "stable vital signs". */
const DESCRIBING =
  /^(?:reduced|decreased|diminished|stable|persist(?:ent|ing)|progressive(?:ly)?|smaller|better|static)$/i
const DESCRIBED =
  /^\s+(?!(?:condition|disease|course|result|outcome|control|after|with|at|on|during|over|for|since|until|in|and|than|or|but|by|from|to|under|when|while|within|as|the|without)\b)[a-z]/i

/** Look-alikes that tell of no course at all: "cultures grew Pseudomonas", "success rate". */
function isNoEvent(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end)
  const after = text.slice(end, end + 40)
  if (DESCRIBING.test(word) && DESCRIBED.test(after)) return true
  if (
    /^grew$/i.test(word) &&
    /\b(?:cultures?|swabs?|fluid|aspirate|it)\b[^.;]{0,30}$/i.test(text.slice(0, start)) &&
    /^\s+\p{Lu}/u.test(after)
  )
    return true
  if (/^\s+(?:to|by|from)\s+\d+(?:[.,]\d+)?\s?(?:mg|g|µg|μg|mcg|IU|U|%)/i.test(after)) return true
  if (/c[ao]me\s+back$/i.test(word) && /^\s+(?:for|to\s+(?:us|the\s+clinic|hospital))\b/i.test(after)) return true
  if (/^c[ao]me\s+back$/i.test(word) && /^\s+(?:normal|negative|positive|as|to)\b/i.test(after)) return true
  if (/\b(?:not treated|untreated|left alone)\b/i.test(text)) return true
  if (/return/i.test(word) && !CALCINOSIS.test(text.slice(0, start))) return true
  return /^\s*(?:rates?|status epilepticus|criteria|index|scores?|time)\b/i.test(after)
}

/** What got better or worse: the words after it, else its own, else those before it in its clause, else in its sentence. */
function aboutOf(text: string, { start, end }: Span): ResponseEvent['about'] {
  const before = /[^;.]*$/.exec(text.slice(Math.max(0, start - 110), start))?.[0] ?? ''
  const object =
    /^\s*(?:in|of|from|on|upon|to)(?:\s+(?!(?:and|within|after|but|while|over|with|until)\b)[\w-]+){1,8}/i.exec(
      text.slice(end, end + 70),
    )?.[0] ?? ''
  const clause = /(?:^|,|\bbut\b|\band\b|\bwhile\b|\bwith\b)[^,]*$/i.exec(before)?.[0] ?? before
  // "no recurrence" speaks of what was there, whatever else the clause names
  if (isRecurrence(text.slice(start, end)) && !/\bulcer|\bwound|infection|\bpain/i.test(clause)) return 'calcinosis'
  for (const words of [`${object} `, text.slice(start, end), clause]) {
    if (LABORATORY.test(words)) return 'other'
    if (CALCINOSIS.test(words)) return 'calcinosis'
    if (SYMPTOM.test(words)) return 'symptom'
    if (CONDITION.test(words)) return 'condition'
  }
  if (CALCINOSIS.test(before)) return 'calcinosis'
  if (SYMPTOM.test(before)) return 'symptom'
  return CONDITION.test(before) ? 'condition' : null
}

/** Words of a return, or that there was none. */
export const isRecurrence = (words: string): boolean =>
  /recur|relaps|re-?gr|reappear|c[ao]me back|re-?fill|re-?form|return/i.test(words)
