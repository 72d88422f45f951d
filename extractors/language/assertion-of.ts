/** The assertion of a span: what the cues of its sentence make of it. */
import type { Span } from '../../corpus/document.ts'
import { analyse, type Influence } from './assertion/analyse.ts'
import { governs, judgedBy, wordsOf } from './assertion/asked-words.ts'
import type { Effect } from './assertion/cue.ts'
import { isExcepted } from './assertion/exception.ts'
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

const OPENS_NEGATION = /^(?:not|non|no|never|without|cannot|failed to|fails to|unable to|nothing to)\b/

/** "Biopsy was not [performed]", "the pain did not [improve]": the cue's own second word is what is denied. */
function isInsideNegation(sentence: string, span: Span): boolean {
  const { scene } = analyse(sentence)
  const words = wordsOf(scene, span)
  const cue = scene.cueAt[words.from]
  if (!cue || words.from === words.to) return false
  return words.from > cue.from && words.to <= cue.to && OPENS_NEGATION.test(cue.text)
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
  const { scene, influencesNear } = analyse(sentence)
  const words = wordsOf(scene, span)
  if (words.from === words.to) return []
  return influencesNear(words).filter((influence) => {
    const core = judgedBy(scene, words, influence)
    return governs(scene, influence, core) && !isExcepted(scene, core, influence.cue, influence.effect)
  })
}
