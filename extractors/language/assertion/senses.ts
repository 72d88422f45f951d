/** Which senses of a cue hold where it stands. */
import { isFronted } from './clause.ts'
import type { CueMatch, CueSense } from './cue.ts'
import { isAdjunct, isAdverb, isCopula, isFiniteVerb, isJoint, isPreposition } from './grammar.ts'
import { isIdle } from './idle.ts'
import type { Scene } from './scene.ts'

/** A word that may look both ways looks back after a copula or before a pause, and forward otherwise. */
export function sensesHere(scene: Scene, cue: CueMatch): readonly CueSense[] {
  const senses = cue.senses.filter((sense) => !isIdle(scene, cue, sense))
  const directions = new Set(senses.map(({ direction }) => direction))
  if (!directions.has('forward') || !directions.has('backward')) return senses
  const back = looksBack(scene, cue)
  return senses.filter(({ direction }) => (direction === 'backward') === back)
}

/** Behind a result: "negative in 2004", "absent and", "unlikely given". */
const FOLLOWS_RESULT = [isPreposition, isJoint, isFiniteVerb, isCopula, isAdjunct]

function looksBack(scene: Scene, cue: CueMatch): boolean {
  const { tokens } = scene
  const next = tokens[cue.to]
  // "Ten years ago, he had a stroke"
  if (isFronted(scene, cue) && cue.senses.some(({ effect }) => effect === 'historical' || effect === 'dated'))
    return false
  if (isCopula(tokens[cue.from - 1])) return true
  // "Denies: fever; chills"
  if (next?.text === ':' && scene.starts[cue.from] === cue.from) return false
  // "The only negative antibodies were": the word stands before its noun
  return !next?.isWord || FOLLOWS_RESULT.some((follows) => follows(next)) || (isAdverb(next) && !/^den/.test(cue.text))
}
