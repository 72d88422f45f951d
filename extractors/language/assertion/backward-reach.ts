/** How far a cue reaches back: to the subject of its clause, the words before it in a list of results, or one word. */
import type { CueMatch, Reach } from './cue.ts'
import { isCopula, isFiniteVerb, isFullStop, isJoint, isPreposition, isRelative } from './grammar.ts'
import { hasEffect, type Region, type Scene, stopsReach } from './scene.ts'
import type { Token } from './tokens.ts'

/** What a backward cue is said of: the subject of its clause, or the words before it in a list of results. */
export function backwardRegion(scene: Scene, cue: CueMatch, reach: Reach): Region {
  if (reach === 'word') return wordBefore(scene, cue)
  return { from: backwardStart(scene, cue), to: cue.from }
}

/** "pain-free", "symptom free": the word before, where no noun follows ("free T4"). */
function wordBefore({ tokens }: Scene, cue: CueMatch): Region {
  const next = tokens[cue.to]
  const to = tokens[cue.from - 1]?.text === '-' ? cue.from - 1 : cue.from
  const isPredicate = !next?.isWord || isPreposition(next) || isJoint(next) || /^\d/.test(next.text)
  return { from: isPredicate ? Math.max(0, to - 2) : to, to }
}

function backwardStart(scene: Scene, cue: CueMatch): number {
  const { tokens, cueAt, sentence } = scene
  let at = skipVerbGroup(tokens, cue.from - 1)
  const inParenthesis = tokens[at]?.text === '('
  if (inParenthesis) at--
  let depth = 0
  for (; at >= 0; at--) {
    const token = tokens[at]!
    if (token.text === ')' || token.text === ']') depth++
    if (token.text === '(' || token.text === '[') {
      if (depth === 0) return at + 1
      depth--
    }
    if (depth > 0) continue
    if (isFullStop(tokens, at, sentence)) return at + 1
    if (token.text === ':' && at < cue.from - 1) return at + 1
    if (inParenthesis && isJoint(token)) return at + 1
    const other = cueAt[at]
    if (stopsReach(other) && !isRelative(token)) return other!.to
    if (hasEffect(other, 'predicate') || saidOfOthers(other)) return afterJoint(tokens, at + 1, cue.from)
    if (isFiniteVerb(token) && !inRelativeClause(tokens, at)) return afterJoint(tokens, at + 1, cue.from)
  }
  return 0
}

/** "ANA negative, RF absent": each result has its own words. */
const saidOfOthers = (cue: CueMatch | null | undefined): boolean =>
  cue?.senses.some(({ direction, effect }) => direction === 'backward' && effect !== 'historical') ?? false

/** Back over "were", "was found to be", "has been". */
function skipVerbGroup(tokens: readonly Token[], from: number): number {
  let at = from
  while (
    at >= 0 &&
    (isCopula(tokens[at]) ||
      isFiniteVerb(tokens[at]) ||
      tokens[at]!.text === 'to' ||
      tokens[at]!.text === ':' ||
      tokens[at]!.text === '-')
  )
    at--
  return at
}

/** After the first comma or conjunction behind an earlier predicate; after the predicate where there is none. */
function afterJoint(tokens: readonly Token[], from: number, to: number): number {
  let depth = 0
  for (let at = from; at < to; at++) {
    const { text } = tokens[at]!
    if (text === '(') depth++
    if (text === ')') depth--
    if (depth === 0 && isJoint(tokens[at]!)) return at + 1
  }
  return from
}

/** The verb of "which was measured twice" says nothing about where the main subject begins. */
function inRelativeClause(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at >= 0 && at >= verb - 3; at--) if (isRelative(tokens[at])) return true
  return false
}
