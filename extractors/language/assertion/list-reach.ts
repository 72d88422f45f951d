/** Lists that follow their result, and what an exception takes out of a reach. */
import type { CueMatch } from './cue.ts'
import { forwardEnd, verbAhead } from './forward-reach.ts'
import { isFiniteVerb, isFullStop } from './grammar.ts'
import { hasEffect, type Region, type Scene } from './scene.ts'
import type { Token } from './tokens.ts'

/** "negative (ANA, anti-Ro)", "negative: ANA, anti-Ro", "negative, as were ANA and anti-Ro": a result given before its list. */
export function listAfterResult(scene: Scene, cue: CueMatch): Region | null {
  const { tokens, sentence } = scene
  const inverted = afterInversion(tokens, cue.to)
  if (inverted > 0) return { from: inverted, to: forwardEnd(scene, { ...cue, to: inverted }, 'object') }
  const opener = tokens[cue.to]?.text
  if (opener !== '(' && opener !== ':') return null
  let at = cue.to + 1
  while (at < tokens.length && !isFullStop(tokens, at, sentence) && tokens[at]!.text !== ')') at++
  return { from: cue.to + 1, to: at }
}

/** The token after ", as were", ", so was", "and neither were"; 0 where there is none. */
function afterInversion(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at]?.text === ',' || tokens[at]?.text === 'and') at++
  const word = tokens[at]?.text
  if (word !== 'as' && word !== 'so' && word !== 'neither') return 0
  const verb = tokens[at + 1]?.text
  return verb === 'were' || verb === 'was' || verb === 'are' || verb === 'is' ? at + 2 : 0
}

/** From "except for" to the end of what is excepted. */
export function exceptionRegion({ tokens, sentence, cueAt }: Scene, cue: CueMatch): Region {
  const opensSentence = cue.from <= 1
  let at = cue.to
  for (; at < tokens.length; at++) {
    const token = tokens[at]!
    if (isFullStop(tokens, at, sentence) || isFiniteVerb(token)) break
    if (token.text === ')' || hasEffect(cueAt[at], 'stop')) break
    // "Apart from ANA, all antibodies were negative"; but "except for ANA, anti-Ro and anti-La"
    if (token.text === ',' && (opensSentence || verbAhead(tokens, at + 1))) break
  }
  return { from: cue.to, to: at }
}
