/**
 * Ages of persons, as case reports write them: the one place that reads them. Whose age it is and whether it is the age
 * at presentation is for others to decide: subject/introduction.ts tells patients apart, demographics fills the record.
 */
import { AGE_ROWS, type AgeForm, type AgeRow } from './age-rows.ts'
import { numberOf } from './number-words.ts'
import { sexTold } from './person-words.ts'

export interface Age {
  /** Months, weeks and days as fractions. */
  readonly years: number
  readonly form: AgeForm
  /** Into the text: the number with its unit and "old", "aged" or the sex beside it. */
  readonly start: number
  readonly end: number
  /** Told with the age: "45F", "(62, male)". */
  readonly sex: 'female' | 'male' | null
}

/** Spares most sentences the search. */
const MAY_TELL_AGE =
  /year|yr|month|week|\bday|hour|\bage|y\s?\/\s?o|\by\.?o\b|\bm\/o|\d\s?[-/]?\s?[FM]\b|[FM]\s?\/\s?\d|\b[FM],\s+\d|\b(?:is|was)\s+(?:\w+\s+)?\d|\bM(?:rs?|s|iss)\b|\b\w{3,}\s+of\s+(?:\w+\s+)?(?:\d|[a-z]+(?:ty|teen|[eo]n|ee|ve|ix|ht|ne|wo)\b)|\bnow\s+\d|\d\s+when\b|[a-z],\s+(?:\w+\s+)?\d\d\b|\(\s*\d{1,2}\s*[,)]/i

/** All ages in text order, not overlapping. */
export function agesIn(text: string): readonly Age[] {
  if (!MAY_TELL_AGE.test(text)) return []
  const found: Age[] = []
  for (const row of AGE_ROWS) {
    if (row.needs && !row.needs.test(text)) continue
    for (const match of text.matchAll(row.pattern))
      for (const age of agesOf(row, match as RegExpMatchArray & { indices: RegExpIndicesArray }))
        if (!found.some(({ start, end }) => age.start < end && start < age.end)) found.push(age)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

type IndexedMatch = RegExpMatchArray & { indices: RegExpIndicesArray }

function agesOf(row: AgeRow, match: IndexedMatch): readonly Age[] {
  const { number, list, unit = 'years', half, months, sex } = match.groups ?? {}
  const [from = 0, to = 0] = match.indices[0] ?? []
  if (list !== undefined) {
    const [at = 0] = match.indices.groups?.list ?? []
    return [...list.matchAll(/\d+/g)].map(({ 0: digits, index }) =>
      ageAt(row, inUnit(Number(digits), unit), at + index, at + index + digits.length),
    )
  }
  const amount = numberOf(number ?? '')
  if (amount === null) return []
  const years = inUnit(amount + (half ? 0.5 : 0), unit) + (months ? Number(months) / 12 : 0)
  const [numberStart = 0] = match.indices.groups?.number ?? []
  const lead = LEAD.exec(match[0])?.[0].length ?? 0
  const start = row.form === 'beside' || row.form === 'said' ? numberStart : Math.min(from + lead, numberStart)
  return [ageAt(row, years, start, to, row.form === 'sexed' || sex ? sexOf(match[0].slice(lead), sex) : null)]
}

/** What stands in front of an age without being part of it: "A", "(". */
const LEAD = /^(?:[\s.:;,([]|\b(?:an?|the|this|our|one|of)\s+)*/i

const ageAt = ({ form }: AgeRow, years: number, start: number, end: number, sex: Age['sex'] = null): Age => ({
  years: Math.round(years * 1000) / 1000,
  form,
  start,
  end,
  sex,
})

/** A capital letter, or a letter in a bracket with an age. */
function sexOf(phrase: string, letter: string | undefined): Age['sex'] {
  if (letter === undefined) return sexTold(phrase)
  return letter.toUpperCase() === 'F' ? 'female' : 'male'
}

function inUnit(amount: number, unit: string): number {
  const lower = unit.toLowerCase()
  if (lower.startsWith('m')) return amount / 12
  if (lower.startsWith('w')) return amount / 52.18
  if (lower.startsWith('d')) return amount / 365.25
  return lower.startsWith('h') ? amount / 8766 : amount
}
