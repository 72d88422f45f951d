/** Findings beside a deposit that share their place with it: "calcinosis and ulcers on the elbows". */
import { crosses } from './clause.ts'
import type { Head } from './head.ts'
import { type Attached, isDeposit } from './tie.ts'

const BY_SIDE =
  /^\s*(?:and|with|,?\s*with)\s+(?:(?:overlying|associated|secondary|surrounding|local|recurrent|multiple|skin|focal|some|an?|cutaneous|painful)\s+){0,3}$/i

/** "calcinosis and ulcers on the elbows": a bare head just before shares the place of its neighbour. */
export function withNeighbour(
  text: string,
  tie: Attached,
  ties: readonly Attached[],
  heads: readonly Head[],
): readonly Attached[] {
  if (tie.head.kind !== 'other') return [tie]
  const yielded = yieldedBy(text, tie, heads)
  if (yielded) return [tie, { ...tie, head: yielded }]
  if (tie.head.start > tie.chain.start) return withDenied(text, tie, heads)
  const neighbour = heads[heads.indexOf(tie.head) - 1]
  if (!neighbour || !isDeposit(neighbour) || ties.some(({ head }) => head === neighbour)) return [tie]
  return BY_SIDE.test(text.slice(neighbour.end, tie.head.start)) ? [{ ...tie, head: neighbour }] : [tie]
}

/** "The fingers showed scars and contractures but no calcium": the place of what is there is the place of what is not. */
function withDenied(text: string, tie: Attached, heads: readonly Head[]): readonly Attached[] {
  const rest = heads.slice(heads.indexOf(tie.head) + 1)
  const at = rest.findIndex(({ kind }) => kind !== 'other')
  const next = rest[at]
  const last = rest[at - 1] ?? tie.head
  const denied =
    next?.kind === 'calcification' &&
    !crosses(text, tie.chain.end, last.start) &&
    /^\s*(?:,?\s*but|,?\s*and|,)?\s*\b(?:no|without)\s+(?:[\w-]+\s+){0,2}$/i.test(text.slice(last.end, next.start))
  return denied ? [tie, { ...tie, head: next }] : [tie]
}

const OPENING = /^(?:ulcer|sinus|fistula|wound|abscess|scar|pit|blister|swelling|papule|necrosis|infection|cyst)/i
const YIELDS =
  /\b(?:from|through|out of) which\b|\b(?:drain|discharg|exud|extrud|eliminat|express|ooz|releas|contain|yield|leak)\w*\s+(?:(?:a|an|the|of|out|some)\s+)*(?:[\w-]+\s+){0,2}$/i

/** "an ulcer over the left elbow from which chalky material drained": what comes out of a place lies in it. */
function yieldedBy(text: string, { head, chain }: Attached, heads: readonly Head[]): Head | null {
  if (!OPENING.test(head.text)) return null
  const from = Math.max(chain.end, head.end)
  const next = heads.find(({ start }) => start >= from)
  return next && isDeposit(next) && !crosses(text, from, next.start) && YIELDS.test(text.slice(from, next.start))
    ? next
    : null
}
