/** Words that tell a patient's sex, each with its weight: a noun beside the age says more than a pronoun. */
import type { Span } from '../../corpus/document.ts'
import { agesIn } from '../language/age.ts'
import { FEMALE_NOUNS, MALE_NOUNS } from '../language/person-words.ts'

export interface SexPhrase {
  readonly value: 'female' | 'male'
  /** Into the sentence. */
  readonly span: Span
  readonly weight: number
  readonly kind: 'noun' | 'pronoun' | 'organ'
}

/** A sex told by a letter with the age: "45F", "(M, 62 yrs)"; words are counted below. */
const LETTER = /(?<![\p{L}])(?:W|B|AA|H|C|L)?[FMfm](?![\p{L}])/u
const FEMALE_NOUN = new RegExp(String.raw`\b(?:${FEMALE_NOUNS}|gravida|para\s+\d|(?:nulli|multi)parous)\b`, 'gi')
const MALE_NOUN = new RegExp(String.raw`\b${MALE_NOUNS}\b`, 'gi')
const FEMALE_PRONOUN = /\b(?:she|her|hers|herself)\b/gi
const MALE_PRONOUN = /\b(?:he|his|him|himself)\b/gi
const FEMALE_ORGAN =
  /\b(?:uterus|uterine|ovar(?:y|ies|ian)|vagina(?:l)?|vulva[rl]?|cervical\s+smear|menopaus\w*|post-?menopaus\w*|pregnan\w*|menarche|menstrua\w*|amenorrh\w*|postpartum|hysterectomy|mammogra\w*)\b/gi
const MALE_ORGAN = /\b(?:prostat\w*|testic\w*|testis|testes|scrot\w*|penis|penile|seminoma|varicocele|epididym\w*)\b/gi

const RELATIVE =
  /\b(?:mother|father|sister|brother|siblings?|son|daughter|husband|wife|cousin|aunt|uncle|niece|nephew|grandmother|grandfather|donor|parents?|relative|family)\b/i

/** All sex words of a sentence; a relative's words are left out. */
export function sexPhrases(sentence: string): readonly SexPhrase[] {
  const found: SexPhrase[] = []
  const collect = (pattern: RegExp, value: SexPhrase['value'], kind: SexPhrase['kind'], weight: number) => {
    for (const match of sentence.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (kind === 'noun' && isOther(sentence, span)) continue
      const beside =
        kind === 'noun' && /(?:old|aged|years?|y\/o|yo|months?)\b[^.;]{0,60}$/i.test(sentence.slice(0, span.start))
      found.push({ value, span, kind, weight: beside ? weight * 3 : weight })
    }
  }
  for (const { sex, start, end } of agesIn(sentence))
    if (sex !== null && LETTER.test(sentence.slice(start, end)))
      found.push({ value: sex, span: { start, end }, kind: 'noun', weight: 12 })
  collect(FEMALE_NOUN, 'female', 'noun', 6)
  collect(MALE_NOUN, 'male', 'noun', 6)
  const pronounWeight = RELATIVE.test(sentence) ? 0.25 : 1
  collect(FEMALE_PRONOUN, 'female', 'pronoun', pronounWeight)
  collect(MALE_PRONOUN, 'male', 'pronoun', pronounWeight)
  collect(FEMALE_ORGAN, 'female', 'organ', 0.5)
  collect(MALE_ORGAN, 'male', 'organ', 1.5)
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

/** "Two sisters", "both brothers": of the patients of a paper, not of one patient's kin. */
export const sexOfKin = (sentence: string): readonly SexPhrase[] =>
  [...sentence.matchAll(/\b(?:two|three|four|five|both|these|the)\s+(?:[\w-]+\s+)?(sisters|brothers)\b/gi)].map(
    (match) => ({
      value: match[1]!.toLowerCase() === 'sisters' ? 'female' : 'male',
      span: { start: match.index, end: match.index + match[0].length },
      kind: 'noun',
      weight: 6,
    }),
  )

/** "male-to-female ratio", "women are affected more often", "the donor was a man", "her husband, a 50-year-old man". */
function isOther(sentence: string, { start, end }: Span): boolean {
  const before = sentence.slice(Math.max(0, start - 60), start)
  const after = sentence.slice(end, end + 30)
  return (
    /^\s*(?:[-:/]|to)\s*(?:to\s*)?-?\s*(?:fe)?males?\b|^\s*(?:sex|predominance|ratio|preponderance|pattern|hormones?|relatives?|sibling|donor|cousin|genital)\b/i.test(
      after,
    ) ||
    /\b(?:fe)?males?\s*(?:[-:/]|to)\s*(?:to\s*)?-?\s*$/i.test(before) ||
    /\b(?:husband|wife|brother|sister|mother|father|son|daughter|donor|cousin|sibling)s?\b(?!\s+of\s+(?:this|the|our|an?)\b)[^.;]{0,30}$/i.test(
      before,
    )
  )
}
