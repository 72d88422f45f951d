/** Places that are named together. */
import type { Span } from '../../corpus/document.ts'
import type { Place } from './place.ts'

/** Places that are named together: "the hands, forearms and prepatellar bursae". */
export interface Chain extends Span {
  readonly places: readonly Place[]
}

const POSITION = String.raw`(?:(?:on|in|at|over|around|of|near|about|above|below|behind|along|across|within|both|the|her|his|a|an|each|bilateral|bilaterally|left|right|proximal|distal|upper|lower|middle|anterior|posterior|lateral|medial|dorsal|volar|palmar|plantar|ventral|extensor|flexor|inner|outer|superior|inferior|deep|superficial|large|small|adjacent|aspects?|surfaces?|regions?|areas?|parts?|portions?|sides?|ends?|faces?|tips?|soft tissues?|joints?|to|third|half|first|second|fourth|fifth|also|including|finally|then)\b[\s/-]*)*`
const JOINT = new RegExp(
  String.raw`^\s*(?:\([^)]{0,40}\)\s*)?(?:,\s*(?:and|or|as well as)?|and(?:\/or)?|or|as well as|along with|together with|plus|/|&|-|to|followed by)\s*${POSITION}$`,
  'i',
)

/** Groups the places of a sentence into chains. */
export function chainsOf(text: string, places: readonly Place[]): readonly Chain[] {
  const chains: { places: Place[]; start: number; end: number }[] = []
  for (const place of places) {
    const last = chains.at(-1)
    if (last && JOINT.test(text.slice(last.end, place.start))) {
      last.places.push(place)
      last.end = place.end
    } else chains.push({ places: [place], start: place.start, end: place.end })
  }
  return chains
}
