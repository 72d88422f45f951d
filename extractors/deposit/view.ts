/** Looks and what was seen by them: "X-ray of the hands showed calcinosis". */
import { crosses, leavesView } from './clause.ts'
import type { Head } from './head.ts'
import { type Attached, isDeposit, isVague } from './tie.ts'

/** Between a look and the place looked at: "scan of the left", "views were taken of both". */
export const VIEW_OF =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:scans?|views?|films?|images?|examinations?|imaging|findings|evaluation|study|aspects?|samples?|specimens?|taken|performed|obtained|was|were)\s+)*(?:of|for|from|over|on|at)\s+(?:[\w-]+\s+){0,6}$/i
/** "Her left hip was radiographed and showed calcifications": a look in between does not take the place. */
export function afterView(text: string, view: Head, heads: readonly Head[]): Head | null {
  const next = heads.find(({ start }) => start >= view.end)
  return next && next.kind !== 'view' && !crosses(text, view.end, next.start) ? next : null
}

/** "X-ray of the hands showed calcinosis": what was looked at is the place of what was seen, unless that names its own. */
export function beheld(
  text: string,
  tie: Attached,
  ties: readonly Attached[],
  heads: readonly Head[],
): readonly Attached[] {
  const isFree = (head: Head) =>
    isDeposit(head) && !ties.some((other) => other.head === head && other.chain.places.some((place) => !isVague(place)))
  const from = Math.max(tie.chain.end, tie.head.end)
  const seen = heads.filter((head) => head.start >= from && isFree(head) && !leavesView(text.slice(from, head.start)))
  const before = heads.filter((head) => head.end <= Math.min(tie.head.start, tie.chain.start) && isFree(head))
  const owners = seen.length > 0 ? seen.slice(0, 1) : before.slice(-1)
  if (owners.length === 0) return [tie]
  // a lump beside a named calcification in the same look has its place from there
  return owners.map((head) => ({ chain: tie.chain, head, viewed: true }))
}
