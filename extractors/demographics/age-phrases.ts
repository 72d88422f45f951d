/** The ages of a sentence that may be the patient's at presentation, with how sure one may be of it. */
import type { Span } from '../../corpus/document.ts'
import { type Age, agesIn } from '../language/age.ts'
import { KIN_WORD } from '../language/person-words.ts'
import { type Introduction, introductionsIn } from '../language/subject/introduction.ts'

export interface AgePhrase {
  readonly years: number
  /** Into the sentence. */
  readonly span: Span
  /**
   * 4: introduces a person ("a 45-year-old woman"); 3: a plain statement ("she was 45"); 2: when he came, in passing
   * ("was brought at 7 years"); 1: at the end of the story ("is now 14").
   */
  readonly rank: 1 | 2 | 3 | 4
}

const MAX_AGE_YEARS = 110

/** Onset, surgery, death: "since the age of four", "when she was 20", "died at 45", "diagnosed when 12". */
const PASSING_BEFORE =
  /\b(?:at|since|from|until|by|before|after|around|approximately|when|between|when\s+(?:s?he|the\s+patient|they)\s+(?:was|were))\s+(?:(?:the|an?|about|her|his|their|only)\s+)*(?:ages?\s+(?:of\s+)?)?$|\bonset[^.;]{0,25}$|\b(?:when|since|until|while|as|before|after)\s+(?:s?he|the\s+patient|they)\s+(?:was|were)\s+(?:only\s+|about\s+|around\s+)?$|\b(?:died|deceased|diagnosed|began|started|operated)\s+(?:at|when)\b[^.;,]{0,25}$/i
const PASSING_AFTER = /^[\s,)]*(?:when\b|at\s+(?:the\s+)?(?:time\s+of\s+)?(?:onset|diagnosis|disease))/i
const PRESENTS =
  /\b(?:present(?:ed|ing|s)|referred|admitted|consulted|attended|visited|seen|examined|hospitali[sz]ed|came|brought|sent|investigated|evaluated|assessed|reported|sought|(?:first|initial)\s+(?:visit|consultation|examination|evaluation)|presentation|admission|referral)\b/i
/** Known at that age: "was 27 days old when calcinosis was recognised". */
const FOUND = /^[\s,)]*when\b[^.;]{0,80}\b(?:recogni[sz]ed|seen|found|noticed|noted|discovered|detected|presented)\b/i
/** "her mother, aged 70"; "the older brother, aged 19" may be the patient, and the subject says whether he is. */
const RELATIVE_BEFORE =
  /\b(?:(?:mother|father|son|daughter|husband|wife|cousin|aunt|uncle|niece|nephew|grandmother|grandfather|donor|spouse|parents?)|(?:her|his|their|patient['’]s|an?|one|whose|healthy)\s+(?:\w+\s+)?(?:sister|brother|sibling|twin))(?:['’]s)?\s*,?\s*(?:(?:a|an|the|who|is|was|were|now|currently|aged?|of|her|his|,|\()\s*)*$|\b(?:her|his|whose|their)\s+(?:(?:only|elder|older|younger|eldest|youngest|first|second)\s+)*$/i
const RELATIVE_AFTER = new RegExp(
  String.raw`^[\s-]*(?:(?:healthy|younger|older|elder|identical)\s+)*(?:${KIN_WORD}|sibling|cousin|twin\s+(?:brother|sister))\b(?!\s+of\s+(?:two|three|four|five|six|\d))`,
  'i',
)
const OPENS_WITH_KIN =
  /^\W*(?:the|her|his|their)\s+(?:[\w-]+\s+){0,2}?(?:mother|father|sister|brother|sibling|son|daughter|cousin|twin|aunt|uncle|niece|nephew)\b/i
const THING_AFTER =
  /^[\s-]*(?:history|lesion|mass|scar|nodule|tumou?r|duration|implant|graft|wound|course|follow|disease|calcif|injury|fracture|prosthesis|rule)\b/i
/** "patients older than 60", "45 to 50 years". */
const CLINICAL_BEFORE =
  /\b(?:patients?|children|adults?|women|men|people|individuals)\s+(?:older|younger|over|under|above|below|more|less|aged)\b[^.;]{0,20}$|\d\s*(?:to|or|[-–])\s*$/i
const NOW = /\bnow\s*$/i

/** All age phrases of a sentence in text order; pure. `isKinReported`: a relative who opens the sentence is a patient of the paper. */
export function agePhrases(sentence: string, isKinReported = false): readonly AgePhrase[] {
  const ages = agesIn(sentence)
  if (ages.length === 0) return []
  const persons = introductionsIn(sentence)
  return ages.flatMap((age): readonly AgePhrase[] => {
    if (age.years > MAX_AGE_YEARS) return []
    const isKin = isRejected(sentence, age) && !(isKinReported && OPENS_WITH_KIN.test(sentence))
    const rank = isKin ? null : rankOf(sentence, age, persons)
    return rank === null ? [] : [{ years: age.years, span: { start: age.start, end: age.end }, rank }]
  })
}

function isRejected(sentence: string, { start, end }: Age): boolean {
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  return (
    RELATIVE_BEFORE.test(before) ||
    RELATIVE_AFTER.test(after) ||
    THING_AFTER.test(after) ||
    CLINICAL_BEFORE.test(before)
  )
}

/** null: the age of something else than the presentation. */
function rankOf(sentence: string, age: Age, persons: readonly Introduction[]): AgePhrase['rank'] | null {
  const { form, start, end } = age
  if (form === 'presentation') return 4
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  const isPassing = form === 'point' || PASSING_BEFORE.test(before) || PASSING_AFTER.test(after)
  // "since the age of four" is no age at presentation; "at the age of seven he was referred to us" is
  if (isPassing) return PRESENTS.test(clauseAround(sentence, start)) || FOUND.test(after) ? 2 : null
  if (form === 'listed' || form === 'beside') return 4
  if (persons.some((person) => person.start <= start && end <= person.end)) return 4
  return form === 'said' && (NOW.test(before) || /^now\b/i.test(sentence.slice(start, end))) ? 1 : 3
}

/** The stretch between semicolons: "when she was 20 she fell ill; she came to us at 41 years". */
function clauseAround(sentence: string, at: number): string {
  const end = sentence.indexOf(';', at)
  return sentence.slice(sentence.lastIndexOf(';', at) + 1, end < 0 ? sentence.length : end)
}
