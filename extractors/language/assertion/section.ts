/** Headings inside the string: "PAST MEDICAL HISTORY:" makes history of all that stands under it. */
import type { CueMatch } from './cue.ts'
import type { Region, Scene } from './scene.ts'

const HISTORY = /histor|hx$|^(?:pmh|psh|fh|fmh)\b|illnesses|problems/
/** Words of the headings under which notes are written. */
const HEADING =
  /^(?:history|hx|pmh|psh|shx?|fhx?|hpi|ros|allerg(?:y|ies)|medications?|meds|social|habits|review|systems|physical|exam|examination|pe|vitals?|hospital|course|labs?|laborator(?:y|ies)|impression|assessment|plan|a\/p|diagnos[ie]s|disposition|discharge|complaint|cc|radiology|imaging|procedures?|studies|condition|ekg|findings|technique|comparison|indication|consults?|immunizations?|tobacco|alcohol)$/
const MAX_HEADING_WORDS = 6

/** What stands under the heading that a cue is; null where it is none. */
export function sectionUnder(scene: Scene, cue: CueMatch): Region | null {
  const { tokens, starts } = scene
  if (tokens[cue.to]?.text !== ':' || cue.from - starts[cue.from]! > 1 || !HISTORY.test(cue.text)) return null
  let at = scene.ends[cue.from]!
  while (at < tokens.length && !isHeading(scene, at)) at = scene.ends[at]!
  return { from: cue.to + 1, to: at }
}

/** A statement that begins with a heading's words and a colon. */
function isHeading({ tokens, ends }: Scene, start: number): boolean {
  let isNamed = false
  for (let at = start; at < Math.min(ends[start]!, start + MAX_HEADING_WORDS); at++) {
    if (tokens[at]!.text === ':') return isNamed
    isNamed ||= HEADING.test(tokens[at]!.text)
  }
  return false
}
