/** How authors point at their own patients and, on the other side, at groups in which no patient is told apart. */
import { NUMBER_WORD } from '../number-words.ts'
import { PERSON_WORD } from '../person-words.ts'

interface Turn {
  readonly example: string
  readonly pattern: RegExp
}
const turn = (example: string, pattern: string): Turn => ({ example, pattern: new RegExp(pattern, 'i') })

const MANY = '(?:two|three|four|five|six)'
const PATIENTS = '(?:patients|cases|sisters|brothers|siblings)'
const PLACE =
  '(?:clinics?|departments?|hospitals?|units?|institut(?:ion|e)s?|cent(?:er|re)s?|services?|wards?|practice|surgery|office|outpatients?|emergency|consultations?|care|division|facility|team|attention|observation)'
const SAW =
  '(?:saw|see|observed|operated|evaluated|examined|managed|report|present|describe|encountered|treated|decided|performed|followed|diagnosed|started|prescribed|reported here|excised|removed|used|administered|elected|noted|found|did|add|share|document|met)'

/** Each example is a test. */
export const OWN_TURNS: readonly Turn[] = [
  turn(
    'our second patient',
    String.raw`\b(?:our|present|presented|described|reported here(?:in)?|this|these (?:${MANY}|\d+)|index|current) (?:\w+ )?(?:patients?|cases?|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|infants?|sisters|brothers|siblings|pair|observations?|letter|famil(?:y|ies))\b`,
  ),
  turn(
    'in two of our patients',
    String.raw`\b(?:all|both|none|one|two|three|four|five|six|most|each|neither|either) of (?:our|the|these) (?:\w+ )?${PATIENTS}\b|\bsome of our (?:\w+ )?${PATIENTS}\b`,
  ),
  turn('it was seen in all three.', String.raw`\bin all (?:three|four|five|six)(?=[.,;]|$)`),
  turn(
    'both sisters had it',
    String.raw`\b(?:both|neither|either|all ${MANY}) (?:patients?|cases?|brothers?|sisters?|siblings?|twins?|girls|boys)\b`,
  ),
  turn(
    'the patient reported here',
    String.raw`\b(?:case|patient|child|woman|man|baby)s? (?:reported|described|presented) (?:here(?:in)?|in this (?:report|paper|article|letter))\b|\bpatients? here described\b|\b${PERSON_WORD} of this (?:report|letter|paper)\b`,
  ),
  turn('we report', String.raw`\b(?:we|i) (?:\w+ )?${SAW}\b|\bthe authors (?:report|present|describe)\b`),
  turn(
    'we would like to share one case',
    String.raw`\b(?:we|i) (?:(?:would (?:like|wish) to|want to|wish to|were (?:asked|called|invited) to|had (?:the )?(?:occasion|opportunity|chance) (?:to|of)|have|recently|also|now|here(?:by|in|with)?) ){1,2}(?:saw|seen?|seeing|observe\w*|report\w*|present\w*|describ\w+|encounter\w*|treat\w*|manag\w+|examin\w+|operat\w+|add|share|document)\b`,
  ),
  turn(
    'herein we',
    String.raw`\bhere(?:in)?,? (?:we|is)\b|\bherewith\b|\bin (?:this|the present) (?:instance|case|patient|report)\b`,
  ),
  turn('came to our intensive care unit', String.raw`\b(?:at|to|in|from|by|of) our (?:[\w-]+ ){0,3}${PLACE}\b`),
  turn(
    'was referred to us',
    String.raw`\b(?:referred|came|come|coming|sent|brought|presented|transferred|put|shown|turned|known|admitted|returned|reported|led|introduced)(?: \w+)? (?:to|by|before) us\b|\b(?:consulted|visited|reached|approached|called|asked|sought) us\b`,
  ),
]

const OWN = OWN_TURNS.map(({ pattern }) => pattern)
export const isOwn = (text: string): boolean => OWN.some((pattern) => pattern.test(text))

const COUNT = String.raw`(?:\d{1,4}|${NUMBER_WORD})`
/** More than a report tells apart. */
const DOZENS = String.raw`(?:\d{2,4}|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)`
const PEOPLE =
  '(?:patients|cases|children|adults|women|men|girls|boys|females|males|subjects|individuals|infants|controls|participants)'
const DESIGN = '(?:retrospective(?:ly)?|prospective(?:ly)?|cross-sectional|single-cent(?:er|re)|multi-?cent(?:er|re))'

/** Each example is a test. */
export const GROUP_TURNS: readonly Turn[] = [
  turn(
    'in 24 of the 41',
    String.raw`\b${COUNT} (?:out )?of (?:the |these |those |them |all )*(?:\d{2,4}\b(?!\s?(?:mg|mm|cm|years?|days?))|\d (?:\w+ )?${PEOPLE}\b)`,
  ),
  turn('in 28 patients', String.raw`(?<!(?:mother|father) of )\b${DOZENS} (?:[\w-]+ ){0,2}${PEOPLE}\b`),
  turn('most of the patients (82%)', String.raw`\b${PEOPLE}\b[^.;]{0,60}\(\s*\d+(?:[.,]\d+)?\s?%`),
  turn('82% were women', String.raw`\b\d+(?:[.,]\d+)?\s?% (?:of (?:the )?(?:\w+ )?${PEOPLE}|were|women|men|had)\b`),
  turn(
    'the mean age was 60.3 years',
    String.raw`\b(?:mean|median|average) (?:patient |disease |follow-up )?(?:age|duration|follow-up)\b`,
  ),
  turn('nineteen were treated', String.raw`^\W*${DOZENS} (?:were|had|underwent|received|showed)\b`),
  turn(
    'a retrospective study',
    String.raw`\b${DESIGN} (?:\w+ ){0,2}(?:stud(?:y|ies|ied)|reviewed|cohort|analy\w+|survey)\b`,
  ),
]
const GROUP = GROUP_TURNS.map(({ pattern }) => pattern)
/** Figures of a group: "in 12 of 41 patients", "mean age", "(82%)". */
export const isOfGroup = (text: string): boolean => GROUP.some((pattern) => pattern.test(text))
