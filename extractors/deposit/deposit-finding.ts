/** From a mention to the finding that goes into the record, with the quote that holds place and size. */
import type { Span } from '../../corpus/document.ts'
import type { AnyFinding, Ground } from '../extractor.ts'
import type { ReadSentence } from '../language/reading.ts'
import type { Measure } from '../measure/measure.ts'
import type { DepositMention } from './deposit-mention.ts'
import type { LooseSize } from './sentence-deposits.ts'

export function findingOf(
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

export const groundOf = ({ sentence, holds, rule }: DepositMention): Ground => ({
  span: around([sentence.span, ...holds]),
  holds,
  rule,
})

const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** Neighbouring sentences are quoted together, so that the quote holds place and size. */
export function groundOfSize(owner: DepositMention, { span }: LooseSize, sentence: ReadSentence): Ground {
  const isNear = Math.abs(sentence.index - owner.sentence.index) <= 1 && sentence.block === owner.sentence.block
  return isNear
    ? {
        span: around([owner.sentence.span, sentence.span]),
        holds: [...owner.holds, span],
        rule: 'deposit/size-carried',
      }
    : { span: sentence.span, holds: [span], rule: 'deposit/size-of-known-site' }
}
