/** The places of a size: the nearest in front, as in "one near T12 of 2 cm, three near L5, the largest of 5 cm". */
import type { Measure } from '../measure/measure.ts'
import type { Chain } from './chain.ts'
import type { Head } from './head.ts'
import type { Place } from './place.ts'
import { type Attached, isDeposit } from './tie.ts'

/** What ends the reach of a size. */
export const CLOSE = /[;.]\s|\b(?:but|whereas|while)\b/

export function placesFor(
  text: string,
  measure: Measure,
  owner: Head | null,
  ties: readonly Attached[],
  elsewhere: readonly Place[],
  isSided: boolean,
): readonly Place[] {
  const own = ties.filter(({ head }) => isDeposit(head))
  // "papules 1 to 3 mm wide, most of them on the hands": the word that refers to the owner has its place
  const ofOwner = own.filter(({ head }) => head === owner || (owner && head.lump === owner.text))
  if (ofOwner.length === 0 && startsAnew(text, measure, owner, ties)) return []
  const chains = (ofOwner.length > 0 ? ofOwner : own).map(({ chain }) => chain)
  const places = chains.flatMap((chain) => chain.places)
  const following = placeBehind(text, measure, chains)
  if (following) return isForEach(measure, owner) ? behind(following, text, places) : [following]
  const previous = places.filter(({ end }) => end <= measure.span.start).at(-1)
  if (previous && isAmbiguous(measure, previous, chains)) return []
  const gap = previous && text.slice(previous.end, measure.span.start)
  if (previous && gap !== undefined && !CLOSE.test(gap))
    return isSided ? [previous] : placesInFront(text, measure, previous, chains, elsewhere)
  const [first, ...rest] = places
  const isShared = ofOwner.length > 0 && (measure.bound === 'at-most' || measure.rangeMm !== null)
  if (isShared) return places.filter(({ start }) => start > measure.span.end)
  return first && (rest.length === 0 || (ofOwner.length > 0 && isOneThing(owner))) ? [first] : []
}

function placesInFront(
  text: string,
  measure: Measure,
  previous: Place,
  chains: readonly Chain[],
  elsewhere: readonly Place[],
): readonly Place[] {
  if (elsewhere.some(({ start, end }) => start >= previous.end && end <= measure.span.start)) return []
  const chain = chains.find((one) => one.places.includes(previous))
  // "calcification of the thumb and of the middle finger, up to 5 mm" holds for each
  const shared = measure.bound === 'at-most' || measure.rangeMm !== null
  return shared && chain && chain.places.at(-1) === previous
    ? chain.places.filter(({ end }) => !/\d\s?-?(?:mm|cm)\b/.test(text.slice(end, measure.span.start)))
    : [previous]
}

/** "papules of 2-4 mm on both ears and the thumb": a range of many things holds for each of their places. */
const isForEach = ({ rangeMm, bound }: Measure, owner: Head | null): boolean =>
  (rangeMm !== null || bound === 'at-most') && owner !== null && !isOneThing(owner)

/** The place behind a size and those that follow it without a size of their own. */
function behind(first: Place, text: string, places: readonly Place[]): readonly Place[] {
  const rest = places.filter(({ start }) => start >= first.start)
  const last = rest.at(-1)
  return last && !/\d\s*-?(?:mm|cm)\b|[;.]\s/.test(text.slice(first.end, last.end)) ? rest : [first]
}

const PART = String.raw`(?:the|that|those|one|deposit|mass|nodule|lesion|of|in|on|at|her|his|left|right|both|dorsum|back|side|pulps?|tips?|skin|extensor|flexor|lateral|medial|anterior|posterior|upper|lower|aspects?|sides?|surfaces?|regions?|areas?|soft|tissues?|subcutis|subcutaneous|quadrant|outer|inner)`

/** "12 mm on the left forearm and of 4 mm in the left middle finger", "22 mm (right index)". */
function placeBehind(text: string, { span }: Measure, chains: readonly Chain[]): Place | null {
  const next = chains
    .flatMap(({ places }) => places)
    .find(({ start, term }) => start >= span.end && term.kind !== 'tissue')
  const gap = next ? text.slice(span.end, next.start) : ''
  const isDirect = new RegExp(String.raw`^\s*(?:in|on|at|over|for)\s+(?:${PART}\s+){0,7}$`, 'i').test(gap)
  const isBracket = /^\s*\(\s*(?:(?:the|on|at|left|right|[LR]\.?)\s+){0,3}$/i.test(gap)
  return next && (isDirect || isBracket) ? next : null
}

/** "nape and both shoulders, the largest of 44 mm": which of them is not told. */
const isAmbiguous = ({ superlative }: Measure, previous: Place, chains: readonly Chain[]): boolean =>
  superlative === 'largest' && chains.some(({ places }) => places.length > 1 && places.at(-1) === previous)

/** "..., and by month 18 the plaque measured 21 mm": a lump named again in a new clause without a place. */
export function startsAnew(
  text: string,
  { span, superlative }: Measure,
  owner: Head | null,
  ties: readonly Attached[],
): boolean {
  if (!owner || superlative || owner.end > span.start || ties.some(({ head }) => head === owner)) return false
  const before = ties
    .flatMap(({ chain }) => chain.places)
    .filter(({ end }) => end <= owner.start)
    .at(-1)
  return before !== undefined && /[,;]|\band\b/.test(text.slice(before.end, owner.start))
}

/** "a 5 cm mass over the elbow and forearm" is one thing, named by where it begins. */
const isOneThing = (owner: Head | null): boolean => owner !== null && !/(?<![siu])s$/i.test(owner.text)
