/** The words a span asks about: which tokens, what of them is the head, and whether a cue governs it. */
import type { Span } from '../../../corpus/document.ts'
import type { Influence } from './analyse.ts'
import type { CueMatch } from './cue.ts'
import { isFiniteVerb, isJoint, isPreposition } from './grammar.ts'
import { firstIndex, type Region, type Scene, stopsReach } from './scene.ts'

/** Token indexes of the words that a span touches; empty where it touches none. */
export function wordsOf({ tokens }: Scene, span: Span): Region {
  const from = firstIndex(tokens, ({ end }) => end > span.start)
  const to = firstIndex(tokens, ({ start }) => start >= span.end)
  return { from, to: Math.max(from, to) }
}

/** The words by which an influence on a span is judged. */
export function judgedBy(scene: Scene, words: Region, { cue }: Influence): Region {
  // a span that itself begins with the cue, or with its end ("no [signs of infection]"), is judged by the words after it
  const opens = cue.to > words.from && cue.to < words.to && leadsTo(scene, words.from, cue)
  return coreOf(scene, opens ? { from: cue.to, to: words.to } : words)
}

/** Whether between the beginning of a span and a cue stand only verbs and other cues: "did not show", "no strong family history of". */
function leadsTo({ tokens, cueAt }: Scene, from: number, cue: CueMatch): boolean {
  for (let at = from; at < cue.from; at++) {
    const isLead = isFiniteVerb(tokens[at]) || cueAt[at] !== null
    if (!isLead && !(/histor/.test(cue.text) && HISTORY_ADJECTIVES.test(tokens[at]!.text))) return false
  }
  return true
}

const HISTORY_ADJECTIVES = /^(?:strong|significant|known|relevant|positive|there|an?|the)$/

/** The head of the words: "fracture" of "fracture with displacement", "pain" of "pain without radiation". */
function coreOf({ tokens, cueAt }: Scene, { from, to }: Region): Region {
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at]!
    const endsHead = (isPreposition(token) && token.text !== 'of') || isJoint(token) || cueAt[at]?.from === at
    if (endsHead) return { from, to: at }
  }
  return { from, to }
}

const covers = (region: Region, words: Region): boolean => region.from <= words.from && words.to <= region.to

/** Whether the influence reaches the head; in "no [source of infection]" what would end the reach is part of the words asked about. */
export function governs({ cueAt }: Scene, { region }: Influence, core: Region): boolean {
  if (covers(region, core)) return true
  if (!stopsReach(cueAt[core.from])) return false
  return region.to === core.from || covers(region, { from: core.from, to: core.from + 1 })
}
