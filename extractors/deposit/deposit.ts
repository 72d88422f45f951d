/**
 * Deposits: where calcium lies, on which side, how large, and where it was looked for and not found. A place counts
 * only where calcification is said to be there; a lump counts as calcified in a patient whose calcinosis is told.
 */
import type { Span } from '../../corpus/document.ts'
import type { AnyFinding, Extractor, Ground } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Measure } from '../measure/measure.ts'
import { carriedViews, resolvedJoint, withKnownSide, withViewedSide } from './carried-place.ts'
import { denialOf, hasCalcinosis } from './case-context.ts'
import { depositsOfTable } from './deposit-table.ts'
import { ownerOfSize, withSide } from './loose-size.ts'
import { isShaft } from './place.ts'
import { isSite, withoutBareTissue, withoutLocators, withoutShafts, withoutSummaries } from './selection.ts'
import { type DepositMention, depositsIn, type LooseSize, type SentenceDeposits } from './sentence-deposits.ts'
import { sparedIn } from './spared.ts'

export const deposit: Extractor<'deposit'> = {
  id: 'deposit',
  version: 2,
  produces: ['deposit'],
  extract: (reading) => {
    const calcinosis = hasCalcinosis(reading)
    return reading.cases.flatMap(({ number }) => depositsOfCase(reading, number, calcinosis))
  },
}

/** What one sentence of a patient says. */
export interface Read extends SentenceDeposits {
  readonly sentence: ReadSentence
}

function depositsOfCase(reading: Reading, patient: number, calcinosis: boolean): readonly AnyFinding[] {
  const sentences = reading.sentences.filter(
    ({ subject }) => subject.who === 'patient' && subject.cases.includes(patient),
  )
  const read = sentences
    .filter(({ header }) => !header)
    .map((sentence): Read => ({ sentence, ...depositsIn(reading, sentence) }))
  const placed = placedMentions(reading, read, calcinosis)
    .map((mention) => resolvedJoint(reading, mention, sentences))
    .map((mention) => withViewedSide(mention, read))
    .map((mention) => withKnownSide(reading, mention, sentences))
  const tabled = depositsOfTable(reading, patient)
  const mentions = withoutSummaries(
    withoutShafts(withoutLocators(withoutBareTissue(placed))),
    tabled,
    reading.cases.length > 1,
  )
  const findings = mentions.map((mention) =>
    findingOf(patient, mention, mention.laterality, mention.sizes, [groundOf(mention)]),
  )
  return [...findings, ...looseSizes(patient, read, placed, mentions), ...tabled]
}

function placedMentions(reading: Reading, read: readonly Read[], calcinosis: boolean): readonly DepositMention[] {
  const told = read.flatMap(({ mentions }) => mentions).filter(({ calcium }) => calcium || calcinosis)
  const looked = calcinosis ? read.flatMap((_, index) => carriedViews(read, index)) : []
  const spared = calcinosis
    ? read.flatMap((current, index) => sparedIn(reading, current, read.slice(Math.max(0, index - 2), index)))
    : []
  const denial = denialOf(read.map(({ sentence }) => sentence))
  return [...told, ...looked, ...spared]
    .filter((mention) => isSite(mention, calcinosis))
    .filter(({ presence, sentence }) => !denial || presence === 'absent' || sentence.index > denial.index)
}

function findingOf(
  patient: number,
  mention: DepositMention,
  laterality: DepositMention['laterality'],
  sizes: readonly Measure[],
  grounds: readonly [Ground, ...Ground[]],
): AnyFinding {
  const largest = sizes.toSorted((a, b) => (b.maxMm ?? 0) - (a.maxMm ?? 0))[0]
  return {
    kind: 'deposit',
    case: patient,
    value: {
      site: { id: mention.term.id, label: mention.term.label, text: mention.text },
      laterality,
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

const groundOf = ({ sentence, holds, rule }: DepositMention): Ground => ({
  span: around([sentence.span, ...holds]),
  holds,
  rule,
})

const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** Sizes of sentences without a place, and of tissues that stand for a place told elsewhere ("of 95 mm in the soft tissue"). */
function looseSizes(
  patient: number,
  read: readonly Read[],
  placed: readonly DepositMention[],
  kept: readonly DepositMention[],
): readonly AnyFinding[] {
  const loose = read.flatMap(({ looseSizes: sizes, sentence }) => sizes.map((size) => ({ size, sentence })))
  const ofTissue = placed
    .filter((mention) => (mention.term.kind === 'tissue' || isShaft(mention.term.key)) && !kept.includes(mention))
    .flatMap(({ sizes, sentence, lump }) =>
      sizes.map((measure) => ({ size: sizeOfTissue(measure, lump, sentence), sentence })),
    )
  // "on the left side the plaque measured 17 cm; on the right it measured 11 cm": the second follows the first
  let previous: { readonly sentence: ReadSentence; readonly owner: DepositMention } | null = null
  return [...loose, ...ofTissue].flatMap(({ size, sentence }): readonly AnyFinding[] => {
    const owner =
      ownerOfSize(sentence, size, kept) ??
      (previous?.sentence === sentence ? withSide(previous.owner, size.side) : null)
    previous = owner ? { sentence, owner } : null
    return owner
      ? [findingOf(patient, owner, owner.laterality, [size.measure], [groundOfSize(owner, size, sentence)])]
      : []
  })
}

const sizeOfTissue = (measure: Measure, lump: string, { span }: ReadSentence): LooseSize => ({
  measure,
  lump,
  side: null,
  turn: null,
  span: { start: measure.span.start + span.start, end: measure.span.end + span.start },
})

/** Neighbouring sentences are quoted together, so that the quote holds place and size. */
function groundOfSize(owner: DepositMention, { span }: LooseSize, sentence: ReadSentence): Ground {
  const isNear = Math.abs(sentence.index - owner.sentence.index) <= 1 && sentence.block === owner.sentence.block
  return isNear
    ? {
        span: around([owner.sentence.span, sentence.span]),
        holds: [...owner.holds, span],
        rule: 'deposit/size-carried',
      }
    : { span: sentence.span, holds: [span], rule: 'deposit/size-of-known-site' }
}
