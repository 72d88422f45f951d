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

/** `wantsJoin` says whether a line-end hyphen between two halves is dropped. */
export function healInterruptions(
  blocks: readonly DraftBlock[],
  dropsHyphen: (before: string, after: string) => boolean,
): readonly DraftBlock[] {
  const out: DraftBlock[] = []
  /** Index in `out` of the last block of running text. */
  let open = -1
  for (const block of blocks) {
    const before = out[open]
    if (
      before !== undefined &&
      block.kind === before.kind &&
      JOINABLE.has(block.kind) &&
      goesOn(before.text, block.text)
    ) {
      out[open] = joined(before, block, dropsHyphen)
      continue
    }
    out.push(block)
    if (!FLOATING.has(block.kind)) open = out.length - 1
  }
  return out
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

function joined(before: DraftBlock, after: DraftBlock, dropsHyphen: (a: string, b: string) => boolean): DraftBlock {
  const { text, keep, offset } = joinLines(before.text, after.text, dropsHyphen)
  const kept = before.runs
    .filter((run) => run.start < keep)
    .map((run) => (run.end > keep ? { ...run, end: keep } : run))
  const moved = after.runs.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset }))
  return { ...before, text, runs: [...kept, ...moved] }
}
