/** Which mentions stand for a site of the patient: no vessel walls, no tissues beside sites, no summaries beside details. */
import type { AnyFinding } from '../extractor.ts'
import { isA } from '../language/load-terms.ts'
import { isShaft } from './place.ts'
import type { DepositMention } from './sentence-deposits.ts'

/** Lumps of these are of their own kind; calcium in them is told only where it is named. */
const INNER: ReadonlySet<string> = new Set([
  'thyroid',
  'parathyroid',
  'larynx',
  'parotid',
  'spinal_cord',
  'prostate',
  'uterus',
])
const NO_SITE: ReadonlySet<string> = new Set(['skin', 'dermis', 'epidermis', 'scar', 'lymph_node'])

/**
 * Where calcium can be told as a deposit: not the wall of a vessel, not the skin as such; an organ only in a patient
 * who has calcinosis ("microliths throughout both lungs" alone is another disease).
 */
export function isSite({ term, calcium, presence }: DepositMention, calcinosis: boolean): boolean {
  if (term.kind === 'vessel' || NO_SITE.has(term.key)) return false
  const isInner = term.kind === 'organ' || INNER.has(term.key)
  return isInner ? calcium && (calcinosis || presence === 'absent') : calcium || calcinosis
}

const isTissue = ({ term }: DepositMention) => term.kind === 'tissue'

/** "along the proximal ulna" on a film of the elbow: the bone gives way to the place that the same words have. */
export function withoutShafts(mentions: readonly DepositMention[]): readonly DepositMention[] {
  return mentions.filter(
    (mention) =>
      !isShaft(mention.term.key) ||
      !mentions.some(
        (other) =>
          other.sentence === mention.sentence &&
          !isShaft(other.term.key) &&
          !isTissue(other) &&
          other.holds[1]?.start === mention.holds[1]?.start,
      ),
  )
}

/** "soft tissue", "subcutaneous", "periarticular" are a site only for a patient of whom no better is told. */
export function withoutBareTissue(mentions: readonly DepositMention[]): readonly DepositMention[] {
  return mentions.filter((mention) => {
    if (!isTissue(mention)) return true
    if (mention.presence === 'absent')
      return !mentions.some(
        (other) => !isTissue(other) && other.sentence === mention.sentence && isNamedUnder(other, mention),
      )
    return !mentions.some((other) => !isTissue(other) && other.presence !== 'absent')
  })
}

/** "no soft tissue calcification of the hands": one head, one denial; the hands are meant. */
const isNamedUnder = (place: DepositMention, tissue: DepositMention): boolean =>
  place.presence === 'absent' && place.lump === tissue.lump && place.holds[1]?.start === tissue.holds[1]?.start

/** Words that say what a lump lies against; with a place of its own told before, that is no second place. */
const AGAINST =
  /\b(?:(?:adherent|attached|adjacent|close|next|contiguous|fused|stuck|fixed|tethered)\s+to|abutt(?:ing|ed)|displac(?:ing|ed)|compress(?:ing|ed)|invad(?:ing|ed)|encroach(?:ing|ed)\s+(?:up)?on|encas(?:ing|ed)|in contact with|imping(?:ing|ed)\s+(?:up)?on|narrow(?:ing|ed)|(?:extend|protrud|bulg|reach|spread)(?:ing|ed)\s+(?:in)?to\s+the\s+(?:spinal|epidural|vertebral|neural|joint)|(?:at|near)\s+the\s+level\s+of)\s+(?:(?:the|her|his|both|left|right|bilateral|underlying|adjacent|of|spinal|epidural|flexor|extensor)\s+)*$/i
const SPINAL_PART: ReadonlySet<string> = new Set([
  'facet_joint',
  'spinal_canal',
  'epidural',
  'spinous_process',
  'lamina',
])

/** "a mass of the left hip abutting the greater trochanter", "around the facet joint at C5/6": one lump, one place. */
export function withoutLocators(mentions: readonly DepositMention[]): readonly DepositMention[] {
  return mentions.filter((mention) => {
    if (mention.presence !== 'present' || mention.sizes.length > 0) return true
    const siblings = mentions.filter(
      (other) =>
        other !== mention &&
        other.sentence === mention.sentence &&
        other.presence === 'present' &&
        other.term.key !== mention.term.key &&
        !isTissue(other) &&
        other.holds[1]?.start === mention.holds[1]?.start,
    )
    if (SPINAL_PART.has(mention.term.key))
      return !siblings.some(({ term }) => !SPINAL_PART.has(term.key) && isA(term, 'spine'))
    const at = mention.holds[0]?.start ?? 0
    const earlier = siblings.filter(({ holds }) => (holds[0]?.end ?? 0) <= at).at(-1)
    const from = earlier?.holds[0]?.end
    if (from === undefined) return true
    const gap = mention.sentence.text.slice(from - mention.sentence.span.start, at - mention.sentence.span.start)
    return !AGAINST.test(gap) || /\b(?:and|or|as well as)\s+(?:in|on|at|over|of|the|adjacent)\b/i.test(gap)
  })
}

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

/** "the finger lesions": the place stands inside a definite name. */
const isSpokenOf = ({ holds: [place, head], lump, presence, sizes }: DepositMention): boolean =>
  presence === 'present' &&
  sizes.length === 0 &&
  /^(?:the|these|those)\b/i.test(lump) &&
  place !== undefined &&
  head !== undefined &&
  place.start >= head.start &&
  place.end <= head.end

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
