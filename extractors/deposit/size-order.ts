/** Sizes that are told in the order of their places: "of the right thigh and left elbow, 5 and 3 cm respectively". */
import type { Measure } from '../measure/measure.ts'
import type { Place } from './place.ts'
import type { BoundSize } from './size.ts'
import { type Attached, isDeposit } from './tie.ts'

/** The sizes that are bound by their order; the others of the sentence are bound one by one. */
export function sizesInOrder(text: string, sizes: readonly Measure[], ties: readonly Attached[]): readonly BoundSize[] {
  const own = ties.filter(({ head }) => isDeposit(head))
  return runsOf(text, sizes).flatMap((run) => placesInTurn(text, run, own) ?? sidesInTurn(text, run, own) ?? [])
}

/** Sizes that follow each other with nothing but a comma or "and" between. */
function runsOf(text: string, sizes: readonly Measure[]): readonly (readonly Measure[])[] {
  const runs: Measure[][] = []
  for (const measure of sizes) {
    const last = runs.at(-1)
    const gap = text.slice(last?.at(-1)?.span.end ?? 0, measure.span.start)
    if (last && /^\s*(?:,|,?\s*and)\s*(?:of\s+)?$/i.test(gap)) last.push(measure)
    else runs.push([measure])
  }
  return runs.filter(({ length }) => length > 1)
}

const bound = (measure: Measure, place: Place | null, side: BoundSize['side']): BoundSize => ({
  measure,
  place,
  side,
  lump: null,
  turn: null,
})

const isRespective = (text: string, run: readonly Measure[]): boolean =>
  /^[\s,(]*respectively\b/i.test(text.slice(run.at(-1)?.span.end))

/** "the right index and middle fingers, 7 mm and 5 mm"; "Left 2nd and 3rd PIP: nodules, 18 and 12 mm". */
function placesInTurn(text: string, run: readonly Measure[], own: readonly Attached[]): readonly BoundSize[] | null {
  const start = run[0]?.span.start ?? 0
  const tie = own.find(
    ({ chain, head }) =>
      chain.places.length === run.length &&
      /^[\s,:(]*(?:(?:of|measuring)\s+)?$/i.test(text.slice(Math.max(chain.end, head.end), start)),
  )
  const named = own.flatMap(({ chain }) => chain.places)
  const before = named.filter(({ end }) => end <= start)
  const places = tie?.chain.places ?? (isRespective(text, run) ? (before.length > 0 ? before : named) : [])
  return places.length === run.length && places.length > 1
    ? run.map((measure, index) => bound(measure, places[index] ?? null, null))
    : null
}

const SIDES = /\b(left|right)\s+and\s+(?:(?:of\s+)?the\s+)?(left|right)\s+(?:\w+\s+)?$/i

/** "28 and 19 mm for those of the right and the left shoulder". */
function sidesInTurn(text: string, run: readonly Measure[], own: readonly Attached[]): readonly BoundSize[] | null {
  const places = own.flatMap(({ chain }) => chain.places).filter(({ laterality }) => laterality === 'bilateral')
  const [place, ...others] = places
  const last = run.at(-1)
  if (!place || !last || others.length > 0 || run.length !== 2) return null
  const written = SIDES.exec(text.slice(0, place.start))
  const isNear = place.start > last.span.end || isRespective(text, run)
  if (!written || !isNear) return null
  return run.map((measure, index) => bound(measure, place, /^l/i.test(written[index + 1] ?? '') ? 'left' : 'right'))
}
