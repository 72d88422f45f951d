/** Age and sex in cells of a patient table, whose heading says which of the two a cell holds. */
import type { ReadSentence } from '../language/reading.ts'
import type { AgePhrase } from './age-phrases.ts'
import { agePhrases } from './age-phrases.ts'
import type { SexPhrase } from './sex-phrases.ts'

const AGE_HEADER =
  /^\W*(?:current\s+|patient['’]?s?\s+)?age\b(?!\s*(?:at|of)\s+(?:disease\s+|first\s+|the\s+)?(?:onset|diagnosis|death|surgery|calcinosis))/i
const SEX_HEADER = /\b(?:sex|gender|f\s?\/\s?m|m\s?\/\s?f)\b/i

/** The age in a cell under "Age", "Age (years)", "Age/sex"; null where the sentence is no such cell. */
export function ageOfCell(sentence: ReadSentence): readonly AgePhrase[] | null {
  if (!sentence.header) return null
  if (!AGE_HEADER.test(sentence.header.text) && !/\bage\s*\/|\/\s*age\b|\bage\s*,/i.test(sentence.header.text))
    return []
  const written = agePhrases(sentence.text)
  if (written.length > 0) return written
  const match = /\d{1,3}(?:[.,]\d{1,2})?/.exec(sentence.text)
  if (!match) return []
  const inMonths = /\bmonths?\b|\bmo\b/i.test(sentence.header.text) && !/year/i.test(sentence.header.text)
  const years = Number(match[0].replace(',', '.')) / (inMonths ? 12 : 1)
  return years > 110 ? [] : [{ years, span: { start: match.index, end: match.index + match[0].length }, rank: 4 }]
}

/** The sex in a cell under "Sex", "Gender", "Age/sex"; null where the sentence is no such cell. */
export function sexOfCell(sentence: ReadSentence): readonly SexPhrase[] | null {
  if (!sentence.header) return null
  if (!SEX_HEADER.test(sentence.header.text)) return []
  const match = /\b(?:f(?:emale)?|m(?:ale)?|wom[ae]n|m[ae]n|girl|boy|♀|♂)(?![\p{L}])|[♀♂]/iu.exec(sentence.text)
  if (!match) return []
  const value = /^(?:f|w|g|♀)/i.test(match[0]) ? 'female' : 'male'
  return [{ value, span: { start: match.index, end: match.index + match[0].length }, weight: 18, kind: 'noun' }]
}
