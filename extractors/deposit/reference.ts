/**
 * Words that stand for a lump named before: "They lay over the back", "It spread to the knees", "one, over the left hip,
 * had ulcerated", "the largest was on the right thigh". A referring word counts only with a place of its own, and only
 * where the words before it leave no doubt what it means.
 */
import type { Head } from './head.ts'

/** What a sentence leaves to be spoken of: the lump named last, and how. */
export interface Talk {
  readonly kind: 'calcification' | 'mass'
  readonly text: string
  readonly isPlural: boolean
  /** Whether the sentence just before says it: "it" reaches no further. */
  readonly isLast: boolean
}

const PLURAL = String.raw`(?:they|these|those|some|most|many|several|others?|all|both|two|three|four|the\s+(?:majority|rest|remainder|others))(?:\s+of\s+(?:them|these|those|which))?`
const SINGULAR = String.raw`(?:it|this)`
const PART = String.raw`(?:one|another|each|a\s+(?:second|third|further|similar)|the\s+(?:first|second|third|other|former|latter)|the\s+(?:largest|biggest|bulkiest|smallest|most\s+(?:prominent|painful|extensive)))(?:\s+(?:one|of\s+(?:them|these|those|which)))?`
const NAMED = String.raw`(?:(?:the\s+)?(?:affected|involved|favou?red|other|further|usual|main|predominant|commonest)\s+(?:sites?|areas?|parts?|regions?|locations?)|(?:the\s+)?(?:sites?|areas?|regions?|locations?|distribution)(?:\s+(?:affected|involved|of\s+involvement))?)`
const WHERE = String.raw`(?:in|on|over|at|around|about|near|behind|below|above|beneath|under|between|along|across|within|throughout|beside|inside|to|from|upon|lateral|medial|anterior|posterior)`
const ADVERB = String.raw`(?:(?:then|now|also|later|soon|first|at\s+first|initially|finally|eventually|subsequently|mainly|mostly|chiefly|predominantly|particularly|especially|symmetrically|bilaterally|gradually|slowly|rapidly|almost|only|further|most|had|has|have|been|being)\s+)*`
/** Being somewhere: "were situated over", "lay on", "was most marked at". */
const STATE = String.raw`(?:(?:was|were|is|are|had\s+been|has\s+been|have\s+been|being)\s+${ADVERB}(?:(?:situated|located|locali[sz]ed|distributed|scattered|spread|found|seen|noted|noticed|palpable|palpated|felt|present|visible|evident|observed|detected|marked|pronounced|numerous|prominent|extensive|confined|limited|restricted|concentrated|clustered|arranged|dense|worst|severe|obvious|projected)\s+)?(?:bilaterally\s+|symmetrically\s+|mainly\s+|mostly\s+|especially\s+|predominantly\s+)?)`
const GOING = String.raw`${ADVERB}(?:lay|lies?|sat|sits?|occurred|appeared|developed|arose|began|started|recurred|extend(?:ed|s|ing)|spread|reach(?:ed|es|ing)|progressed|crept|clustered|stretched|ran|projected|formed|grew)\s+(?:mainly\s+|mostly\s+|symmetrically\s+|bilaterally\s+|up\s+|down\s+|out\s+|first\s+|only\s+)?`
/** Holding a place: "involved the elbows"; here no preposition follows. */
const HOLDING = String.raw`${ADVERB}(?:involv(?:ed|es|ing)|affect(?:ed|s|ing)|occup(?:ied|ies|ying)|cover(?:ed|s|ing)|surround(?:ed|s|ing)|encircl(?:ed|es|ing)|fill(?:ed|s|ing)|overl(?:ay|ies|ying)|encas(?:ed|es|ing)|includ(?:ed|es|ing)|compris(?:ed|es|ing)|reach(?:ed|es|ing))\s+(?:mainly\s+|mostly\s+|also\s+|both\s+)?`
/** "They did not hurt and lay over her back": what else the clause says first. */
const FIRST = String.raw`(?:[^.;:]{0,45}?\b(?:and|but)\s+)?`
const BRACKET = String.raw`(?:\s*\([^)]{0,30}\)|,[^,.;]{0,30},)?`

const VERB = `(?:${FIRST}(?:(?:${STATE}|${GOING})(?:${WHERE}\\b)|${HOLDING}))`
const START = String.raw`(?<=^\W*|[.;:,]\s+|\b(?:and|but|while|whereas|although|which)\s+)`
const REFERENCE = new RegExp(
  [
    `${START}(?<plural>${PLURAL})${BRACKET}(?=\\s+${VERB}|,?\\s+${WHERE}\\s)`,
    `${START}(?<singular>${SINGULAR})(?=\\s+${VERB})`,
    `${START}(?<part>${PART})${BRACKET}(?=\\s+${VERB}|,?\\s+(?!to\\b|from\\b)${WHERE}\\s)`,
    `${START}(?<named>${NAMED})(?=\\s*:|\\s+(?:was|were|are|is|included?|comprised)\\s)`,
  ].join('|'),
  'giu',
)

/** The referring words of a sentence as heads of what they stand for; `talk` is of the sentence before. */
export function referencesIn(text: string, heads: readonly Head[], talk: Talk | null): readonly Head[] {
  return [...text.matchAll(REFERENCE)].flatMap((match): readonly Head[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (heads.some(({ start, end }) => start < span.end && end > span.start)) return []
    const before = heads.filter(({ end }) => end <= span.start)
    const meant = before.length > 0 ? talkOf(before) : talk
    if (!meant || !agree(match.groups ?? {}, meant)) return []
    return [{ kind: meant.kind, text: match[0], ...span, lump: meant.text }]
  })
}

/** "they", "one" and "the largest" are of several lumps, "it" is one mass or the calcinosis. */
const agree = ({ plural, part, singular }: Partial<Record<string, string>>, { isPlural, isLast }: Talk): boolean =>
  plural || part ? isPlural : singular ? !isPlural && isLast : true

/** What the heads of a sentence leave to be spoken of: the last lump, unless another thing was named after it. */
export function talkOf(heads: readonly Head[]): Talk | null {
  const last = heads.filter(({ kind }) => kind !== 'view').at(-1)
  if (!last || (last.kind !== 'calcification' && last.kind !== 'mass')) return null
  const text = last.lump ?? last.text
  return { kind: last.kind, text, isPlural: isPlural(text), isLast: true }
}

const isPlural = (words: string): boolean =>
  /(?:[^sui]|[aeo]i)s$|(?:masses|foci|calcinoses)$/i.test(words.trim()) && !/calcinosis$/i.test(words.trim())
