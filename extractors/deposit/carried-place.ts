/** Places that a sentence takes from the one before it. */
import { isA } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Read } from './deposit.ts'
import { type Place, placesIn } from './place.ts'
import { type DepositMention, shift } from './sentence-deposits.ts'
import { isSided } from './side.ts'

/** "CT of the pelvis was done. Extensive calcifications were noted." The place comes from the look before. */
export function carriedViews(read: readonly Read[], index: number): readonly DepositMention[] {
  const current = read[index]
  const previous = read[index - 1]
  if (!current?.placeless || !previous || previous.viewed.length === 0) return []
  if (current.mentions.some(({ term }) => term.kind !== 'tissue')) return []
  // a look that was told of has spent its place
  if (previous.mentions.some(({ rule }) => rule === 'deposit/viewed' || rule === 'deposit/absent')) return []
  // "a calcification beside the left trochanter ... The calcification was unchanged": it has its place already
  if (
    /\b(?:the|this|these)\s+$/i.test(current.sentence.text.slice(0, current.placeless.start)) &&
    previous.mentions.some(({ presence, term }) => presence === 'present' && term.kind !== 'tissue')
  )
    return []
  if (previous.sentence.index !== current.sentence.index - 1) return []
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
    lump: to.placeless?.text ?? '',
    sizes: [],
    rule: 'deposit/viewed-before',
    holds: [shift(place, from.span.start), ...(to.placeless ? [shift(to.placeless, to.sentence.span.start)] : [])],
  }
}

/** How far back "the joint" looks for the joint it means. */
const REACH = 2

/** "He had noticed stiffness of the left elbow. A calcified mass lay behind the joint." */
export function resolvedJoint(
  reading: Reading,
  mention: DepositMention,
  sentences: readonly ReadSentence[],
): DepositMention {
  if (mention.term.key !== 'joint' || !/^(?:the )?joint$/i.test(mention.text)) return mention
  const at = sentences.indexOf(mention.sentence)
  const meant = sentences
    .slice(Math.max(0, at - REACH), at)
    .flatMap((sentence) => placesIn(sentence.text, reading.mentionsIn(sentence, 'site'), sentence.span.start))
  const joint = meant
    .filter(({ term }) => ['upper_limb', 'lower_limb', 'tmj', 'sc_joint'].some((key) => isA(term, key)))
    .at(-1)
  return joint
    ? { ...mention, term: joint.term, text: joint.text, laterality: joint.laterality, rule: 'deposit/the-joint' }
    : mention
}

/** "She had a swelling of the right knee. ... calcified mass of the knee": the one side on which a part is ever spoken of. */
export function withKnownSide(
  reading: Reading,
  mention: DepositMention,
  sentences: readonly ReadSentence[],
): DepositMention {
  if (mention.laterality !== null || mention.presence === 'absent' || !isSided(mention.term)) return mention
  if (/s$/i.test(mention.text) || mention.sentence.section === 'front') return mention
  const at = sentences.indexOf(mention.sentence)
  const near = sentences
    .slice(Math.max(0, at - SIDE_REACH), at)
    .filter(({ section }) => section === mention.sentence.section)
    .flatMap((sentence) => placesIn(sentence.text, reading.mentionsIn(sentence, 'site'), sentence.span.start))
    .filter(({ term }) => term.key === mention.term.key)
  const sides = new Set(near.map(({ laterality }) => laterality).filter((side) => side !== null))
  const [side] = sides
  return sides.size === 1 && (side === 'left' || side === 'right') ? { ...mention, laterality: side } : mention
}

/** How many sentences back a side is remembered. */
const SIDE_REACH = 6

/** "Radiograph of the right hand: tiny calcifications of the thumb": what lies in a region looked at lies on its side. */
export function withViewedSide(mention: DepositMention, read: readonly Read[]): DepositMention {
  if (mention.laterality !== null || !isSided(mention.term)) return mention
  const at = read.findIndex(({ sentence }) => sentence === mention.sentence)
  const looks = read.slice(Math.max(0, at - 1), at + 1).flatMap(({ viewed }) => viewed)
  const region = looks
    .filter(
      (place) => isA(mention.term, place.term.key) && (place.laterality === 'left' || place.laterality === 'right'),
    )
    .at(-1)
  return region ? { ...mention, laterality: region.laterality } : mention
}
