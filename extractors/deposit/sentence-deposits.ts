/** Deposits of one sentence: places under heads that say calcium, with presence and sizes; and what the sentence leaves open. */
import type { Span } from '../../corpus/document.ts'
import type { DepositForm, Laterality, Modality } from '../case-record.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Term } from '../language/term.ts'
import { type Measure, measuresIn } from '../measure/measure.ts'
import { toldOf } from '../treatment/told.ts'
import { type Attached, attach, chainsOf, isDeposit, viewedPlaces } from './attach.ts'
import { countOf, formOf, modalityOf } from './description.ts'
import { believed } from './doubted-units.ts'
import { type Head, headsIn } from './head.ts'
import { isTissue, type Place, placesIn } from './place.ts'
import { isSought, isSpared, type Presence, presenceOf } from './presence.ts'
import { type BoundSize, boundSizes } from './size.ts'
import { listedSizes } from './size-list.ts'

/** One place of one sentence; spans are of the document. */
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

/** A size without a place in its sentence. */
export interface LooseSize extends Pick<BoundSize, 'side' | 'lump' | 'turn'> {
  readonly measure: Measure
  readonly span: Span
}

export interface SentenceDeposits {
  readonly mentions: readonly DepositMention[]
  /** Sizes of a lump whose place another sentence tells. */
  readonly looseSizes: readonly LooseSize[]
  /** Places that were looked at without a word of what was seen: the next sentence may tell. */
  readonly viewed: readonly Place[]
  /** Whether calcium is affirmed, and affirmed without a place. */
  readonly calcium: boolean
  readonly placeless: Head | null
}

const NOTHING: SentenceDeposits = { mentions: [], looseSizes: [], viewed: [], calcium: false, placeless: null }

/** Most sentences name neither a place nor calcium nor a size; they are not looked at closer. */
const mayTell = (reading: Reading, sentence: ReadSentence): boolean =>
  reading.mentionsIn(sentence, 'site').length > 0 ||
  /calc[ai]|hydroxyapatite|chalky|radio-?(?:opa|dens)|\d[\s\u00a0-]?(?:mm|cm|inch|milli|centi)/i.test(sentence.text)

/** Reads one sentence of a patient. */
export function depositsIn(reading: Reading, sentence: ReadSentence): SentenceDeposits {
  const { text } = sentence
  if (!mayTell(reading, sentence)) return NOTHING
  const offset = sentence.span.start
  const heads = headsIn(text)
  const operations = reading.mentionsIn(sentence, 'treatment')
  // "carpal tunnel release" names an operation, not a place of calcium
  const sites = reading
    .mentionsIn(sentence, 'site')
    .filter(({ span }) => !operations.some((one) => one.span.start <= span.start && one.span.end > span.end))
  const places = placesIn(text, sites, offset)
  const chains = chainsOf(text, places)
  const named = attach(text, chains, heads)
  const measures = believed(measuresIn(text), sentence, reading)
  const ties = [...named, ...listedSizes(text, chains, named, heads, measures)]
  const tied = ties.filter(({ head }) => isDeposit(head)).flatMap(({ chain }) => chain.places)
  const elsewhere = places.filter((place) => !tied.includes(place))
  const sizes = boundSizes(text, measures, heads, ties, elsewhere)
  const asserted = (span: Span) => toldOf(sentence, reading.assertionOf(shift(span, offset), sentence))
  const affirmed = heads.filter(
    (head) =>
      head.kind === 'calcification' &&
      asserted(head).polarity === 'affirmed' &&
      asserted(head).temporality !== 'hypothetical' &&
      asserted(head).experiencer === 'patient' &&
      !isSought(text, head),
  )
  const mentions = ties.flatMap((tie) =>
    isDeposit(tie.head) ? tie.chain.places.flatMap((place) => mentionOf(tie, place)) : [],
  )

  function mentionOf(tie: Attached, place: Place): readonly DepositMention[] {
    const { head } = tie
    const presence =
      isSpared(text, place) && affirmed.length > 0
        ? 'absent'
        : presenceOf(text, head, place, { head: asserted(head), place: asserted(place) })
    if (!presence) return []
    const own = presence === 'absent' ? [] : sizes.filter((size) => size.place === place)
    // "9 cm on the right flank and 6 cm on the left" names the other flank too
    const sides =
      place.laterality === 'bilateral'
        ? (['left', 'right'] as const)
        : place.laterality === 'left'
          ? (['right'] as const)
          : place.laterality === 'right'
            ? (['left'] as const)
            : []
    const whole = own.filter(({ side }) => !sides.some((one) => one === side))
    return [
      mentionWith(tie, place, presence, place.laterality, whole),
      ...sides.flatMap((side) => {
        const ofSide = own.filter((size) => size.side === side)
        return ofSide.length > 0 ? [mentionWith(tie, place, presence, side, ofSide)] : []
      }),
    ]
  }

  function mentionWith(
    { head, viewed }: Attached,
    place: Place,
    presence: Presence,
    laterality: Laterality | null,
    own: readonly BoundSize[],
  ): DepositMention {
    const measures = own.map(({ measure }) => measure)
    return {
      sentence,
      term: place.term,
      text: place.text,
      laterality,
      presence,
      calcium: head.kind === 'calcification',
      form: formOf(text, head),
      modality: modalityOf(text, head),
      count: countOf(text, head, place.start),
      lump: head.text,
      sizes: measures,
      rule: `deposit/${presence === 'absent' ? 'absent' : viewed ? 'viewed' : head.kind}`,
      holds: [shift(place, offset), shift(head, offset), ...measures.map(({ span }) => shift(span, offset))],
    }
  }

  return {
    mentions,
    looseSizes: sizes.flatMap(({ measure, place, side, lump, turn }) =>
      place ? [] : [{ measure, side, lump, turn, span: shift(measure.span, offset) }],
    ),
    viewed: viewedPlaces(text, chains, heads),
    calcium: affirmed.length > 0,
    placeless:
      affirmed.find((head) => !ties.some((tie) => tie.head === head && !tie.chain.places.every(isTissue))) ?? null,
  }
}

/** Offsets of a sentence as offsets of the document, and no more than that. */
export const shift = ({ start, end }: Span, offset: number): Span => ({ start: start + offset, end: end + offset })
