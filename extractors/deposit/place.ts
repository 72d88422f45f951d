/** Places: site mentions as a reader takes them, "the spinous process of L5" as one, each with its side. */
import type { Span } from '../../corpus/document.ts'
import type { Laterality } from '../case-record.ts'
import { isA } from '../language/load-terms.ts'
import type { Mention, Term } from '../language/term.ts'
import { ellipsesIn } from './ellipsis.ts'
import { isSided, sideAfter, sideBefore, sideIn, sideOfPlural } from './side.ts'

/** Offsets are of the sentence. */
export interface Place extends Span {
  readonly term: Term
  /** As written: "transverse process of T12". */
  readonly text: string
  readonly laterality: Laterality | null
}

interface Part extends Span {
  readonly term: Term
}

/** Places of a sentence; `offset` is where the sentence begins in the document. */
export function placesIn(text: string, mentions: readonly Mention[], offset: number): readonly Place[] {
  const named = mentions.map(({ term, span }) => ({ term, start: span.start - offset, end: span.end - offset }))
  const parts = [...named, ...ellipsesIn(text)].toSorted((a, b) => a.start - b.start)
  const joined = joinedParts(text, withLevels(text, parts))
  const placed = joined.map((part, index) => placeOf(text, part, joined[index - 1]?.end ?? 0))
  return withSideOfLast(text, withSharedSides(text, placed))
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
  String.raw`^\s+(?:(?:region|area|aspects?|portions?|parts?|surfaces?|sides?)\s+)?(of|in|around|overlying|over)\s+(?:the\s+same\s+|the\s+|her\s+|his\s+|each\s+|a\s+)?(?:${SIDE}\s+)?(?:and\s+${SIDE}\s+)?(?:(?:upper|lower|proximal|distal|middle|medial|lateral|anterior|posterior)\s+)?$`,
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
    sideIn(written) ?? sideBefore(before) ?? sideAfter(text.slice(end, end + 40)) ?? sideOfPlural(term, noun ?? written)
  return { term, text: written, laterality, start, end }
}

/** "the right hip and thigh", "bilateral elbows, knees and hips": a side said once holds for what is joined to it bare. */
function withSharedSides(text: string, places: readonly Place[]): readonly Place[] {
  const out: Place[] = []
  let written: Laterality | null = null
  for (const place of places) {
    const last = out.at(-1)
    const joined =
      last &&
      /^\s*(?:,|,?\s*and|\/|,?\s*or|&)\s*(?:(?:upper|lower|proximal|distal)\s+)?$/i.test(
        text.slice(last.end, place.start),
      )
    const own = sideIn(text.slice(Math.max(last?.end ?? 0, place.start - 60), place.end)) ? place.laterality : null
    written = own ?? (joined ? written : null)
    out.push(written && place.laterality === null && isSided(place.term) ? { ...place, laterality: written } : place)
  }
  return out
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

/** "second and third fingers of the left hand": the side stands behind the last of the list. */
function withSideOfLast(text: string, places: readonly Place[]): readonly Place[] {
  return places.map((place, index) => {
    const next = places[index + 1]
    if (!next || place.laterality !== null || next.laterality === null || !DIGIT.test(place.text)) return place
    return /^\s*(?:,|,?\s*and|&|or)\s*$/i.test(text.slice(place.end, next.start))
      ? { ...place, laterality: next.laterality }
      : place
  })
}

const DIGIT = /^(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|thumb|index|middle|ring|little)$/i

/** A tissue says in what, not where. */
export const isTissue = ({ term }: Place): boolean => term.kind === 'tissue'
