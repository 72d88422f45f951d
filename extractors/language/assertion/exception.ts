/** What is out of the reach of a cue that stands outside: what follows "except", and adjuncts that a denial takes for granted. */
import { isFronted, verbAhead } from './clause.ts'
import type { CueMatch, Effect } from './cue.ts'
import { isFiniteVerb, isJoint, isTimePreposition } from './grammar.ts'
import { hasEffect, MAX_REACH_WORDS, type Region, type Scene, stopsReach } from './scene.ts'

/** Whether words of a statement lie in an exception or adjunct and the cue of the effect does not. */
export function isExcepted(scene: Scene, words: Region, cue: CueMatch, effect: Effect): boolean {
  if (effect === 'other' || effect === 'historical' || effect === 'dated') return false
  const first = Math.max(scene.starts[words.from]!, words.from - MAX_REACH_WORDS)
  for (let at = first; at <= words.from; at++) {
    const region = regionFrom(scene, at, effect)
    if (region && covers(region, words.from) && words.to <= region.to && !covers(region, cue.from)) return true
  }
  return false
}

const covers = (region: Region, at: number): boolean => region.from <= at && at < region.to

function regionFrom(scene: Scene, at: number, effect: Effect): Region | null {
  const cue = scene.cueAt[at]
  if (cue) return cue.from === at && hasEffect(cue, 'exception') ? exceptionRegion(scene, cue) : null
  return effect === 'negated' ? adjunctRegion(scene, at) : null
}

/** From "except for" to the end of what is excepted. */
function exceptionRegion(scene: Scene, cue: CueMatch): Region {
  const { tokens, cueAt, ends } = scene
  const limit = Math.min(ends[cue.from]!, cue.to + MAX_REACH_WORDS)
  let at = cue.to
  for (; at < limit; at++) {
    const token = tokens[at]!
    if (isFiniteVerb(token) || token.text === ')' || endsException(cueAt[at])) break
    // "Apart from ANA, all antibodies were negative"; but "except for ANA, anti-Ro and anti-La"
    if (token.text === ',' && (isFronted(scene, cue) || verbAhead(tokens, at + 1))) break
  }
  return { from: cue.to, to: at }
}

const endsException = (cue: CueMatch | null | undefined): boolean => stopsReach(cue) && !hasEffect(cue, 'exception')

/** "No bleeding since the hysterectomy": the adjunct, to the next comma, conjunction or verb; null where none begins. */
function adjunctRegion({ tokens, cueAt, ends }: Scene, from: number): Region | null {
  if (!isTimePreposition(tokens[from]!) || tokens[from - 1]?.text === 'the' || tokens[from + 1]?.text === ':')
    return null
  let at = from + 1
  const limit = Math.min(ends[from]!, from + MAX_REACH_WORDS)
  while (at < limit && !isJoint(tokens[at]!) && !isFiniteVerb(tokens[at]) && !stopsReach(cueAt[at])) at++
  return { from, to: at }
}
