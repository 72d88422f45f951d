/**
 * Deposits: where calcium lies, on which side, how large, and where it was looked for and not found. A place counts
 * only where calcification is said to be there; a lump counts as calcified in a patient whose calcinosis is told.
 */
import type { Span } from '../../corpus/document.ts'
import type { AnyFinding, Extractor, Ground } from '../extractor.ts'
import { isA } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Measure } from '../measure/measure.ts'
import { depositsOfTable } from './deposit-table.ts'
import type { Place } from './place.ts'
import { type DepositMention, depositsIn, type SentenceDeposits, shift } from './sentence-deposits.ts'
import { sparedIn } from './spared.ts'

export const deposit: Extractor<'deposit'> = {
  id: 'deposit',
  version: 1,
  produces: ['deposit'],
  extract: (reading) => reading.cases.flatMap(({ number }) => depositsOfCase(reading, number)),
}

interface Read extends SentenceDeposits {
  readonly sentence: ReadSentence
}

function depositsOfCase(reading: Reading, patient: number): readonly AnyFinding[] {
  const sentences = reading.sentences.filter(
    ({ subject }) => subject.who === 'patient' && subject.cases.includes(patient),
  )
  const read = sentences
    .filter(({ header }) => !header)
    .map((sentence): Read => ({ sentence, ...depositsIn(reading, sentence) }))
  const calcinosis = read.some(({ calcium }) => calcium) || isAboutCalcinosis(reading)
  const told = read.flatMap(({ mentions }) => mentions).filter(({ calcium }) => calcium || calcinosis)
  const looked = calcinosis ? read.flatMap((_, index) => carriedViews(read, index)) : []
  const spared = read.flatMap((_, index) => sparedPlaces(reading, read, index))
  const mentions = withoutSummaries(withoutBareTissue([...told, ...looked, ...spared].filter(isSite)))
  const findings = mentions.map((mention) => findingOf(patient, mention, mention.sizes, [groundOf(mention)]))
  return [...findings, ...looseSizes(patient, read, mentions), ...depositsOfTable(reading, patient)]
}

/** A paper that says calcinosis or calcification in its title. */
function isAboutCalcinosis({ document }: Reading): boolean {
  const title =
    document.metadata.title?.value ??
    document.blocks.find(({ kind }) => kind === 'title' || kind === 'heading')?.heading ??
    ''
  const firstBlock = document.blocks[0]
  const opening = firstBlock ? document.text.slice(firstBlock.span.start, firstBlock.span.end) : ''
  return /calcinosis|calcif/i.test(`${title} ${opening.slice(0, 200)}`)
}

/** Where calcium can be told as a deposit: not the wall of a vessel, not the skin as such. */
const isSite = ({ term, calcium }: DepositMention): boolean =>
  term.kind !== 'vessel' &&
  !['skin', 'dermis', 'epidermis', 'scar'].includes(term.key) &&
  (calcium || !INNER.has(term.key)) &&
  (term.kind !== 'organ' || calcium)

/** Lumps of these are of their own kind. */
const INNER: ReadonlySet<string> = new Set([
  'thyroid',
  'parathyroid',
  'larynx',
  'parotid',
  'lymph_node',
  'spinal_cord',
  'prostate',
  'uterus',
])

/** "soft tissue", "subcutaneous", "periarticular" are a site only for a patient of whom no better is told. */
function withoutBareTissue(mentions: readonly DepositMention[]): readonly DepositMention[] {
  const isTissue = ({ term }: DepositMention) => term.kind === 'tissue'
  return mentions.filter((mention) => {
    if (!isTissue(mention)) return true
    if (mention.presence === 'absent')
      return !mentions.some(
        (other) => !isTissue(other) && other.sentence === mention.sentence && other.presence !== 'absent',
      )
    return !mentions.some((other) => !isTissue(other) && other.presence !== 'absent')
  })
}

/** Wide regions that a summary names for what is told place by place elsewhere: "calcinosis of the extremities and thorax". */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  extremity: ['upper_limb', 'lower_limb'],
  chest: ['chest'],
  pelvis: ['pelvis'],
  spine: ['spine'],
  abdomen: ['abdomen'],
}

function withoutSummaries(mentions: readonly DepositMention[]): readonly DepositMention[] {
  const present = mentions.filter(({ presence }) => presence === 'present')
  return mentions.filter((mention) => {
    const within = WIDE[mention.term.key]
    if (!within || mention.presence !== 'present' || mention.sizes.length > 0) return true
    return !present.some(({ term }) => term.key !== mention.term.key && within.some((key) => isA(term, key)))
  })
}

/** "CT of the pelvis was done. Extensive calcifications were noted." The place comes from the look before. */
function carriedViews(read: readonly Read[], index: number): readonly DepositMention[] {
  const current = read[index]
  const previous = read[index - 1]
  if (!current?.placeless || !previous || previous.viewed.length === 0) return []
  if (
    current.mentions.some(({ term }) => term.kind !== 'tissue') ||
    previous.sentence.index !== current.sentence.index - 1
  )
    return []
  return previous.viewed.map((place) => carried(place, previous.sentence, current))
}

function carried(place: Place, from: ReadSentence, to: Read): DepositMention {
  return {
    sentence: to.sentence,
    term: place.term,
    text: place.text,
    laterality: place.laterality,
    presence: 'present',
    calcium: true,
    form: null,
    modality: null,
    count: null,
    sizes: [],
    rule: 'deposit/viewed-before',
    holds: [shift(place, from.span.start), ...(to.placeless ? [shift(to.placeless, to.sentence.span.start)] : [])],
  }
}

/** "The face and the trunk were spared" after a sentence about calcifications. */
function sparedPlaces(reading: Reading, read: readonly Read[], index: number): readonly DepositMention[] {
  return sparedIn(reading, read[index], read.slice(Math.max(0, index - 2), index))
}

function findingOf(
  patient: number,
  mention: DepositMention,
  sizes: readonly Measure[],
  grounds: readonly [Ground, ...Ground[]],
): AnyFinding {
  const largest = sizes.toSorted((a, b) => (b.maxMm ?? 0) - (a.maxMm ?? 0))[0]
  return {
    kind: 'deposit',
    case: patient,
    value: {
      site: { id: mention.term.id, label: mention.term.label, text: mention.text },
      laterality: mention.laterality,
      status: mention.presence,
      dims_mm: largest?.dimsMm ?? [],
      max_mm: largest?.maxMm ?? null,
      count: mention.count,
      form: mention.form,
      modality: mention.modality,
    },
    grounds,
  }
}

function groundOf({ sentence, holds, rule }: DepositMention): Ground {
  return { span: around([sentence.span, ...holds]), holds, rule }
}

const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** "The mass measured 5 x 4 cm": the lump of the sentences just before, or the only one the patient has. */
function looseSizes(
  patient: number,
  read: readonly Read[],
  mentions: readonly DepositMention[],
): readonly AnyFinding[] {
  return read.flatMap(({ looseSizes: sizes, sentence }) =>
    sizes.flatMap(({ measure, span }): readonly AnyFinding[] => {
      const owner = antecedent(sentence, mentions)
      if (!owner) return []
      const quote = around([owner.sentence.span, sentence.span])
      const near = Math.abs(sentence.index - owner.sentence.index) <= 1 && sentence.block === owner.sentence.block
      const ground: Ground = near
        ? { span: quote, holds: [...owner.holds, span], rule: 'deposit/size-carried' }
        : { span: sentence.span, holds: [span], rule: 'deposit/size-of-only-site' }
      return [findingOf(patient, owner, [measure], [ground])]
    }),
  )
}

/** How many sentences back a bare "it" or "the mass" reaches. */
const REACH = 3

function antecedent(sentence: ReadSentence, mentions: readonly DepositMention[]): DepositMention | null {
  const present = mentions.filter(({ presence, term }) => presence === 'present' && term.kind !== 'tissue')
  const before = present.filter(
    (mention) =>
      mention.sentence.index < sentence.index &&
      sentence.index - mention.sentence.index <= REACH &&
      mention.sentence.section === sentence.section,
  )
  const latest = before.filter((mention) => mention.sentence.index === before.at(-1)?.sentence.index)
  if (latest.length > 0) return onlyOne(latest)
  return onlyOne(present)
}

function onlyOne(mentions: readonly DepositMention[]): DepositMention | null {
  const keys = new Set(mentions.map(({ term, laterality }) => `${term.key} ${laterality}`))
  return keys.size === 1 ? (mentions[0] ?? null) : null
}
