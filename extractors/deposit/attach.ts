/** Which head a place belongs to; see head.ts. */
import type { Chain } from './chain.ts'
import { crosses } from './clause.ts'
import type { Head } from './head.ts'
import { labelOf } from './label.ts'
import { withNeighbour } from './neighbour.ts'
import type { Place } from './place.ts'
import { withoutRegions } from './region.ts'
import { type Attached, isDeposit } from './tie.ts'
import { afterView, beheld, VIEW_OF } from './view.ts'

/** Words that may stand between a premodifier and its noun: "breast calcifications", "left thigh, hard mass". */
const BARE =
  /^[\s-]*(?:(?!(?:of|in|on|at|over|with|without|and|or|nor|neither|plus|but|yet|also|was|were|is|are|had|has|have|the|a|an|her|his|show\w*|reveal\w*|demonstrat\w*|disclos\w*|confirm\w*|depict\w*|display\w*|indicat\w*|detect\w*|identif\w*|suggest\w*|which|that|but|to|from|by|for|as|not|no|near|around|involving|due|after|before|since|because|who|she|he|did|does|do|when|where|than|then|also|presented|developed|containing|appeared|became)\b)[\w-]+[\s-]+){0,3}$/i
/** "Her fingers had become stiff, and for months a hard lump ..." has turned to something else. */
const NEW_TALK =
  /,\s*(?:and|yet|so)\s|\band\s+(?:a|an|the|there|for|on|in|by|at|he|she)\b|\b(?:was|were|is|are|looked|appeared)\s+(?:normal|unremarkable|intact|spared)\b/i

/** "femur was normal": a place that is said to be well belongs to no finding before it. */
const WELL =
  /^\s*(?:joints?|bones?|region)?\s*(?:itself\s+)?(?:was|were|is|are|appeared|looked|remained)\s+(?:\w+\s+)?(?:normal|intact|unremarkable|preserved|soft|full|unaffected)\b/i

/** Ties every chain to the head it belongs to, where there is one. */
export function attach(text: string, chains: readonly Chain[], heads: readonly Head[]): readonly Attached[] {
  const direct = chains
    .flatMap((chain) => withoutWell(text, chain))
    .map((chain) => ({ chain, head: headOf(text, chain, heads), viewed: false }))
  const ties = direct.flatMap((tie): readonly Attached[] => (tie.head ? [{ ...tie, head: tie.head }] : []))
  const attached = ties.flatMap((tie) =>
    tie.head.kind === 'view' ? beheld(text, tie, ties, heads) : withNeighbour(text, tie, ties, heads),
  )
  return withoutRegions(text, attached)
}

/** Leaves out the last place of a chain, or after a plural verb the whole chain, where it is said to be normal. */
function withoutWell(text: string, chain: Chain): readonly Chain[] {
  const said = WELL.exec(text.slice(chain.end))?.[0]
  if (!said) return [chain]
  const kept = /\b(?:were|are)\b/i.test(said) ? [] : chain.places.slice(0, -1)
  const last = kept.at(-1)
  return last ? [{ places: kept, start: chain.start, end: last.end }] : []
}

/** What was looked at: "radiograph of the right hand". */
export function viewedPlaces(text: string, chains: readonly Chain[], heads: readonly Head[]): readonly Place[] {
  return chains.filter((chain) => headOf(text, chain, heads)?.kind === 'view').flatMap(({ places }) => places)
}

/** "; also the knees were free of calcification": after a semicolon a place with a verb of its own is no member of a list. */
const isOwnClause = (text: string, { end }: Head, chain: Chain): boolean =>
  text.slice(end, chain.start).includes(';') &&
  /^[^.;,]{0,40}\b(?:was|were|is|are|had|have|remained|showed)\b/i.test(text.slice(chain.end))

/** "calcinosis of the arm after liver transplantation": what went before has a place of its own. */
const AFTER_EVENT = /\b(?:after|following(?!\s+the\s+(?:course|path))|undergoing|receiving)\s+(?:[\w-]+\s+){0,3}$/i

/** "the mass was approached through the buttock", "pain radiated from the mass to the knee". */
const WAY =
  /\b(?:approach\w*|reach\w*|remov\w*|excis\w*)\s[^.;]{0,40}\b(?:through|via)\s[^.;]{0,30}$|\bradiat\w*\b[^.;]*$/i

function headOf(text: string, chain: Chain, heads: readonly Head[]): Head | null {
  const label = labelOf(text, chain, heads)
  if (label) return label
  // "the left hip lesion": the place stands inside the head
  const around = heads.find(({ start, end }) => start <= chain.start && end >= chain.end)
  if (around && isDeposit(around) && /(?:lesion|swelling|mass|plaque)(?:e?s)?$/i.test(around.text)) return around
  const next = heads.find(({ start }) => start >= chain.end)
  // "atrophy of both cheeks, in which calcified nodules were felt"
  if (next && isDeposit(next) && /^,?\s*in (?:which|one of which|both of which)\b/i.test(text.slice(chain.end)))
    return next
  if (next && BARE.test(text.slice(chain.end, next.start))) return next
  // "plates along the forearms and, over the left iliac crest, a nodule": a place in front opens a new item
  if (
    next &&
    isDeposit(next) &&
    /(?:^|[,;:]|\band)\s*(?:over|in|on|at|around|near|above|below|behind|along)\s+[^,;.]{0,40}$/i.test(
      text.slice(0, chain.start),
    ) &&
    /^\s*,\s*(?:there (?:was|were)\s+)?(?:an?|one|two|three|four|several|multiple|another|the)\s+(?:[\w-]+[\s,-]+){0,4}$/i.test(
      text.slice(chain.end, next.start),
    )
  )
    return next
  const before = heads.filter(({ end }) => end <= chain.start)
  const previous = before.at(-1)
  const reached =
    previous && !crosses(text, previous.end, chain.start) && !isOwnClause(text, previous, chain) ? previous : null
  if (reached && (AFTER_EVENT.test(text.slice(reached.end, chain.start)) || WAY.test(text.slice(0, chain.start))))
    return null
  if (reached && (reached.kind !== 'view' || VIEW_OF.test(text.slice(reached.end, chain.start)))) return reached
  // "In the left hip, calcifications were seen"; "the elbow was calcified"
  const gap = text.slice(chain.end, next?.start)
  if (next && !crosses(text, chain.end, next.start) && !NEW_TALK.test(gap) && !/\bbut\b|^\s*from\b/i.test(gap))
    return next.kind === 'view' ? afterView(text, next, heads) : next
  return null
}
