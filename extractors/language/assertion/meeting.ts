/** What happens where the reach of a cue meets another cue. */
import type { CueMatch, Effect } from './cue.ts'
import { isAdverb } from './grammar.ts'
import { hasEffect, type Scene } from './scene.ts'

/** Whether a cue met on the way ends the reach of another. */
export function endsReachOf(effect: Effect, met: CueMatch): boolean {
  if (hasEffect(met, 'stop')) return true
  if (hasEffect(met, 'exception')) return effect === 'negated' || effect === 'possible'
  if (effect === 'other') return false
  if (hasEffect(met, 'turn')) return true
  if (effect === 'historical' || effect === 'dated') return hasEffect(met, 'present')
  if (hasEffect(met, 'cause')) return true
  if (effect === 'hypothetical') return false
  return met.senses.some((sense) => sense.effect === 'hypothetical' && sense.reach === 'condition')
}

const CLAIMS = /^(?:consistent|compatible|c \/ w|in keeping|indicative|due|secondary|caused|related)/
/** What one can be said not to do: "not complaining of pain". */
const TELLS = /^(?:compl|show|demonstr|reveal|indicat|confirm|suffer|present|resulting|leading)/

/** "may be consistent with colitis", "not due to infarction": the cue governs the phrase; "not due to the nodule" takes the nodule for granted. */
export function isGoverned({ tokens, cueAt }: Scene, cue: CueMatch, at: number, effect: Effect): boolean {
  if (at > cue.to + 1 || (at === cue.to + 1 && !isAdverb(tokens[cue.to]))) return false
  const met = cueAt[at]!
  const isClaim = CLAIMS.test(met.text)
  if (effect === 'possible') return isClaim
  if (effect !== 'negated' || !/(?:not|never|n't|cannot)$/.test(cue.text)) return false
  if (!isClaim) return TELLS.test(met.text)
  return !/^(?:the|his|her|their|this|these|its)$/.test(tokens[met.to]?.text ?? '')
}
