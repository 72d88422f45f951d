/** Which mentions stand for a site of the patient: no vessel walls, no tissues beside sites. */
import type { DepositMention } from './deposit-mention.ts'
import { isShaft } from './place.ts'

/** Lumps of these are of their own kind; calcium in them is told only where it is named. */
const INNER: ReadonlySet<string> = new Set([
  'thyroid',
  'parathyroid',
  'larynx',
  'parotid',
  'spinal_cord',
  'prostate',
  'uterus',
  'tongue',
  'mouth',
  'gingiva',
])
const ROUTINE: ReadonlySet<string> = new Set(['abdomen', 'neck', 'breast', 'chest', 'pelvis'])
const NO_SITE: ReadonlySet<string> = new Set(['skin', 'dermis', 'epidermis', 'scar', 'lymph_node'])

/**
 * Where calcium can be told as a deposit: not the wall of a vessel, not the skin as such; an organ only in a patient
 * who has calcinosis ("microliths throughout both lungs" alone is another disease).
 */
export function isSite({ term, calcium, presence, lump }: DepositMention, calcinosis: boolean): boolean {
  if (NO_SITE.has(term.key)) return false
  // "no calcification of the vessels or muscles" tells of the vessels as much
  if (term.kind === 'vessel') return presence === 'absent' && calcium && calcinosis
  // "the abdomen was soft without masses" is said on every ward round
  if (presence === 'absent' && !calcium && !/deposit/i.test(lump) && ROUTINE.has(term.key)) return false
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
    if (isBareJoint(mention)) return false
    if (mention.presence === 'absent')
      return (
        isListedTissue(mention, mentions) ||
        !mentions.some(
          (other) => !isTissue(other) && other.sentence === mention.sentence && isNamedUnder(other, mention),
        )
      )
    return !mentions.some((other) => !isTissue(other) && other.presence !== 'absent')
  })
}

/** "no calcification in the muscles, vessels or kidneys": a list of tissues and organs. */
const isListedTissue = (mention: DepositMention, mentions: readonly DepositMention[]): boolean =>
  /^muscles$/i.test(mention.text) &&
  mentions.some(
    (other) =>
      (other.term.kind === 'organ' || other.term.kind === 'vessel') &&
      other.presence === 'absent' &&
      other.holds[1]?.start === mention.holds[1]?.start,
  )

/** "the masses restricted the joints": a joint is where calcium lies only if something lies around it. */
function isBareJoint({ text, term, sentence, holds }: DepositMention): boolean {
  if (term.key !== 'joint' || !/^(?:the )?joints?$/i.test(text)) return false
  const before = sentence.text.slice(0, (holds[0]?.start ?? 0) - sentence.span.start)
  return !/\b(?:around|about|near|over|beside|of|at|adjacent to)\s+(?:(?:the|her|his|many|several|all|large|small)\s+)*$/i.test(
    before,
  )
}

/** "no soft tissue calcification of the hands": one head, one denial; the hands are meant. */
const isNamedUnder = (place: DepositMention, tissue: DepositMention): boolean =>
  place.presence === 'absent' && place.lump === tissue.lump && place.holds[1]?.start === tissue.holds[1]?.start
