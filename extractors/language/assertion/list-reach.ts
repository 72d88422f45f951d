/** Lists that follow their result. */
import type { CueMatch } from './cue.ts'
import { forwardEnd } from './forward-reach.ts'
import { MAX_REACH_WORDS, type Region, type Scene, stopsReach } from './scene.ts'
import type { Token } from './tokens.ts'

/** "negative (ANA, anti-Ro)", "negative: ANA, anti-Ro", "negative, as were ANA and anti-Ro": a result given before its list. */
export function listAfterResult(scene: Scene, cue: CueMatch): Region | null {
  const { tokens, ends } = scene
  const inverted = afterInversion(tokens, cue.to)
  if (inverted > 0) return { from: inverted, to: forwardEnd(scene, { ...cue, to: inverted }, 'object', 'negated') }
  const opener = tokens[cue.to]?.text
  if (opener !== '(' && opener !== ':' && opener !== 'including') return null
  const limit = Math.min(ends[cue.from]!, cue.to + MAX_REACH_WORDS)
  let at = cue.to + 1
  while (at < limit && tokens[at]!.text !== ')' && !stopsReach(scene.cueAt[at])) at++
  return { from: cue.to + 1, to: at }
}

/** The token after ", as were", ", so was", "and neither were"; 0 where there is none. */
function afterInversion(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at]?.text === ',' || tokens[at]?.text === 'and') at++
  if (!/^(?:as|so|neither)$/.test(tokens[at]?.text ?? '')) return 0
  return /^(?:were|was|are|is)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : 0
}
