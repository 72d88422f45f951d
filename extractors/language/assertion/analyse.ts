/** Everything the cues of one sentence say: which words are negated, possible, historical, hypothetical, another's. */

import { backwardRegion } from './backward-reach.ts'
import { type CueMatch, type CueSense, type Effect, findCues } from './cue.ts'
import { forwardRegion } from './forward-reach.ts'
import { CHANGES, isAuxiliary, isCopula, isFiniteVerb, isJoint, isPreposition } from './grammar.ts'
import { informs } from './informant.ts'
import { exceptionRegion, listAfterResult } from './list-reach.ts'
import type { Region, Scene } from './scene.ts'
import { tokensOf } from './tokens.ts'

/** A cue at work on a stretch of words. */
export interface Influence {
  readonly effect: Effect
  readonly cue: CueMatch
  readonly region: Region
}

export interface Analysis {
  readonly scene: Scene
  readonly influences: readonly Influence[]
  readonly exceptions: readonly { readonly cue: CueMatch; readonly region: Region }[]
}

let last: { readonly sentence: string; readonly analysis: Analysis } | undefined

/** Analyses a sentence; the last one is remembered, since extractors ask about several words of one sentence. */
export function analyse(sentence: string): Analysis {
  if (last?.sentence === sentence) return last.analysis
  const analysis = analyseAfresh(sentence)
  last = { sentence, analysis }
  return analysis
}

function analyseAfresh(sentence: string): Analysis {
  const scene = sceneOf(sentence)
  const influences = scene.cues.flatMap((cue) =>
    sensesHere(scene, cue).flatMap((sense) => influencesOf(scene, cue, sense)),
  )
  const exceptions = scene.cues
    .filter(({ senses }) => senses.some(({ effect }) => effect === 'exception'))
    .map((cue) => ({ cue, region: exceptionRegion(scene, cue) }))
  return { scene, influences, exceptions }
}

function sceneOf(sentence: string): Scene {
  const tokens = tokensOf(sentence)
  const cues = findCues(tokens)
  const cueAt: (CueMatch | null)[] = new Array(tokens.length).fill(null)
  for (const cue of cues) for (let at = cue.from; at < cue.to; at++) cueAt[at] = cue
  return { sentence, tokens, cues, cueAt }
}

/** A word that may look both ways looks back after a copula or before a pause, and forward otherwise. */
function sensesHere(scene: Scene, cue: CueMatch): readonly CueSense[] {
  if (cue.text === 'no' && isAboutChange(scene, cue)) return []
  if (/\b(?:history|hx)\b/.test(cue.text) && isDuration(scene, cue))
    return cue.senses.filter(({ effect }) => effect !== 'historical')
  const directions = new Set(cue.senses.map(({ direction }) => direction))
  if (!directions.has('forward') || !directions.has('backward')) return cue.senses
  const back = looksBack(scene, cue)
  return cue.senses.filter(({ direction }) => (direction === 'backward') === back)
}

/** "a four-year history of scleroderma", "a history of two weeks of cough": it lasts until now. */
function isDuration({ tokens }: Scene, cue: CueMatch): boolean {
  const near = [...tokens.slice(Math.max(0, cue.from - 3), cue.from), ...tokens.slice(cue.to, cue.to + 3)]
  return near.some(({ text }) =>
    /^(?:days?|weeks?|months?|years?|hours?|yrs?|decades?|long|longstanding|lifelong)$/.test(text),
  )
}

/** "no evident change in the calcifications", "no significant improvement of": they are there. */
function isAboutChange({ tokens }: Scene, cue: CueMatch): boolean {
  for (let at = cue.to; at < cue.to + 4; at++)
    if (CHANGES.has(tokens[at]?.text ?? ''))
      return /^(?:in|of|on|to|for|from|between|regarding)$/.test(tokens[at + 1]?.text ?? '')
  return false
}

function looksBack({ tokens }: Scene, cue: CueMatch): boolean {
  const next = tokens[cue.to]
  // "Ten years ago, he had a stroke"
  if (cue.from <= 2 && cue.senses.some(({ effect }) => effect === 'historical')) return false
  if (isCopula(tokens[cue.from - 1])) return true
  // "The only negative antibodies were": the word stands before its noun
  return !next?.isWord || isPreposition(next) || isJoint(next) || isFiniteVerb(next) || isCopula(next)
}

function influencesOf(scene: Scene, cue: CueMatch, { effect, direction, reach }: CueSense): readonly Influence[] {
  if (direction === 'none') return []
  if (effect === 'other' && informs(scene, cue)) return []
  if (direction === 'forward') return [{ effect, cue, region: forwardRegion(scene, cue, reach) }]
  // "the clinicians had not detected any murmur": active voice
  if (/^(?:not|never) (?!been )/.test(cue.text) && isAuxiliary(scene.tokens[cue.from - 1]))
    return [{ effect, cue, region: forwardRegion(scene, cue, 'object') }]
  const regions = [backwardRegion(scene, cue, reach), listAfterResult(scene, cue), tailOf(scene, cue)]
  return regions.filter((region) => region !== null).map((region) => ({ effect, cue, region }))
}

/** "Calcification was not seen in the hands": the place belongs to what was not seen. */
function tailOf(scene: Scene, cue: CueMatch): Region | null {
  if (!/^(not|never|no longer) /.test(cue.text) || !isPreposition(scene.tokens[cue.to])) return null
  return forwardRegion(scene, cue, 'object')
}
