/** Places: site mentions as a reader takes them, "the spinous process of L5" as one, each with its side. */
import type { Span } from '../../corpus/document.ts'
import type { Laterality } from '../case-record.ts'
import { isA, termOf } from '../language/load-terms.ts'
import type { Mention, Term } from '../language/term.ts'
import { composedIn } from './composed.ts'
import { ellipsesIn, type Part } from './ellipsis.ts'
import { withSharedSides, withSideOfLast } from './shared-side.ts'
import { isSided, sideAfter, sideBefore, sideIn, sideInFront, sideOfPlural } from './side.ts'

/** Offsets are of the sentence. */
export interface Place extends Span {
  readonly term: Term
  /** As written: "transverse process of T12". */
  readonly text: string
  readonly laterality: Laterality | null
}

/** Places of a sentence; `offset` is where the sentence begins in the document. */
export function placesIn(text: string, mentions: readonly Mention[], offset: number): readonly Place[] {
  const named = mentions.map(({ term, span }) => ({ term, start: span.start - offset, end: span.end - offset }))
  const parts = [...ellipsesIn(text, named), ...composedIn(text, named), ...named]
    .map((part) => regionOfMuscle(text, part))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const joined = joinedParts(text, withLevels(text, parts))
  const placed = joined.map((part, index) => placeOf(text, part, joined[index - 1]?.end ?? 0))
  return withSideOfLast(text, withSharedSides(text, placed))
}

/** "a sheet in the fat over the left gluteus maximus": what lies over a muscle lies in the region. */
function regionOfMuscle(text: string, part: Part): Part {
  const [region, kind] = part.term.parents
  const isOver =
    kind === 'muscle' &&
    /\b(?:over|overlying|superficial to|above)\s+(?:(?:the|left|right|both)\s+)*$/i.test(text.slice(0, part.start))
  return isOver && region ? { ...part, term: termOf('site', region) } : part
}

/** "L4-5", "C1/2": the second level belongs to the place although no term matched it. */
function withLevels(text: string, parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => {
    const range = part.term.kind === 'vertebra' ? /^\s?[-–/]\s?[CTLS]?h?\d{1,2}\b/i.exec(text.slice(part.end)) : null
    return range ? { ...part, end: part.end + range[0].length } : part
  })
}

const SIDE = String.raw`(?:left|right|both|bilateral|Lt\.?|Rt\.?|L\.|R\.)`
const OF = new RegExp(
  String.raw`^\s+(?:(?:region|area|aspects?|portions?|parts?|surfaces?|sides?)\s+)?(of|in|around|overlying|over)\s+(?:the\s+same\s+|the\s+|that\s+|this\s+|her\s+|his\s+|each\s+|a\s+)?(?:${SIDE}\s+)?(?:and\s+${SIDE}\s+)?(?:(?:upper|lower|proximal|distal|middle|medial|lateral|anterior|posterior)\s+)?$`,
  'i',
)

/** Joins "spinous process of L5", "soft tissues of the right thigh", "thigh muscles". */
function joinedParts(text: string, parts: readonly Part[]): readonly Part[] {
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (last && part.start < last.end) continue
    if (last && belongTogether(last, part, text.slice(last.end, part.start)))
      out[out.length - 1] = { term: narrower(last.term, part.term), start: last.start, end: part.end }
    else out.push(part)
  }
  return out
}

function belongTogether(last: Part, part: Part, gap: string): boolean {
  const preposition = OF.exec(gap)?.[1]?.toLowerCase()
  // "soft tissue around the hip" is the hip; "the thigh over the knee" is two places
  if (preposition) return preposition === 'of' || last.term.kind === 'tissue'
  if (!/^[\s-]{0,2}$/.test(gap)) return false
  return (
    last.term.kind === 'tissue' ||
    part.term.kind === 'tissue' ||
    // "the upper limb vessels"
    part.term.kind === 'vessel' ||
    isSpinal(last.term, part.term) ||
    isA(part.term, last.term.key) ||
    isA(last.term, part.term.key)
  )
}

/** "C3–C4 facet joints". */
const isSpinal = (level: Term, part: Term): boolean => level.kind === 'vertebra' && isA(part, 'spine')

/** Fingers of the hand are fingers; a process of L5 is at L5; the tissue of the thigh is the thigh. */
function narrower(outer: Term, inner: Term): Term {
  if (inner.kind === 'vessel') return inner
  if (inner.kind === 'tissue') return outer
  if (outer.kind === 'tissue') return inner
  if (outer.kind === 'vertebra') return outer
  return isA(outer, inner.key) && inner.kind !== 'vertebra' ? outer : inner
}

function placeOf(text: string, { term, start, end }: Part, previousEnd: number): Place {
  const written = text.slice(start, end)
  const before = text.slice(Math.max(previousEnd, start - 60), start)
  // "upper and lower extremities": the noun of "upper" stands behind
  const noun = /^(?:upper|lower)$/i.test(written) ? /\b(?:extremit\w+|limbs?)\b/i.exec(text.slice(end))?.[0] : undefined
  const laterality =
    sideIn(written) ??
    sideBefore(before) ??
    sideAfter(text.slice(end, end + 40)) ??
    (isSided(term) ? sideInFront(text.slice(0, start)) : null) ??
    sideOfPlural(term, noun ?? written)
  return { term, text: written, laterality, start, end }
}

const SHAFTS: ReadonlySet<string> = new Set([
  'radius',
  'ulna',
  'humerus',
  'femur',
  'tibia',
  'fibula',
  'acromion',
  'acetabulum',
])

/** Bones that deposits lie along; where a film's region is named, that is the place. */
export const isShaft = (key: string): boolean => SHAFTS.has(key)

/** A tissue says in what, not where. */
export const isTissue = ({ term }: Place): boolean => term.kind === 'tissue'
