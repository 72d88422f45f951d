/** Deposits of one sentence: places under heads that say calcium, with presence and sizes; and what the sentence leaves open. */
import type { Span } from '../../corpus/document.ts'
import type { Assertion } from '../language/assertion.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type Measure, measuresIn } from '../measure/measure.ts'
import { toldOf } from '../treatment/told.ts'
import { attach, viewedPlaces } from './attach.ts'
import { chainsOf } from './chain.ts'
import { type DepositMention, mentionsOf, shift } from './deposit-mention.ts'
import { believed } from './doubted-units.ts'
import { type Head, headsIn } from './head.ts'
import { isTissue, type Place, placesIn } from './place.ts'
import { isSought } from './presence.ts'
import { referencesIn, type Talk, talkOf } from './reference.ts'
import { type BoundSize, boundSizes } from './size.ts'
import { listedSizes } from './size-list.ts'
import { isSpared } from './spared.ts'
import { type Attached, isDeposit } from './tie.ts'

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
  /** Places of a swelling or an ulcer that nothing is said of yet: the film or the biopsy may tell what it was. */
  readonly complaints: readonly Place[]
  /** Places that are said to be spared, without a word of what. */
  readonly spared: readonly Place[]
  /** Whether calcium is affirmed, and affirmed without a place. */
  readonly calcium: boolean
  readonly placeless: Head | null
  /** What the next sentence may refer to; undefined where nothing is named that could be. */
  readonly talk: Talk | null | undefined
}

const NOTHING: SentenceDeposits = {
  mentions: [],
  looseSizes: [],
  viewed: [],
  complaints: [],
  spared: [],
  calcium: false,
  placeless: null,
  talk: undefined,
}

/** Most sentences name neither a place nor calcium nor a size; they are not looked at closer. */
const mayTell = (reading: Reading, sentence: ReadSentence): boolean =>
  reading.mentionsIn(sentence, 'site').length > 0 ||
  /calc[ais]|hydroxyapatite|chalk|radio-?(?:opa|dens)|\d[\s\u00a0-]?(?:mm|cm|inch|milli|centi)/i.test(sentence.text)

/** Reads one sentence of a patient; `before` is what the sentence before spoke of. */
export function depositsIn(reading: Reading, sentence: ReadSentence, before: Talk | null): SentenceDeposits {
  const { text, span } = sentence
  const asserted = assertionsOf(reading, sentence)
  const isSaid = (head: Head) => isTold(text, head, asserted(head))
  if (!mayTell(reading, sentence)) return { ...NOTHING, talk: talkIn(headsIn(text).filter(isSaid)) }
  const heads = headsOf(reading, sentence, before)
  const places = placesIn(text, sitesOf(reading, sentence), span.start)
  const chains = chainsOf(text, places)
  const direct = attach(text, chains, heads)
  const measures = believed(measuresIn(text), sentence, reading)
  const ties = [...direct, ...listedSizes(text, chains, direct, heads, measures)]
  const own = ties.filter(({ head }) => isDeposit(head))
  const elsewhere = places.filter((place) => !own.some(({ chain }) => chain.places.includes(place)))
  const sizes = boundSizes(text, measures, heads, ties, elsewhere)
  const affirmed = heads.filter((head) => head.kind === 'calcification' && isSaid(head))
  return {
    mentions: own.flatMap((tie) =>
      tie.chain.places.flatMap((place) => mentionsOf({ sentence, sizes, asserted }, tie, place)),
    ),
    looseSizes: sizes
      .filter(({ place }) => !place)
      .map(({ measure, side, lump, turn }) => ({ measure, side, lump, turn, span: shift(measure.span, span.start) })),
    viewed: viewedPlaces(text, chains, heads),
    complaints: complaintsOf(text, direct),
    spared: elsewhere.filter((place) => !isTissue(place) && isSpared(text, place)),
    calcium: affirmed.length > 0,
    placeless: affirmed.find((head) => isPlaceless(head, ties)) ?? null,
    talk: talkIn(heads.filter(isSaid)),
  }
}

function headsOf(reading: Reading, sentence: ReadSentence, before: Talk | null): readonly Head[] {
  const named = [...headsIn(sentence.text), ...shortNamesIn(reading, sentence)]
  return [...named, ...referencesIn(sentence.text, named, before)].toSorted((a, b) => a.start - b.start)
}

/** "carpal tunnel release" names an operation, not a place of calcium. */
function sitesOf(reading: Reading, sentence: ReadSentence): ReturnType<Reading['mentionsIn']> {
  const operations = reading.mentionsIn(sentence, 'treatment')
  return reading
    .mentionsIn(sentence, 'site')
    .filter(({ span }) => !operations.some((one) => one.span.start <= span.start && one.span.end > span.end))
}

/** Abbreviations that the paper defines: "tumoral calcinosis (TC)", later "two TCs of the left hip". */
const shortNamesIn = (reading: Reading, sentence: ReadSentence): readonly Head[] =>
  reading.mentionsIn(sentence, 'calcinosis').flatMap(({ term, span }): readonly Head[] => {
    const { start, end } = shift(span, -sentence.span.start)
    const text = sentence.text.slice(start, end)
    const isShort = /^[A-Z]{2,}s?$/.test(text) && NAMES_DEPOSITS.has(term.kind)
    return isShort ? [{ kind: 'calcification', text, start, end }] : []
  })

/** Kinds of terms that name what lies there; a vascular calcification or a calciphylaxis lies in vessels. */
const NAMES_DEPOSITS: ReadonlySet<string> = new Set(['general', 'morphology', 'depth'])

/** Assertions of spans of the sentence; of "hard, not painful nodes" the first word is asked, for the "not" is of "painful". */
const assertionsOf =
  (reading: Reading, sentence: ReadSentence) =>
  ({ start, end }: Span): Assertion => {
    const inner = /\s+not\s/i.exec(sentence.text.slice(start, end))
    const span = shift({ start, end: inner ? start + inner.index : end }, sentence.span.start)
    return toldOf(sentence, reading.assertionOf(span, sentence))
  }

const isTold = (text: string, head: Head, { polarity, temporality, experiencer }: Assertion): boolean =>
  polarity === 'affirmed' && temporality !== 'hypothetical' && experiencer === 'patient' && !isSought(text, head)

/** A place behind the complaint is its place; one in front may be of something else. */
function complaintsOf(text: string, ties: readonly Attached[]): readonly Place[] {
  const swollen = ties.filter(({ head }) => isSwelling(text, head))
  const behind = swollen.filter(({ head, chain }) => chain.start >= head.end)
  return (behind.length > 0 ? behind : swollen).flatMap(({ chain }) => chain.places)
}

/** "pain of both hips with swelling", "an infected ulcer of the shin". */
const isSwelling = (text: string, { kind, text: word }: Head): boolean =>
  kind === 'other' &&
  (/^(?:swelling|ulcer|wound|abscess|induration|sinus|fistula)/i.test(word) ||
    (/^(?:pain|stiffness|tenderness|limitation)/i.test(word) && /\bswelling\b/i.test(text)))

const isPlaceless = (head: Head, ties: readonly Attached[]): boolean =>
  !ties.some((tie) => tie.head === head && !tie.chain.places.every(isTissue))

/** What a sentence leaves to be spoken of; undefined where it names nothing. */
const talkIn = (heads: readonly Head[]): Talk | null | undefined =>
  heads.some(({ kind }) => kind !== 'view') ? talkOf(heads) : undefined
