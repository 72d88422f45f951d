/** Cues that govern what precedes: "anti-Sm, anti-RNP and anti-Ro antibodies were negative". */
import { leadingExceptionEnd } from './exception.ts'
import { isListGap, reachesOver } from './gaps.ts'
import { give, type Scene, type ScopeCue, type TestName } from './scope.ts'

/** The names in front of the cue that no other cue has taken; returns how many. */
export function backward<N extends TestName, R extends string>(
  scene: Scene<N, R>,
  cue: ScopeCue<R>,
  at: number,
): number {
  const { sentence, verdicts, rules } = scene
  if (cue.role === 'verb' && isDenied(scene.speaking.slice(0, at))) return 0
  const candidates = candidatesOf(scene, cue, at)
  let taken = 0
  for (let index = candidates.length - 1; index >= 0; index--) {
    const name = candidates[index]!
    const next = candidates[index + 1]
    const gap = sentence.slice(name.end, next ? next.span.start : cue.span.start)
    if (next ? !isListGap(gap) : !reachesOver(gap)) break
    const known = verdicts.get(name)
    if (known && ['sign', 'bracketed'].includes(known.rule)) break
    if (known) continue
    if ((next || namesAnotherTest(gap)) && rules.resists(name, cue.result)) break
    give(scene, name, cue, cue.result === 'not-done' ? 'not-done' : 'list-result')
    taken++
  }
  return taken
}

/** "RF 1:80, VDRL nonreactive": a test that is no name of this family stands between. */
const namesAnotherTest = (gap: string): boolean =>
  /[,;]\s*(?:and\s+)?(?:the\s+)?(?!(?:which|and|with|IgG|IgM)\b)[A-Z][A-Za-z0-9-]{2,}\b[^,;]*$/.test(gap)

/** All names since the cue before; where that cue governs forward, only those it leaves. */
function candidatesOf<N extends TestName, R extends string>(
  scene: Scene<N, R>,
  cue: ScopeCue<R>,
  at: number,
): readonly N[] {
  const { clause, names, speaking, verdicts } = scene
  const leadingEnd = leadingExceptionEnd(scene)
  if (
    leadingEnd !== null &&
    cue.span.start > leadingEnd &&
    !speaking.slice(0, at).some(({ span }) => span.start > leadingEnd)
  )
    return names.filter(({ span }) => span.start >= leadingEnd && span.end <= cue.span.start)
  const rival = speaking.slice(0, at).findLast(({ reach }) => reach !== 'attached')
  const since = rival && rival.span.end < cue.span.start ? rival.span.end : clause.start
  const from = Math.max(since, bracketOf(scene, cue))
  const isShared =
    rival !== undefined &&
    names.some((name) => verdicts.get(name)?.cue.start === rival.span.start && name.span.start > rival.span.start)
  return isShared
    ? claimOf(scene, cue, from)
    : names.filter(({ span }) => span.start >= from && span.end <= cue.span.start)
}

/** "anti-Scl-70 antibodies (anticentromere and anti-RNP negative)": a bracket with names of its own keeps its result to itself. */
function bracketOf<N extends TestName, R extends string>(
  { sentence, names }: Scene<N, R>,
  { span: { start } }: ScopeCue<R>,
): number {
  const open = Math.max(sentence.lastIndexOf('(', start), sentence.lastIndexOf('[', start))
  const isOpen = open >= 0 && !/[)\]]/.test(sentence.slice(open, start))
  return isOpen && names.some(({ span }) => span.start > open && span.end <= start) ? open : 0
}

/**
 * The names that a backward cue takes where a forward cue stands before it: "positive for ANA, anti-Sm and anti-RNP were
 * negative" - the last coordinated pair, with a singular verb the nearest name.
 */
export function claimOf<N extends TestName, R extends string>(
  { sentence, names }: Scene<N, R>,
  cue: ScopeCue<R>,
  from: number,
): readonly N[] {
  const before = names.filter(({ span }) => span.start >= from && span.end <= cue.span.start)
  const last = before.at(-1)
  if (!last) return []
  const gapBefore = (index: number) => sentence.slice(before[index - 1]!.end, before[index]!.span.start)
  const isPlural = !/\b(?:was|is|has)\b/i.test(sentence.slice(last.end, cue.span.start))
  let first = before.length - 1
  if (!isPlural || first === 0 || !/^[^,]*\b(?:and|or|nor)\b[^,]*$/i.test(gapBefore(first))) return before.slice(first)
  first--
  while (first > 1 && /^\s*,\s*$/.test(gapBefore(first))) first--
  return before.slice(first)
}

/** "No anti-Ro antibodies were found": the verb completes the negation in front. */
const isDenied = <R extends string>(before: readonly ScopeCue<R>[]): boolean =>
  before.findLast(({ reach }) => reach !== 'attached')?.role === 'denial'
