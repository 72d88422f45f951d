/** Regions that only hold the place proper: "In the hands, nodules lay on several fingers". */
import { isA } from '../language/load-terms.ts'
import type { Chain } from './chain.ts'
import { isSided } from './side.ts'
import { type Attached, isDeposit, isVague } from './tie.ts'

const HAS = /^\s*(?:\([^)]*\)\s*)?(?:also\s+)?(?:had|has|have|showed|shows?|contained|contains?|presented|bore)\b/i

/** "In the hands, nodules lay on several fingers", "the right hand had a deposit at the wrist": the region gives its side. */
export function withoutRegions(text: string, ties: readonly Attached[]): readonly Attached[] {
  const inner = (tie: Attached) =>
    ties.filter(
      ({ head, chain, viewed }) =>
        head === tie.head && !viewed && isDeposit(head) && chain.start >= head.end && isNamedWithin(text, tie, chain),
    )
  const regions = ties.filter((tie) => !tie.viewed && tie.chain.end <= tie.head.start && inner(tie).length > 0)
  return ties
    .filter((tie) => !regions.includes(tie))
    .map((tie) => {
      const region = regions.find(({ head, chain }) => head === tie.head && chain !== tie.chain)
      return region && tie.chain.start >= tie.head.end ? { ...tie, chain: withSideOf(region.chain, tie.chain) } : tie
    })
}

function isNamedWithin(text: string, { chain: outer, head }: Attached, inner: Chain): boolean {
  const [region] = outer.places
  if (!region || outer.places.length > 1 || inner.places.some(isVague)) return false
  return (
    inner.places.some(({ term }) => term.key !== region.term.key && isA(term, region.term.key)) ||
    (HAS.test(text.slice(outer.end, head.start)) &&
      /^\s*(?:\([^)]*\)\s*)?(?:in|at|on|over|near|along|around|beneath|of)\b/i.test(text.slice(head.end, inner.start)))
  )
}

function withSideOf(region: Chain, chain: Chain): Chain {
  const side = region.places[0]?.laterality
  if (side !== 'left' && side !== 'right') return chain
  return {
    ...chain,
    places: chain.places.map((place) =>
      place.laterality === null && isSided(place.term) ? { ...place, laterality: side } : place,
    ),
  }
}
