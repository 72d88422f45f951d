/** Cues that govern what follows: "positive for ANA, RF and anti-Scl-70". */
import { claimOf } from './backward.ts'
import { EXCEPT, leadingExceptionEnd } from './exception.ts'
import { COPULA, isListGap, ONLY_ADJECTIVES } from './gaps.ts'
import { give, type Scene, type ScopeCue, type TestName } from './scope.ts'

/** The names behind the cue, up to the next cue that takes its own. */
export function forward<N extends TestName, R extends string>(scene: Scene<N, R>, cue: ScopeCue<R>, at: number): void {
  const { sentence, clause, names, verdicts } = scene
  const exception = EXCEPT.exec(sentence.slice(cue.span.end, clause.end))
  const exceptAt = exception ? cue.span.end + exception.index : clause.end
  const leadingEnd = leadingExceptionEnd(scene)
  // "Apart from a weakly positive ANA at 1:80, the panel including ANCA was unremarkable"
  const ownEnd = leadingEnd !== null && cue.span.start < leadingEnd ? leadingEnd : clause.end
  const stop = Math.min(nextOwnCue(scene, cue, at), exceptAt, ownEnd)
  for (const [index, name] of names.entries()) {
    if (name.span.start < cue.span.end || name.span.start >= stop) continue
    const previous = names[index - 1]
    const first = !previous || previous.span.start < cue.span.end
    const gap = sentence.slice(first ? cue.span.end : previous.end, name.span.start)
    // a list runs on over commas; a new verb ends it: "positive for ANA, and testing for RF was not done"
    if (!first && !verdicts.has(previous) && !isListGap(gap)) break
    if (first && cue.reach !== 'forward' && NEW_STATEMENT.test(gap)) break
    give(scene, name, cue, `${cue.result}-for`)
  }
}

/** A verb begins something else; "as were anti-Ro52 and anti-Scl-70" goes on. */
const NEW_STATEMENT = /[.;]|(?<!\b[as][so]\s+)\b(?:was|were|had|showed|revealed)\b/i

/** "positive ANA", "elevated calcium": the next name follows with only its adjectives between, and no name is attached in front. */
export function isPrenominal<N extends TestName, R extends string>(
  { sentence, names }: Scene<N, R>,
  cue: ScopeCue<R>,
): boolean {
  const next = names.find(({ span }) => span.start >= cue.span.end)
  if (!next || !ONLY_ADJECTIVES.test(sentence.slice(cue.span.end, next.span.start))) return false
  const previous = names.findLast(({ span }) => span.start < cue.span.start)
  if (!previous) return true
  const between = sentence.slice(previous.end, cue.span.start)
  return !COPULA.test(between) && !/^[\s:=-]*$/.test(between)
}

/** Where the next cue begins to govern: a forward or prenominal cue at itself, a backward one at the names it claims. */
function nextOwnCue<N extends TestName, R extends string>(scene: Scene<N, R>, cue: ScopeCue<R>, at: number): number {
  for (const next of scene.speaking.slice(at + 1)) {
    if (next.reach === 'attached' || isInsideBracket(scene.sentence, cue, next)) continue
    if (next.role === 'verb' && cue.role === 'denial') continue
    if (next.reach === 'forward' || (next.reach === 'word' && isPrenominal(scene, next))) return next.span.start
    return claimOf(scene, next, cue.span.end)[0]?.span.start ?? next.span.start
  }
  return scene.clause.end
}

/** A cue in a bracket speaks of the name before the bracket only. */
function isInsideBracket<R extends string>(sentence: string, cue: ScopeCue<R>, next: ScopeCue<R>): boolean {
  const between = sentence.slice(cue.span.end, next.span.start)
  return between.lastIndexOf('(') > between.lastIndexOf(')') && !speaksOfAll(sentence, next)
}

/** "(both negative)", "(all positive)". */
export const speaksOfAll = <R extends string>(sentence: string, { span }: ScopeCue<R>): boolean =>
  /\b(?:all|both|each)\s*$/i.test(sentence.slice(0, span.start))
