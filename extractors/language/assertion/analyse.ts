/** Everything the cues of one sentence say: which words are negated, possible, historical, hypothetical, another's. */
import { backwardRegion } from './backward-reach.ts'
import type { CueMatch, CueSense, Effect } from './cue.ts'
import { forwardRegion } from './forward-reach.ts'
import { isAuxiliary, isCopula, isPlacePreposition } from './grammar.ts'
import { informs, saidBefore } from './informant.ts'
import { listAfterResult } from './list-reach.ts'
import { firstIndex, MAX_REACH_WORDS, type Region, type Scene, sceneOf } from './scene.ts'
import { sectionUnder } from './section.ts'
import { sensesHere } from './senses.ts'

/** A cue at work on a stretch of words. */
export interface Influence {
  readonly effect: Effect
  readonly cue: CueMatch
  readonly region: Region
}

/** A sentence with what its cues govern; worked out cue by cue when asked for, since a string may be a whole report. */
export interface Analysis {
  readonly scene: Scene
  /** Of the cues that can reach these words, and of the headings above them. */
  readonly influencesNear: (words: Region) => readonly Influence[]
}

let last: { readonly sentence: string; readonly analysis: Analysis } | undefined

/** Analyses a sentence; the last one is remembered, since extractors ask about several words of one sentence. */
export function analyse(sentence: string): Analysis {
  if (last?.sentence === sentence) return last.analysis
  const analysis = analysisOf(sceneOf(sentence))
  last = { sentence, analysis }
  return analysis
}

function analysisOf(scene: Scene): Analysis {
  const known: (readonly Influence[] | undefined)[] = new Array(scene.cues.length)
  const headed = scene.cues.filter(({ to }) => scene.tokens[to]?.text === ':')
  const sections = headed.flatMap((cue) => sectionsOf(scene, cue))
  const influencesNear = (words: Region): readonly Influence[] => {
    const near: Influence[] = [...sections]
    const first = firstIndex(scene.cues, ({ from }) => from >= words.from - REACH_TOKENS)
    for (let index = first; index < scene.cues.length; index++) {
      const cue = scene.cues[index]!
      if (cue.from > words.to + REACH_TOKENS) break
      const influences = known[index] ?? sensesHere(scene, cue).flatMap((sense) => influencesOf(scene, cue, sense))
      known[index] = influences
      near.push(...influences)
    }
    return near
  }
  return { scene, influencesNear }
}

/** A reach, and the words of the cue itself. */
const REACH_TOKENS = MAX_REACH_WORDS + 20

function sectionsOf(scene: Scene, cue: CueMatch): readonly Influence[] {
  const region = sectionUnder(scene, cue)
  if (!region) return []
  const senses = sensesHere(scene, cue).filter(({ direction }) => direction === 'forward')
  return senses.map(({ effect }) => ({ effect, cue, region }))
}

function influencesOf(scene: Scene, cue: CueMatch, sense: CueSense): readonly Influence[] {
  const { effect, direction, reach } = sense
  return regionsOf(scene, cue, sense).map((region) => ({ effect, cue, region }))

  function regionsOf(scene: Scene, cue: CueMatch, sense: CueSense): readonly Region[] {
    if (direction === 'none') return []
    if (effect === 'other') return kinRegions(scene, cue, sense)
    if (direction === 'both') return [forwardRegion(scene, cue, sense), backwardRegion(scene, cue, 'compound')]
    if (direction === 'forward') return [forwardRegion(scene, cue, sense)]
    if (isActive(scene, cue)) return [forwardRegion(scene, cue, { effect, reach: 'object' })]
    const regions = [backwardRegion(scene, cue, reach), listAfterResult(scene, cue), tailOf(scene, cue, sense)]
    return regions.filter((region) => region !== null)
  }
}

function kinRegions(scene: Scene, cue: CueMatch, sense: CueSense): readonly Region[] {
  if (sense.direction === 'backward') return [backwardRegion(scene, cue, sense.reach)]
  const before = saidBefore(scene, cue)
  if (before) return [before]
  return informs(scene, cue) ? [] : [forwardRegion(scene, cue, sense)]
}

/** "The clinicians had not detected any murmur", "he never experienced weakness". */
function isActive({ tokens }: Scene, cue: CueMatch): boolean {
  if (!/^(?:not|never) (?!been |.*(?:occur|recur|arise|ensue|exist|happen)$)/.test(cue.text)) return false
  const before = tokens[cue.from - 1]
  return isAuxiliary(before) || (cue.text.startsWith('never') && !isCopula(before))
}

/** "Calcification was not seen in the hands": the place belongs to what was not seen. */
function tailOf(scene: Scene, cue: CueMatch, { effect }: CueSense): Region | null {
  // "a hysterectomy in 1999 for fibroids"
  if ((effect === 'historical' || effect === 'dated') && scene.tokens[cue.to]?.text === 'for')
    return forwardRegion(scene, cue, { effect, reach: 'phrase' })
  if (!/^(?:not|never|no longer|none) /.test(cue.text) || !isPlacePreposition(scene.tokens[cue.to])) return null
  return forwardRegion(scene, cue, { effect: 'negated', reach: 'object' })
}
