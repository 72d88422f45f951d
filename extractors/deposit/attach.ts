/** Which head a place belongs to; see head.ts. */
import type { Span } from '../../corpus/document.ts'
import type { Head } from './head.ts'
import { isShaft, type Place } from './place.ts'

/** Places that are named together: "the hands, forearms and prepatellar bursae". */
export interface Chain extends Span {
  readonly places: readonly Place[]
}

export interface Attached {
  readonly chain: Chain
  readonly head: Head
  /** Whether the tie goes over a look ("X-ray of the hands showed calcinosis") and yields to places named outright. */
  readonly viewed: boolean
}

const POSITION = String.raw`(?:(?:on|in|at|over|around|of|near|about|above|below|behind|along|across|within|both|the|her|his|a|an|each|bilateral|bilaterally|left|right|proximal|distal|upper|lower|middle|anterior|posterior|lateral|medial|dorsal|volar|palmar|plantar|ventral|extensor|flexor|inner|outer|superior|inferior|deep|superficial|large|small|adjacent|aspects?|surfaces?|regions?|areas?|parts?|portions?|sides?|soft tissues?|joints?|to|third|half|first|second|fourth|fifth|also|including|finally|then)\b[\s/-]*)*`
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

/** What ends the reach of a head or a place: a new clause. */
const BOUNDARY =
  /;|\b(?:but(?!\s+(?:not|no|neither|spar|with no|without|also))|whereas|while|although|though|however|because of|together with|en bloc)\b|[.!?]\s+(?=\p{Lu})|,?\s*\band\s+(?:she|he|they|it|we|there|this|the patient)\s+\w+|,\s*(?:she|he|they|we|there|the patient)\s+\w+/iu

/** Words that may stand between a premodifier and its noun: "breast calcifications", "left thigh, hard mass". */
const BARE =
  /^[\s-]*(?:(?!(?:of|in|on|at|over|with|without|and|or|nor|neither|plus|but|yet|also|was|were|is|are|had|has|have|the|a|an|her|his|show\w*|reveal\w*|demonstrat\w*|disclos\w*|confirm\w*|depict\w*|display\w*|indicat\w*|detect\w*|identif\w*|suggest\w*|which|that|but|to|from|by|for|as|not|no|near|around|involving|due|after|before|since|because|who|she|he|did|does|do|when|where|than|then|also|presented|developed|containing|appeared|became)\b)[\w-]+[\s-]+){0,3}$/i
const VIEW_OF =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:scans?|views?|films?|images?|examinations?|imaging|findings|evaluation|study|aspects?|samples?|specimens?|taken|performed|obtained|was|were)\s+)*(?:of|for|from|over|on|at)\s+(?:[\w-]+\s+){0,6}$/i
const BY_SIDE =
  /^\s*(?:and|with|,?\s*with)\s+(?:(?:overlying|associated|secondary|surrounding|local|recurrent|multiple|skin|focal|some|an?|cutaneous|painful)\s+){0,3}$/i

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
  return ties.flatMap((tie) =>
    tie.head.kind === 'view' ? beheld(text, tie, ties, heads) : withNeighbour(text, tie, ties, heads),
  )
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

function headOf(text: string, chain: Chain, heads: readonly Head[]): Head | null {
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
  const reached = previous && !crosses(text, previous.end, chain.start) ? previous : null
  if (reached && (reached.kind !== 'view' || VIEW_OF.test(text.slice(reached.end, chain.start)))) return reached
  // "In the left hip, calcifications were seen"; "the elbow was calcified"
  if (next && !crosses(text, chain.end, next.start) && !NEW_TALK.test(text.slice(chain.end, next.start)))
    return next.kind === 'view' ? afterView(text, next, heads) : next
  return null
}

/** "Her left hip was radiographed and showed calcifications": a look in between does not take the place. */
function afterView(text: string, view: Head, heads: readonly Head[]): Head | null {
  const next = heads.find(({ start }) => start >= view.end)
  return next && next.kind !== 'view' && !crosses(text, view.end, next.start) ? next : null
}

/** "; that in the left breast", "; right thigh": a list goes on over a semicolon where nothing new is named. */
const LIST_ON =
  /;\s*(?:(?:and|that|those|one|another|the|other|a|second|third|two|three|others?|also|in|on|at|over|near|around|of|her|his|left|right|both|bilateral|smaller|larger|largest|up|to)\b[\s,]*)*$/i

function crosses(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to)
  return BOUNDARY.test(gap.replace(LIST_ON, ' '))
}

/** "X-ray of the hands showed calcinosis": what was looked at is the place of what was seen, unless that names its own. */
function beheld(text: string, tie: Attached, ties: readonly Attached[], heads: readonly Head[]): readonly Attached[] {
  const isFree = (head: Head) =>
    isDeposit(head) && !ties.some((other) => other.head === head && other.chain.places.some((place) => !isVague(place)))
  const from = Math.max(tie.chain.end, tie.head.end)
  const seen = heads.filter((head) => head.start >= from && isFree(head) && !crosses(text, from, head.start))
  const before = heads.filter((head) => head.end <= Math.min(tie.head.start, tie.chain.start) && isFree(head))
  const owners = seen.length > 0 ? seen.slice(0, 1) : before.slice(-1)
  if (owners.length === 0) return [tie]
  // a lump beside a named calcification in the same look has its place from there
  return owners.map((head) => ({ chain: tie.chain, head, viewed: true }))
}

/** "calcinosis and ulcers on the elbows": a bare head just before shares the place of its neighbour. */
function withNeighbour(
  text: string,
  tie: Attached,
  ties: readonly Attached[],
  heads: readonly Head[],
): readonly Attached[] {
  if (tie.head.kind !== 'other') return [tie]
  if (tie.head.start > tie.chain.start) return withDenied(text, tie, heads)
  const neighbour = heads[heads.indexOf(tie.head) - 1]
  if (!neighbour || !isDeposit(neighbour) || ties.some(({ head }) => head === neighbour)) return [tie]
  return BY_SIDE.test(text.slice(neighbour.end, tie.head.start)) ? [{ ...tie, head: neighbour }] : [tie]
}

/** "The fingers showed contractures but no calcium": the place of what is there is the place of what is not. */
function withDenied(text: string, tie: Attached, heads: readonly Head[]): readonly Attached[] {
  const next = heads[heads.indexOf(tie.head) + 1]
  const denied =
    next?.kind === 'calcification' &&
    /^\s*(?:,?\s*but|,?\s*and|,)\s+(?:no|without)\s+(?:[\w-]+\s+){0,2}$/i.test(text.slice(tie.head.end, next.start))
  return denied ? [tie, { ...tie, head: next }] : [tie]
}

/** Tissues and shafts say in what, not where: "along the proximal ulna" on a film of the elbow. */
const isVague = ({ term }: Place): boolean => term.kind === 'tissue' || isShaft(term.key)

/** Heads that are, or in a patient with calcinosis may be, a deposit. */
export const isDeposit = ({ kind }: Head): boolean => kind === 'calcification' || kind === 'mass'
