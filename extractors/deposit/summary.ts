/** Regions that a title, a summary or a film's name gives for what is told place by place elsewhere. */
import type { AnyFinding } from '../extractor.ts'
import { isA } from '../language/load-terms.ts'
import type { DepositMention } from './deposit-mention.ts'

/** Wide regions that a summary or a film's name gives for what is told place by place elsewhere. */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  extremity: ['upper_limb', 'lower_limb'],
  chest: ['chest'],
  pelvis: ['pelvis'],
  spine: ['spine'],
  abdomen: ['abdomen'],
  back: ['back'],
}

/** "Calcinosis of the knee" over a paper about the right patella. */
const isTitle = ({ sentence, laterality, sizes }: DepositMention): boolean =>
  sentence.section === 'front' && laterality !== 'left' && laterality !== 'right' && sizes.length === 0

/** "the finger lesions", "the gluteal plaque": the place stands inside or before a definite name. */
function isSpokenOf({ holds: [place, head], lump, presence, sizes, sentence }: DepositMention): boolean {
  if (presence !== 'present' || sizes.length > 0 || !place || !head) return false
  if (place.start >= head.start) return place.end <= head.end && /^(?:the|these|those)\b/i.test(lump)
  const { text, span } = sentence
  return (
    /^[\s-]*$/.test(text.slice(place.end - span.start, head.start - span.start)) &&
    /\b(?:the|these|those|this|her|his)\s+(?:(?:left|right|residual|remaining|large|small)\s+)*$/i.test(
      text.slice(0, place.start - span.start),
    )
  )
}

/** "calcinosis of the extremities and thorax" beside elbows, knees and ribs; "pelvis radiograph" beside the left buttock. */
export function withoutSummaries(
  mentions: readonly DepositMention[],
  tabled: readonly AnyFinding[],
  isSeries: boolean,
): readonly DepositMention[] {
  const present = mentions.filter(({ presence }) => presence === 'present')
  return mentions.filter((mention) => {
    const within = WIDE[mention.term.key]
    if (
      mention.term.key === 'finger' &&
      /^digital$/i.test(mention.text) &&
      present.some(({ term }) => term.key !== 'finger' && isA(term, 'finger'))
    )
      return false
    // "The finger lesions did not grow": spoken of again, after the index finger was named
    if (isSpokenOf(mention) && present.some(({ term }) => term.key !== mention.term.key && isA(term, mention.term.key)))
      return false
    // "Calcinosis of the hand: three cases" is not true of each of them
    if (isTitle(mention) && isSeries && present.some(({ sentence }) => sentence.section !== 'front')) return false
    if (
      isTitle(mention) &&
      present.some(
        (other) =>
          other.sentence !== mention.sentence &&
          other.term.key !== mention.term.key &&
          isA(other.term, mention.term.key),
      )
    )
      return false
    if (!within || mention.presence !== 'present' || mention.sizes.length > 0) return true
    if (
      mention.rule === 'deposit/viewed' &&
      (present.some(({ rule }) => rule !== 'deposit/viewed') || tabled.length > 0)
    )
      return false
    return !present.some(({ term }) => term.key !== mention.term.key && within.some((key) => isA(term, key)))
  })
}
