/**
 * Sentences that a caption, a table, a footnote or a page turn cut in two are put together again:
 * "treated with cyclo-" + Fig. 1 ... + "phosphamide and iloprost" becomes one paragraph, what stood between follows it. Pure.
 */
import type { BlockKind } from '../document.ts'
import type { DraftBlock } from './draft.ts'
import { joinLines } from './line-join.ts'

/** What may lie inside an interrupted sentence. */
const FLOATING: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'caption',
  'table',
  'footnote',
  'side-box',
  'running-head',
  'figure-label',
])
const JOINABLE: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'paragraph',
  'abstract',
  'list-item',
  'reference',
  'caption',
])

/** What joining needs to know of a block. */
export interface Interruptible {
  readonly kind: BlockKind
  readonly text: string
}

/** How far back, in blocks of running text, the first half may lie: page-one footers, labels and addresses come between. */
const REACH = 6

/** `alike` says whether two blocks are set alike, `join` makes one of two. */
export function healInterruptions<B extends Interruptible>(
  blocks: readonly B[],
  alike: (before: B, after: B) => boolean,
  join: (before: B, after: B) => B,
): readonly B[] {
  const out: B[] = []
  /** Indices in `out` of the last blocks of running text, the last first. */
  let open: number[] = []
  for (const block of blocks) {
    const half = open.find((index, distance) => fits(out[index]!, block, distance) && alike(out[index]!, block))
    if (half !== undefined) {
      out[half] = join(out[half]!, block)
      open = [half, ...open.filter((index) => index !== half)]
      continue
    }
    out.push(block)
    if (block.kind === 'heading') open = []
    else if (!FLOATING.has(block.kind)) open = [out.length - 1, ...open].slice(0, REACH)
  }
  return out
}

function fits(before: Interruptible, after: Interruptible, distance: number): boolean {
  if (before.kind !== after.kind || !JOINABLE.has(after.kind)) return false
  // further back only where both halves show the break
  if (distance > 0 && (!/^\p{Ll}/u.test(after.text) || /[.!?:][\])"\u201D\d,\u2013-]*$/.test(before.text))) return false
  return goesOn(before.text, after.text)
}

/** The first half has no end, the second no beginning. */
export function goesOn(before: string, after: string): boolean {
  if (/[\p{Ll}\p{Lu}]-$/u.test(before) && /^[\p{Ll}\d]/u.test(after)) return true
  if (/[.!?:;\u2026]["'\u201D\u2019)\]]*(?:\[?\d{1,3}(?:[,\u2013-]\d{1,3})*\]?)?$/.test(before))
    return /^\p{Ll}{2,}\s/u.test(after) && !/[.!?:\u2026]\S*$/.test(before)
  if (/^(?:[\p{Ll}([\u201C"=<>\u2264\u2265\u00B1]|\d+(?:[.,]\d+)?\s?(?:[%\u00B0\u00B5]|\p{Ll}))/u.test(after))
    return true
  // "in patients with" + "SSc": nothing ends with such a word
  return (
    /(?:^|\s)(?:the|an?|of|in|on|at|by|to|for|with|from|and|or|as|than|that|which|is|are|was|were|been|her|his|their|our|no|not|anti|between|into|its|this|these|were|had|has|have)$/i.test(
      before,
    ) || /,$/.test(before)
  )
}

/** Joins two drafts, with the places of both. `dropsHyphen` says whether a line-end hyphen between the halves goes. */
export function joinDrafts(
  dropsHyphen: (a: string, b: string) => boolean,
): (before: DraftBlock, after: DraftBlock) => DraftBlock {
  return (before, after) => {
    const { text, keep, offset } = joinLines(before.text, after.text, dropsHyphen)
    const kept = before.runs
      .filter((run) => run.start < keep)
      .map((run) => (run.end > keep ? { ...run, end: keep } : run))
    const moved = after.runs.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset }))
    return { ...before, text, runs: [...kept, ...moved] }
  }
}
