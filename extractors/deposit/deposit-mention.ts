/** One place of one sentence where a deposit is said to be, or not to be. */
import type { Span } from '../../corpus/document.ts'
import type { DepositForm, Laterality, Modality } from '../case-record.ts'
import type { Assertion } from '../language/assertion.ts'
import type { ReadSentence } from '../language/reading.ts'
import type { Term } from '../language/term.ts'
import type { Measure } from '../measure/measure.ts'
import { countOf, formOf, modalityOf } from './description.ts'
import type { Place } from './place.ts'
import { type Presence, presenceOf } from './presence.ts'
import type { BoundSize } from './size.ts'
import { isSpared } from './spared.ts'
import type { Attached } from './tie.ts'

/** Spans are of the document. */
export interface DepositMention {
  readonly sentence: ReadSentence
  readonly term: Term
  readonly text: string
  readonly laterality: Laterality | null
  readonly presence: Presence
  /** Whether the head itself says calcium; a bare lump counts only in a patient with calcinosis. */
  readonly calcium: boolean
  readonly form: DepositForm | null
  readonly modality: Modality | null
  readonly count: number | null
  /** The head as written. */
  readonly lump: string
  readonly sizes: readonly Measure[]
  readonly rule: string
  readonly holds: readonly Span[]
}

/** What mentions of a sentence are made from. */
export interface Told {
  readonly sentence: ReadSentence
  readonly sizes: readonly BoundSize[]
  readonly asserted: (span: Span) => Assertion
}

/** The mentions of a place under its head: one, and one more for each side that has a size of its own. */
export function mentionsOf(told: Told, tie: Attached, place: Place): readonly DepositMention[] {
  const { text } = told.sentence
  const presence = isSpared(text, place)
    ? 'absent'
    : presenceOf(text, tie.head, place, { head: told.asserted(tie.head), place: told.asserted(place) })
  if (!presence) return []
  const own = presence === 'absent' ? [] : told.sizes.filter((size) => size.place === place)
  const sides = otherSides(place)
  const whole = own.filter(({ side }) => !sides.some((one) => one === side))
  return [
    mentionWith(told, tie, place, presence, place.laterality, whole),
    ...sides.flatMap((side) => {
      const ofSide = own.filter((size) => size.side === side)
      return ofSide.length > 0 ? [mentionWith(told, tie, place, presence, side, ofSide)] : []
    }),
  ]
}

/** "9 cm on the right flank and 6 cm on the left" names the other flank too. */
function otherSides({ laterality }: Place): readonly ('left' | 'right')[] {
  if (laterality === 'bilateral') return ['left', 'right']
  return laterality === 'left' ? ['right'] : laterality === 'right' ? ['left'] : []
}

function mentionWith(
  { sentence }: Told,
  { head, viewed }: Attached,
  place: Place,
  presence: Presence,
  laterality: Laterality | null,
  own: readonly BoundSize[],
): DepositMention {
  const { text, span } = sentence
  const sizes = own.map(({ measure }) => measure)
  const holds = [place, head, ...sizes.map((size) => size.span)].map((one) => shift(one, span.start))
  return {
    sentence,
    term: place.term,
    text: asWritten(text, place),
    laterality,
    presence,
    calcium: head.kind === 'calcification',
    form: formOf(text, head),
    modality: modalityOf(text, head),
    count: countOf(text, head, place.start),
    lump: head.lump ?? head.text,
    sizes,
    rule: `deposit/${presence === 'absent' ? 'absent' : viewed ? 'viewed' : head.lump ? 'reference' : head.kind}`,
    holds,
  }
}

const ASPECT =
  /\b(?:(?:(?:antero|postero)?-?(?:lateral|medial)|anterior|posterior|inner|outer|extensor|flexor|dorsal|volar|radial|ulnar|proximal|distal|upper|lower|middle)\s+(?:(?:aspects?|sides?|surfaces?|parts?|portions?|thirds?|faces?|ends?)\s+of\s+)?|(?:tips?|pulps?|ends?)\s+of\s+)(?:(?:the|her|his|both|each)\s+)?(?:(?:left|right)\s+)?$/i

/** The place with the aspect that is named: "lateral side of the right thigh". */
const asWritten = (text: string, { start, text: place }: Place): string =>
  (ASPECT.exec(text.slice(0, start))?.[0] ?? '') + place

/** A mention with nothing but its place: of a place that is spared, or that the sentence before told. */
export const bareMention = (
  sentence: ReadSentence,
  place: Place,
  from: ReadSentence,
  told: Pick<DepositMention, 'presence' | 'rule'> & { readonly lump?: Span & { readonly text: string } },
): DepositMention => ({
  sentence,
  term: place.term,
  text: place.text,
  laterality: place.laterality,
  presence: told.presence,
  calcium: true,
  form: null,
  modality: null,
  count: null,
  lump: told.lump?.text ?? '',
  sizes: [],
  rule: told.rule,
  holds: [shift(place, from.span.start), ...(told.lump ? [shift(told.lump, sentence.span.start)] : [])],
})

/** Offsets of a sentence as offsets of the document, and no more than that. */
export const shift = ({ start, end }: Span, offset: number): Span => ({ start: start + offset, end: end + offset })
