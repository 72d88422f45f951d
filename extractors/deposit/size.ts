/** Sizes and whose they are: every measure goes to a place, or to the lump of its sentence, or to none. */
import type { Measure } from '../measure/measure.ts'
import { type Attached, type Chain, isDeposit } from './attach.ts'
import type { Head } from './head.ts'
import type { Place } from './place.ts'
import { sideOfSize } from './side.ts'

export interface BoundSize {
  readonly measure: Measure
  /** The place it belongs to; null where the sentence names a lump but no place: "The mass measured 5 cm." */
  readonly place: Place | null
  /** "of which the right was 16 cm and the left 9 cm". */
  readonly side: 'left' | 'right' | null
  /** The lump as the sentence calls it, for finding the sentence that places it. */
  readonly lump: string | null
  /** "the former", "the latter" of the sentence before. */
  readonly turn: 'former' | 'latter' | null
}

/** Things that are measured themselves and then own the number: "an ulcer of 2 cm". */
const MEASURABLE =
  /^(?:ulcer|erosion|scar|effusion|tear|defect|wound|abscess|cyst|lymph node|incision|fistula|fracture|necrosis|aneurysm|papule|rash|erythema|vascular|arter|encroach|calcification|calcified|nodule|mass|tumou?r|lump|swelling)/i
const PREMODIFIED =
  /^[\s,-]*(?:in\s+(?:diameter|size|length)[\s,]+)?(?:(?!(?:of|in|on|at|over|with|was|were|is|are|had|has|which|that|to|from|by|for|as|the|a|an|and|whereas|while|but|one|another|other)\b)[\w-]+[\s,-]+){0,7}$/i
/** "had shrunk to 5 cm": what is left is not how large the deposit was. */
const SHRUNK =
  /\b(?:shr[aiu]nk\w*|decreas\w*|reduc\w*|regress\w*|softer|smaller|diminish\w*|c[ao]me down|residu\w+|remnant)\b[^.;]*$/i

function isRemnant(text: string, { span }: Measure): boolean {
  const before = text.slice(0, span.start)
  return (
    SHRUNK.test(before) &&
    !/\bfrom\s+(?:about\s+|approximately\s+)?$/i.test(before) &&
    !/\b(?:smaller|softer)\s+(?:one|ones|nodules?|deposits?|mass(?:es)?|lesions?|calcif\w+|swellings?|lumps?)\b[^.;]*$/i.test(
      before,
    )
  )
}

/** What ends the reach of a size. */
const CLOSE = /[;.]\s|\b(?:but|whereas|while)\b/

/** Binds the measures of a sentence; those of ulcers, scars and the like fall away. */
export function boundSizes(
  text: string,
  measures: readonly Measure[],
  heads: readonly Head[],
  ties: readonly Attached[],
  elsewhere: readonly Place[],
): readonly BoundSize[] {
  const sizes = measures.filter(
    (measure) => measure.role === 'size' && measure.maxMm !== null && !isRemnant(text, measure),
  )
  return (
    respectively(text, sizes, ties) ??
    sizes.flatMap((measure) => {
      const owner = ownerOf(text, measure, heads)
      // "on the left 15 cm with an ulcer of 3 cm, on the right 6 cm": the list of sides goes on
      const isNextSide = /,\s*(?:and\s+)?on\s+the\s+(?:left|right)[\s,:(]*$/i.test(text.slice(0, measure.span.start))
      if (owner && !isDeposit(owner) && !isNextSide) return []
      return boundSize(text, measure, owner && isDeposit(owner) ? owner : null, ties, elsewhere)
    })
  )
}

function boundSize(
  text: string,
  measure: Measure,
  owner: Head | null,
  ties: readonly Attached[],
  elsewhere: readonly Place[],
): readonly BoundSize[] {
  const before = text.slice(0, measure.span.start)
  const turn = /\bthe\s+(former|latter)\b[^.;]{0,30}$/i.exec(before)?.[1]?.toLowerCase()
  const size = {
    measure,
    side: sideOfSize(before, text.slice(measure.span.end)),
    lump: owner?.text ?? null,
    turn: turn === 'former' || turn === 'latter' ? turn : null,
  } as const
  if (size.turn) return [{ ...size, place: turnedTo(measure, size.turn, ties) }]
  const places = placesFor(text, measure, owner, ties, elsewhere)
  if (places.length > 0) return places.map((place) => ({ ...size, place }))
  const isAlone = !ties.some(({ head }) => isDeposit(head)) || startsAnew(text, measure, owner, ties)
  return isAlone && (owner || isItself(text, measure)) ? [{ ...size, place: null }] : []
}

/** "of both fingers and of the left shin, the latter being painless (3 cm)": the turn may be to places of its own sentence. */
function turnedTo({ span }: Measure, turn: 'former' | 'latter', ties: readonly Attached[]): Place | null {
  const places = ties
    .filter(({ head }) => isDeposit(head))
    .flatMap(({ chain }) => chain.places)
    .filter(({ end, term }) => end <= span.start && term.kind !== 'tissue')
  return (places.length > 1 ? (turn === 'latter' ? places.at(-1) : places[0]) : null) ?? null
}

/** "calcifications of the right thigh and left elbow, 5 and 3 cm respectively". */
function respectively(text: string, sizes: readonly Measure[], ties: readonly Attached[]): readonly BoundSize[] | null {
  const inOrder = listedInOrder(text, sizes, ties)
  if (inOrder) return inOrder
  if (!/\brespectively\b/i.test(text)) return null
  const places = ties.filter(({ head }) => isDeposit(head)).flatMap(({ chain }) => chain.places)
  if (places.length < 2 || places.length !== sizes.length) return null
  return sizes.map((measure, index) => ({ measure, place: places[index] ?? null, side: null, lump: null, turn: null }))
}

/** "the right index and middle fingers, 7 mm and 5 mm": as many sizes as places, right behind them. */
function listedInOrder(
  text: string,
  sizes: readonly Measure[],
  ties: readonly Attached[],
): readonly BoundSize[] | null {
  const tie = ties.find(
    ({ head, chain }) =>
      isDeposit(head) &&
      chain.places.length > 1 &&
      chain.places.length === sizes.length &&
      followsAtOnce(text, chain, sizes),
  )
  if (!tie) return null
  return sizes.map((measure, index) => ({
    measure,
    place: tie.chain.places[index] ?? null,
    side: null,
    lump: null,
    turn: null,
  }))
}

function followsAtOnce(text: string, chain: Chain, sizes: readonly Measure[]): boolean {
  const gaps = sizes.map(({ span }, index) => text.slice(sizes[index - 1]?.span.end ?? chain.end, span.start))
  return gaps.every((gap, index) =>
    (index === 0 ? /^[\s,:(]*(?:(?:of|measuring)\s+)?$/i : /^\s*(?:,|,?\s*and)\s*(?:of\s+)?$/i).test(gap),
  )
}

function ownerOf(text: string, { span }: Measure, heads: readonly Head[]): Head | null {
  // "a similar 2-cm lesion": the size stands inside the name
  const around = heads.find(({ kind, start, end }) => kind !== 'view' && start <= span.start && end >= span.end)
  if (around) return around
  const next = heads.find(({ start }) => start >= span.end)
  if (next && next.kind !== 'view' && PREMODIFIED.test(text.slice(span.end, next.start))) return next
  const before = heads.filter(
    ({ end, kind, text: word }) => end <= span.start && kind !== 'view' && (kind !== 'other' || MEASURABLE.test(word)),
  )
  const previous = before.at(-1)
  return previous && !CLOSE.test(text.slice(previous.end, span.start)) ? previous : null
}

/** "It measured 5 cm", "measuring up to 3 cm", "the largest was 3 cm in diameter": a lump of the sentence before. */
const isItself = (text: string, { span, superlative }: Measure): boolean =>
  superlative === 'largest' ||
  /\b(?:it|they|these|which|each|size|diameter|dimensions?|measured|measures|measuring|specimen)\b[^.;]{0,60}$/i.test(
    text.slice(0, span.start),
  )

/** The places of a size: the nearest in front, as in "one near T12 of 2 cm, three near L5, the largest of 5 cm". */
function placesFor(
  text: string,
  measure: Measure,
  owner: Head | null,
  ties: readonly Attached[],
  elsewhere: readonly Place[],
): readonly Place[] {
  const own = ties.filter(({ head }) => isDeposit(head))
  const ofOwner = own.filter(({ head }) => head === owner)
  if (ofOwner.length === 0 && startsAnew(text, measure, owner, ties)) return []
  const chains = (ofOwner.length > 0 ? ofOwner : own).map(({ chain }) => chain)
  const places = chains.flatMap((chain) => chain.places)
  const following = placeBehind(text, measure, chains)
  if (following) return isForEach(measure, owner) ? behind(following, text, places) : [following]
  const previous = places.filter(({ end }) => end <= measure.span.start).at(-1)
  if (previous && isAmbiguous(measure, previous, chains)) return []
  if (previous && !CLOSE.test(text.slice(previous.end, measure.span.start))) {
    if (elsewhere.some(({ start, end }) => start >= previous.end && end <= measure.span.start)) return []
    const chain = chains.find((one) => one.places.includes(previous))
    // "calcification of the thumb and of the middle finger, up to 5 mm" holds for each
    const shared = measure.bound === 'at-most' || measure.rangeMm !== null
    return shared && chain && chain.places.at(-1) === previous
      ? chain.places.filter(({ end }) => !/\d\s?-?(?:mm|cm)\b/.test(text.slice(end, measure.span.start)))
      : [previous]
  }
  const [first, ...rest] = places
  const isShared = ofOwner.length > 0 && (measure.bound === 'at-most' || measure.rangeMm !== null)
  if (isShared) return places.filter(({ start }) => start > measure.span.end)
  return first && (rest.length === 0 || (ofOwner.length > 0 && isOneThing(owner))) ? [first] : []
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

/** "12 mm on the left forearm and of 4 mm in the left middle finger", "44 mm for the deposit of the nape". */
function placeBehind(text: string, { span }: Measure, chains: readonly Chain[]): Place | null {
  const next = chains
    .flatMap(({ places }) => places)
    .find(({ start, term }) => start >= span.end && term.kind !== 'tissue')
  const gap = next ? text.slice(span.end, next.start) : ''
  const isDirect =
    /^\s*(?:in|on|at|over|for)\s+(?:(?:the|that|those|one|deposit|mass|nodule|lesion|of|in|on|at|her|his|left|right|both|dorsum|back|side)\s+){0,5}$/i.test(
      gap,
    )
  return next && isDirect ? next : null
}

/** "nape and both shoulders, the largest of 44 mm": which of them is not told. */
const isAmbiguous = ({ superlative }: Measure, previous: Place, chains: readonly Chain[]): boolean =>
  superlative === 'largest' && chains.some(({ places }) => places.length > 1 && places.at(-1) === previous)

/** "..., and by month 18 the plaque measured 21 mm": a lump named again in a new clause without a place. */
function startsAnew(
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
