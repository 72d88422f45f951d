/** Sizes and whose they are: every measure goes to one place, or to the lump of its sentence, or to none. */
import type { Measure } from '../measure/measure.ts'
import { type Attached, isDeposit } from './attach.ts'
import type { Head } from './head.ts'
import type { Place } from './place.ts'

export interface BoundSize {
  readonly measure: Measure
  /** The place it belongs to; null where the sentence names a lump but no place: "The mass measured 5 cm." */
  readonly place: Place | null
}

/** Things that are measured themselves and then own the number: "an ulcer of 2 cm". */
const MEASURABLE =
  /^(?:ulcer|erosion|scar|effusion|tear|defect|wound|abscess|cyst|lymph node|incision|fistula|fracture|necrosis|aneurysm|papule|rash|erythema|vascular|arter|calcification|calcified|nodule|mass|tumou?r|lump|swelling)/i
const PREMODIFIED =
  /^[\s,-]*(?:in\s+(?:diameter|size|length)[\s,]+)?(?:(?!(?:of|in|on|at|over|with|was|were|is|are|had|has|which|that|to|from|by|for|as|the|and|whereas|while|but|one|another|other)\b)[\w-]+[\s,-]+){0,7}$/i
/** A bracket or a participle opens the size of what was just named. */
const CLOSE = /[;.]\s|\b(?:but|whereas|while)\b/

/** Binds the measures of a sentence; those of ulcers, scars and the like fall away. */
export function boundSizes(
  text: string,
  measures: readonly Measure[],
  heads: readonly Head[],
  ties: readonly Attached[],
  elsewhere: readonly Place[],
): readonly BoundSize[] {
  const sizes = measures.filter(({ role, maxMm }) => role === 'size' && maxMm !== null)
  const respective = respectively(text, sizes, ties)
  if (respective) return respective
  return sizes.flatMap((measure) => {
    const owner = ownerOf(text, measure, heads)
    if (owner && !isDeposit(owner)) return []
    const place = placeFor(text, measure, owner, ties, elsewhere)
    if (place === 'other') return []
    return owner || place ? [{ measure, place }] : isItself(text, measure) ? [{ measure, place: null }] : []
  })
}

/** "calcifications of the right thigh and left elbow, 5 and 3 cm respectively". */
function respectively(text: string, sizes: readonly Measure[], ties: readonly Attached[]): readonly BoundSize[] | null {
  if (!/\brespectively\b/i.test(text)) return null
  const places = ties.filter(({ head }) => isDeposit(head)).flatMap(({ chain }) => chain.places)
  if (places.length < 2 || places.length !== sizes.length) return null
  return sizes.map((measure, index) => ({ measure, place: places[index] ?? null }))
}

function ownerOf(text: string, { span }: Measure, heads: readonly Head[]): Head | null {
  const next = heads.find(({ start }) => start >= span.end)
  if (next && next.kind !== 'view' && PREMODIFIED.test(text.slice(span.end, next.start))) return next
  const before = heads.filter(
    ({ end, kind, text: word }) => end <= span.start && kind !== 'view' && (kind !== 'other' || MEASURABLE.test(word)),
  )
  const previous = before.at(-1)
  return previous && !CLOSE.test(text.slice(previous.end, span.start)) ? previous : null
}

/** "It measured 5 cm", "measuring up to 3 cm", "the largest was 3 cm in diameter": a lump of the sentence before. */
const isItself = (text: string, { span, superlative }: Measure): boolean =>
  superlative === 'largest' ||
  /\b(?:it|they|these|which|each|size|diameter|dimensions?|measured|measures|measuring|specimen)\b[^.;]{0,60}$/i.test(
    text.slice(0, span.start),
  )

/** The place of a size; 'other' where there are several and the text does not tell which. */
function placeFor(
  text: string,
  measure: Measure,
  owner: Head | null,
  ties: readonly Attached[],
  elsewhere: readonly Place[],
): Place | 'other' | null {
  const own = ties.filter(({ head }) => isDeposit(head))
  const ofOwner = own.filter(({ head }) => head === owner).flatMap(({ chain }) => chain.places)
  const places = ofOwner.length > 0 ? ofOwner : own.flatMap(({ chain }) => chain.places)
  // the nearest place in front, as in "one near T12 of 2 cm, three near L5, the largest of 5 cm"
  const previous = places.filter(({ end }) => end <= measure.span.start).at(-1)
  if (previous && !CLOSE.test(text.slice(previous.end, measure.span.start)))
    return elsewhere.some(({ start, end }) => start >= previous.end && end <= measure.span.start) ? 'other' : previous
  const [first, ...rest] = places
  if (!first) return null
  return rest.length === 0 || (ofOwner.length > 0 && isOneThing(owner)) ? first : 'other'
}

/** "a 5 cm mass over the elbow and forearm" is one thing, named by where it begins. */
const isOneThing = (owner: Head | null): boolean => owner !== null && !/s$/i.test(owner.text)
