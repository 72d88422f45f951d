/** Places that a sentence takes from the one before it. */
import { isA } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { bareMention, type DepositMention } from './deposit-mention.ts'
import { type Place, placesIn } from './place.ts'
import type { Read } from './read-in-turn.ts'
import { isSided } from './side.ts'

/**
 * Places that this sentence spares; `earlier` are the sentences just before, one of which has to place a deposit if this
 * one does not tell of any.
 */
export function sparedIn(current: Read, earlier: readonly Read[]): readonly DepositMention[] {
  const places = ({ mentions }: Read) => mentions.some(({ presence }) => presence === 'present')
  if (!current.calcium && !places(current) && !earlier.some(places)) return []
  return current.spared.map((place) =>
    bareMention(current.sentence, place, current.sentence, { presence: 'absent', rule: 'deposit/spared' }),
  )
}

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
  const lump = current.placeless
  return previous.viewed.map((place) =>
    bareMention(current.sentence, place, previous.sentence, {
      presence: 'present',
      rule: 'deposit/viewed-before',
      lump,
    }),
  )
}

const ESTABLISHED =
  /\b(?:radiogra\w+|X-?rays?|films?|CT|MRI|tomogra\w+|ultraso\w+|imaging|biops\w+|histo\w+|patholog\w+|microscop\w+|aspirat\w+|analysis)\b[^.;]*$|\b(?:proved|turned out|was found|were found)\b[^.;]*$/i

/**
 * "Pain and swelling had set in at the left hip. Radiography established tumoral calcinosis." What was swollen is what was
 * calcified; only for a patient of whom no better place is told.
 */
export function carriedComplaints(read: readonly Read[], index: number): readonly DepositMention[] {
  const current = read[index]
  const lump = current?.placeless
  if (!current || !lump || !ESTABLISHED.test(current.sentence.text.slice(0, lump.start))) return []
  if (current.mentions.some(({ term }) => term.kind !== 'tissue')) return []
  const from = read
    .slice(Math.max(0, index - REACH), index)
    .filter(({ complaints, sentence }) => complaints.length > 0 && sentence.index >= current.sentence.index - REACH)
    .at(-1)
  return (from?.complaints ?? []).map((place) =>
    bareMention(current.sentence, place, from?.sentence ?? current.sentence, {
      presence: 'present',
      rule: 'deposit/complaint-before',
      lump,
    }),
  )
}

/** How far back "the joint" looks for the joint it means. */
const REACH = 2

const JOINTS: ReadonlySet<string> = new Set(
  'shoulder shoulder_joint elbow elbow_joint wrist wrist_joint hip hip_joint knee knee_joint ankle ankle_joint tmj sc_joint ac_joint pip dip mcp mtp cmc1 si_joint facet_joint'.split(
    ' ',
  ),
)

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
  const joint = meant.filter(({ term }) => JOINTS.has(term.key)).at(-1)
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
  const own = near.filter(({ term }) => term.key === mention.term.key)
  // "ulcers of the left leg ... calcifications along the tibia": the region tells the side of its parts
  const around = near.filter(({ term }) => isA(mention.term, term.key))
  const sides = sidesOf(own.length > 0 ? own : around)
  const [side] = sides
  return sides.size === 1 && (side === 'left' || side === 'right') ? { ...mention, laterality: side } : mention
}

const sidesOf = (places: readonly Place[]) =>
  new Set(places.map(({ laterality }) => laterality).filter((side) => side !== null))

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
