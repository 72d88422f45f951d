/** The assertion of a span: what the cues of its sentence make of it. */
import type { Span } from '../../corpus/document.ts'
import { type Analysis, analyse, type Influence } from './assertion/analyse.ts'
import type { Region } from './assertion/scene.ts'
import type { Assertion } from './assertion.ts'

/** Pure and synchronous; `span` is in offsets of `sentence`. */
export function assertionOf(sentence: string, span: Span): Assertion {
  const effects = new Set(influencesOn(sentence, span).map(({ effect }) => effect))
  return {
    polarity:
      effects.has('negated') || isInsideNegation(sentence, span)
        ? 'negated'
        : effects.has('possible')
          ? 'possible'
          : 'affirmed',
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
  return analysis.scene.cues.some((cue) => words.from > cue.from && words.to <= cue.to && OPENS_NEGATION.test(cue.text))
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
  return analysis.influences.filter(
    (influence) => covers(influence.region, behind(influence, words)) && !excepted(analysis, influence, words),
  )
}

/** A span that itself begins with the cue ("no signs of infection") is judged by the words after it. */
function behind({ cue }: Influence, words: Region): Region {
  return cue.from >= words.from && cue.to > words.from && cue.to < words.to ? { from: cue.to, to: words.to } : words
}

/** Token indexes of the words that a span touches. */
function wordsOf({ scene: { tokens } }: Analysis, span: Span): Region {
  let from = 0
  while (from < tokens.length && tokens[from]!.end <= span.start) from++
  let to = from
  while (to < tokens.length && tokens[to]!.start < span.end) to++
  return { from, to }
}

const covers = (region: Region, words: Region): boolean => region.from <= words.from && words.to <= region.to

/** "All were negative except anti-Ro": what is excepted is out of the reach of a cue that stands outside the exception. */
function excepted({ exceptions }: Analysis, { cue, effect }: Influence, words: Region): boolean {
  if (effect === 'other') return false
  return exceptions.some(({ region }) => covers(region, words) && !covers(region, { from: cue.from, to: cue.to }))
}
