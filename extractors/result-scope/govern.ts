/**
 * Verdicts for the tests of one clause.
 *
 * "Serology was positive for rheumatoid factor and ANA, anticentromere and anti-Sm antibodies were negative."
 *               ^^^^^^^^^^^^ forward: RF, ANA          backward: anticentromere, anti-Sm         ^^^^^^^^
 */
import type { Span } from '../../corpus/document.ts'
import { backward } from './backward.ts'
import { flipExceptions } from './exception.ts'
import { forward, isPrenominal, speaksOfAll } from './forward.ts'
import { isListGap, ONLY_ADJECTIVES } from './gaps.ts'
import { give, type Scene, type ScopeCue, type ScopeRules, type TestName, type Verdict } from './scope.ts'

const CARRIES_ON =
  /^\s*(?:results?\s+)?[,:(–—-]*\s*(?:including|namely|i\.\s?e\.?,?|such\s+as|e\.\s?g\.?,?|comprising|among\s+them|like|:)/i

/** "positive (titre 1:320), and so were the anti-PM-Scl antibodies", "negative, as was the rheumatoid factor". */
const SO_WERE = /^\s*(?:\([^()]*\))?\s*,?\s*(?:and\s+)?(?:as|so)\s+(?:was|were|is|are)\b/i

/** In text order; names that nothing speaks of have none. */
export function governed<N extends TestName, R extends string>(
  sentence: string,
  clause: Span,
  allNames: readonly N[],
  cues: readonly ScopeCue<R>[],
  rules: ScopeRules<N, R>,
): readonly Verdict<N, R>[] {
  const isInside = ({ span }: { readonly span: Span }) => span.start >= clause.start && span.end <= clause.end
  const names = allNames.filter(isInside)
  const inside = cues.filter(isInside)
  const speaking = inside.filter(({ reach }) => reach !== 'finding')
  const scene: Scene<N, R> = { sentence, clause, names, speaking, verdicts: new Map(), rules }
  attachSigns(scene)
  for (const [at, cue] of speaking.entries()) direct(scene, cue, at)
  flipExceptions(scene)
  for (const cue of inside) if (cue.reach === 'finding') findingVerb(scene, cue)
  return names.flatMap((name) => scene.verdicts.get(name) ?? [])
}

/** "ANA +, ACA -", "ANA (positive, 1:640)", "anti-Sm (negative)": the cue right behind one name. */
function attachSigns<N extends TestName, R extends string>(scene: Scene<N, R>): void {
  const { sentence, names, speaking } = scene
  for (const [at, name] of names.entries()) {
    const cue = speaking.find(({ span }) => span.start >= name.end)
    const next = names[at + 1]
    if (!cue || (next && cue.span.start > next.span.start)) continue
    const between = sentence.slice(name.end, cue.span.start)
    // "anti-PM-Scl: 3+"
    if (cue.reach === 'attached' && /^[\s:=)\]–-]*(?:\b[1-4])?$/.test(between)) give(scene, name, cue, 'sign')
    if (cue.reach !== 'attached' && opensBracket(between) && !speaksOfAll(sentence, cue))
      give(scene, name, cue, 'bracketed')
  }
}

/** "(", "(1:640, ", "(speckled pattern, ": a bracket opened behind the name and not yet closed. */
const opensBracket = (between: string): boolean => /^\s*[([][^()[\]]*$/.test(between)

function direct<N extends TestName, R extends string>(scene: Scene<N, R>, cue: ScopeCue<R>, at: number): void {
  if (cue.reach === 'attached') return
  if (cue.reach === 'forward' || (cue.reach === 'word' && isPrenominal(scene, cue))) {
    forward(scene, cue, at)
    return
  }
  backward(scene, cue, at)
  if (carriesOnBehind(scene, cue)) forward(scene, cue, at)
}

/** "negative, including anti-Sm", "negative: ANA, RF", "negative (ANA, RF)"; but not "positive (1:80), the others". */
function carriesOnBehind<N extends TestName, R extends string>(
  { sentence, names }: Scene<N, R>,
  { span }: ScopeCue<R>,
): boolean {
  const behind = sentence.slice(span.end)
  if (CARRIES_ON.test(behind) || SO_WERE.test(behind)) return true
  const bracket = /^\s*\([^()]*\)/.exec(behind)
  return (
    bracket !== null &&
    names.some((name) => name.span.start >= span.end && name.span.start < span.end + bracket[0].length)
  )
}

const FEW_WORDS = /^\s+(?:[\w-]+\s+){0,4}$/
/** "had a work-up with ANA": nothing was found yet. */
const OF_TESTING = /\b(?:work-?up|tests?|testing|screening|evaluation|investigations?)\s+(?:for|with|of|including)\b/i

/** "Laboratory tests revealed antinuclear antibodies": present, where nothing else has spoken. */
function findingVerb<N extends TestName, R extends string>(scene: Scene<N, R>, cue: ScopeCue<R>): void {
  let previousEnd = cue.span.end
  for (const name of scene.names) {
    if (name.span.start < cue.span.end) continue
    const gap = scene.sentence.slice(previousEnd, name.span.start)
    const isFirst = previousEnd === cue.span.end
    if (isFirst ? !ONLY_ADJECTIVES.test(gap) && !(FEW_WORDS.test(gap) && !OF_TESTING.test(gap)) : !isListGap(gap)) break
    if (isFirst && scene.verdicts.has(name)) break
    give(scene, name, cue, 'found')
    previousEnd = name.end
  }
}
