/** The assertion of a span: what the cues of its sentence make of it. */
import type { Span } from '../../corpus/document.ts'
import { type Analysis, analyse, type Influence } from './assertion/analyse.ts'
import type { Effect } from './assertion/cue.ts'
import { isExcepted } from './assertion/exception.ts'
import { isFiniteVerb, isJoint, isPreposition } from './assertion/grammar.ts'
import { firstIndex, type Region, stopsReach } from './assertion/scene.ts'
import type { Assertion } from './assertion.ts'

/** Pure and synchronous; `span` is in offsets of `sentence`. A span without a word is affirmed, recent, the patient's. */
export function assertionOf(sentence: string, span: Span): Assertion {
  const effects = effectsOn(sentence, span)
  if (effects.has('ended')) effects.add('negated')
  // "her father had a stroke at age 60" is no past of the patient
  if (effects.has('dated') && !effects.has('other')) effects.add('historical')
  return asserted(effects, sentence, span)
}

/** In a case report a year dates the story itself, and what "has resolved" was there. */
export const assertionInReport = (sentence: string, span: Span): Assertion =>
  asserted(effectsOn(sentence, span), sentence, span)

const effectsOn = (sentence: string, span: Span): Set<Effect> =>
  new Set(influencesOn(sentence, span).map(({ effect }) => effect))

function asserted(effects: ReadonlySet<Effect>, sentence: string, span: Span): Assertion {
  const isNegated = effects.has('negated') || isInsideNegation(sentence, span)
  return {
    polarity: isNegated ? 'negated' : effects.has('possible') ? 'possible' : 'affirmed',
    temporality: effects.has('hypothetical') ? 'hypothetical' : effects.has('historical') ? 'historical' : 'recent',
    experiencer: effects.has('other') ? 'other' : 'patient',
  }
}

const OPENS_NEGATION = /^(?:not|no|never|without|cannot|failed to|fails to|unable to|nothing to)\b/

/** "Biopsy was not [performed]", "the pain did not [improve]": the cue's own second word is what is denied. */
function isInsideNegation(sentence: string, span: Span): boolean {
  const analysis = analyse(sentence)
  const words = wordsOf(analysis, span)
  if (words.from === words.to) return false
  const cue = analysis.scene.cueAt[words.from]
  return (
    cue !== null && cue !== undefined && words.from > cue.from && words.to <= cue.to && OPENS_NEGATION.test(cue.text)
  )
}

/** The cues that reach the span, for explanations and for quotes that have to hold them. */
export function cuesOn(
  sentence: string,
  span: Span,
): readonly { readonly effect: Influence['effect']; readonly span: Span }[] {
  const { tokens } = analyse(sentence).scene
  return influencesOn(sentence, span).map(({ effect, cue }) => ({
    effect,
    span: { start: tokens[cue.from]!.start, end: tokens[cue.to - 1]!.end },
  }))
}

function influencesOn(sentence: string, span: Span): readonly Influence[] {
  const analysis = analyse(sentence)
  const words = wordsOf(analysis, span)
  if (words.from === words.to) return []
  const whole = coreOf(analysis, words)
  return analysis.influencesNear(words).filter((influence) => {
    const rest = behind(analysis, influence, words)
    const core = rest === words ? whole : coreOf(analysis, rest)
    return governs(analysis, influence, core) && !isExcepted(analysis.scene, core, influence.cue, influence.effect)
  })
}

/** Token indexes of the words that a span touches. */
function wordsOf({ scene: { tokens } }: Analysis, span: Span): Region {
  const from = firstIndex(tokens, ({ end }) => end > span.start)
  return {
    from,
    to: Math.max(
      from,
      firstIndex(tokens, ({ start }) => start >= span.end),
    ),
  }
}

/** A span that itself begins with the cue, or with its end ("no [signs of infection]"), is judged by the words after it; so is "did not show an embolus". */
function behind({ scene: { tokens } }: Analysis, { cue }: Influence, words: Region): Region {
  let verbEnd = words.from
  while (verbEnd < cue.from && isFiniteVerb(tokens[verbEnd])) verbEnd++
  const opens = cue.from <= verbEnd && cue.to > words.from && cue.to < words.to
  return opens ? { from: cue.to, to: words.to } : words
}

/** The head of the words: "fracture" of "fracture with displacement", "pain" of "pain without radiation". */
function coreOf({ scene: { tokens, cueAt } }: Analysis, { from, to }: Region): Region {
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at]!
    if ((isPreposition(token) && token.text !== 'of') || isJoint(token) || cueAt[at]?.from === at)
      return { from, to: at }
  }
  return { from, to }
}

const covers = (region: Region, words: Region): boolean => region.from <= words.from && words.to <= region.to

/** "no [source of infection]": what would end the reach is part of the words asked about. */
function governs({ scene }: Analysis, { region }: Influence, core: Region): boolean {
  if (covers(region, core)) return true
  return region.to === core.from && stopsReach(scene.cueAt[core.from])
}
