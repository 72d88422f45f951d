/** Dose and route of a treatment as written beside it. */

const AMOUNT = String.raw`(?:up to\s+|total\s+(?:dose\s+(?:of\s+)?)?|cumulative\s+dose\s+(?:of\s+)?)?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?(?:mg|g|µg|μg|mcg|ug|IU|UI|U|units?|mL|ml|%|MU|mEq|mmol|kU)(?:\s?\/\s?(?:kg|m2|m²|day|d|week|wk|month|dose|mL|ml|dL|h|hour|L))*`
const FREQUENCY = String.raw`(?:\s?(?:\/day|(?:once|twice|three times|thrice|four times)(?:\s+(?:a|per))?(?:\s+(?:daily|day|week|weekly|month|monthly))?|daily|weekly|monthly|bi-?weekly|per\s+(?:day|week|month|kg|kilogram)(?:\s+per\s+day)?|every\s+(?:other\s+day|\w+\s+(?:days?|weeks?|months?|hours?))|a\s+(?:day|week|month)|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?d\.?|q\d+h|qid|od|bd|tds))*`
const AFTER = new RegExp(
  String.raw`^\s*(?:\([^)]{0,12}\)\s*)?(?:therapy|treatment|infusions?|injections?|tablets?|orally|sodium|cream|ointment|pulses?|intravenously|\s)*\s*(?:[(,:]|was started|was given|was begun|started|given|at|of|in|with|\s)*(?:an?\s+)?(?:(?:initial|daily|total|maintenance|starting|low|high|maximum|cumulative|oral|weekly|single)\s+)*(?:doses?|dosage)?\s*(?:of|:|was|up to|=|\s)*\s*(${AMOUNT}${FREQUENCY})`,
  'i',
)
const BEFORE = new RegExp(
  String.raw`(${AMOUNT}${FREQUENCY})\s*(?:of\s+)?(?:oral\s+|intravenous\s+|topical\s+|IV\s+|i\.v\.\s+|intralesional\s+|subcutaneous\s+|pulse\s+)?$`,
  'i',
)
const LEVEL_BEFORE = /\b((?:low|high|moderate|medium)(?:[\s-]dose)|pulsed?|monthly|weekly|daily)\s+(?:[\w-]+\s+)?$/i
const LEVEL_AFTER =
  /^\s*(?:\w+\s+)?(?:at|in)\s+(?:an?\s+)?((?:low|high|moderate|medium|small)[\s-](?:dos(?:e|es|age)))\b/i

/** The dose next to a treatment, e.g. `100 mg/day`, `low dose`. */
export function doseOf(before: string, after: string): string | null {
  const amount = AFTER.exec(after.slice(0, 90))?.[1] ?? BEFORE.exec(before.slice(-60))?.[1]
  if (amount) return amount.trim()
  const level = LEVEL_AFTER.exec(after)?.[1] ?? LEVEL_BEFORE.exec(before.slice(-40))?.[1]
  return level?.trim() ?? null
}

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:intra-?lesional(?:ly)?)\b/i, 'intralesional'],
  [/\b(?:intra-?venous(?:ly)?|i\.?v\.?|infusions?|infused)(?=\W|$)/i, 'intravenous'],
  [/\b(?:sub-?cutaneous(?:ly)?\s+(?:inject\w+|administ\w+|methotrexate|heparin)|s\.c\.)/i, 'subcutaneous'],
  [/\b(?:intra-?muscular(?:ly)?\s+(?:inject\w+|administ\w+)|i\.m\.)/i, 'intramuscular'],
  [/\b(?:topical(?:ly)?|cream|ointment|gel)\b/i, 'topical'],
  [/\b(?:intra-?articular(?:ly)?)\b/i, 'intra-articular'],
  [/\b(?:oral(?:ly)?|per os|p\.o\.|by mouth|tablets?)(?=\W|$)/i, 'oral'],
  [/\b(?:inhaled|inhalation|nebuli[sz]ed)\b/i, 'inhaled'],
]

/** The route named in the words just around a treatment. */
export function routeOf(before: string, name: string, after: string): string | null {
  const near = `${/[^,;.]*$/.exec(before.slice(-30))?.[0] ?? ''} ${name} ${/^[^,;.]*/.exec(after.slice(0, 40))?.[0] ?? ''}`
  return ROUTES.find(([words]) => words.test(near))?.[1] ?? null
}
