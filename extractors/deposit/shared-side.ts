/** A side said once for several places. */
import type { Laterality } from '../case-record.ts'
import type { Place } from './place.ts'
import { isSided, sideIn } from './side.ts'

/** "the right hip and thigh", "bilateral elbows, knees and hips": a side said once holds for what is joined to it bare. */
export function withSharedSides(text: string, places: readonly Place[]): readonly Place[] {
  const out: Place[] = []
  let written: Laterality | null = null
  for (const place of places) {
    const last = out.at(-1)
    const joined =
      last &&
      /^\s*(?:,|,?\s*and|\/|,?\s*or|&)\s*(?:(?:upper|lower|proximal|distal)\s+)?$/i.test(
        text.slice(last.end, place.start),
      )
    const own =
      sideIn(text.slice(Math.max(last?.end ?? 0, place.start - 60), place.start)) || sideIn(place.text)
        ? place.laterality
        : null
    written = own ?? (joined ? written : null)
    out.push(written && place.laterality === null && isSided(place.term) ? { ...place, laterality: written } : place)
  }
  return out
}

/** "second and third fingers of the left hand": the side stands behind the last of the list. */
export function withSideOfLast(text: string, places: readonly Place[]): readonly Place[] {
  return places.map((place, index) => {
    const next = places[index + 1]
    if (!next || place.laterality !== null || next.laterality === null || !DIGIT.test(place.text)) return place
    return /^\s*(?:,|,?\s*and|&|or)\s*(?:(?:on|over|in|the)\s+){0,2}$/i.test(text.slice(place.end, next.start))
      ? { ...place, laterality: next.laterality }
      : place
  })
}

const DIGIT =
  /^(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|thumb|index|middle|ring|little|backs?|dorsum|dorsa|palms?|soles?|tips?|pulps?)$/i
