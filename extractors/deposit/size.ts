/** Sizes and whose they are: every measure goes to a place, or to the lump of its sentence, or to none. */
import type { Measure } from '../measure/measure.ts'
import type { Head } from './head.ts'
import type { Place } from './place.ts'
import { sizesInOrder } from './size-order.ts'
import { CLOSE, placesFor, startsAnew } from './size-place.ts'
import { sideOfSize } from './size-side.ts'
import { type Attached, isDeposit } from './tie.ts'

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
  /\b(?:shr[aiu]nk\w*|decreas\w*|reduc\w*|regress\w*|softer|smaller|diminish\w*|contracted|c[ao]me down|down to|residu\w+|remnant)\b[^.;]*$/i

function isRemnant(text: string, { span }: Measure): boolean {
  const before = text.slice(0, span.start)
  return (
    SHRUNK.test(before) &&
    !/\bfrom\s+(?:about\s+|approximately\s+)?$/i.test(before) &&
    !/\b(?:smaller|softer)\s+(?:one|ones|nodules?|deposits?|mass(?:es)?|lesions?|calcif\w+|swellings?|lumps?|foc(?:us|i)|clumps?)\b[^.;]*$/i.test(
      before,
    ) &&
    !/\bsmaller\s*\(\s*$/i.test(before)
  )
}

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
  const inOrder = sizesInOrder(text, sizes, ties)
  const rest = sizes.filter((measure) => !inOrder.some((size) => size.measure === measure))
  const others = rest.flatMap((measure) => {
    const owner = ownerOf(text, measure, heads)
    // "on the left 15 cm with an ulcer of 3 cm, on the right 6 cm": the list of sides goes on
    const isNextSide = /,\s*(?:and\s+)?on\s+the\s+(?:left|right)[\s,:(]*$/i.test(text.slice(0, measure.span.start))
    if (owner && !isDeposit(owner) && !isNextSide) return []
    return boundSize(text, measure, owner && isDeposit(owner) ? owner : null, ties, elsewhere)
  })
  return [...inOrder, ...others]
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
    lump: owner ? (owner.lump ?? owner.text) : null,
    turn: turn === 'former' || turn === 'latter' ? turn : null,
  } as const
  if (size.turn) return [{ ...size, place: turnedTo(measure, size.turn, ties) }]
  const places = placesFor(text, measure, owner, ties, elsewhere, size.side !== null)
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

function ownerOf(text: string, { span }: Measure, heads: readonly Head[]): Head | null {
  // "a similar 2-cm lesion": the size stands inside the name
  const around = heads.find(({ kind, start, end }) => kind !== 'view' && start <= span.start && end >= span.end)
  if (around) return around
  const next = heads.find(({ start }) => start >= span.end)
  if (next && next.kind !== 'view' && next.lump === undefined && PREMODIFIED.test(text.slice(span.end, next.start)))
    return next
  const before = heads.filter(
    ({ end, kind, text: word }) => end <= span.start && kind !== 'view' && (kind !== 'other' || MEASURABLE.test(word)),
  )
  const previous = before.at(-1)
  return previous && !CLOSE.test(text.slice(previous.end, span.start)) ? previous : null
}

/** "It measured 5 cm", "measuring up to 3 cm", "the largest was 3 cm in diameter": a lump of the sentence before. */
const isItself = (text: string, { span, superlative }: Measure): boolean =>
  superlative === 'largest' ||
  /\b(?:it|they|these|which|each|size|diameter|dimensions?|measured|measures|measuring|specimen|tissue|left|right)\b[^.;]{0,60}$/i.test(
    text.slice(0, span.start),
  )
