/** Death of the patient, not of a relative or a donor. */
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Told } from './outcome.ts'

const DIED =
  /\b(?:died|passed away|succumbed|expired|death of the patient|patient['’]?s death|fatal outcome|led to (?:her|his) death|(?:is|was|patient) deceased)\b/i
const RELATIVE =
  /\b(?:father|mother|brothers?|sisters?|son|daughter|uncle|aunt|husband|wife|cousin|grand\w+|parents?|siblings?|donor)\b/i

/** The words that tell it, at most once a sentence. */
export function deathIn(reading: Reading, sentence: ReadSentence): readonly Told[] {
  const match = DIED.exec(sentence.text)
  if (!match || RELATIVE.test(sentence.text.slice(0, match.index))) return []
  const at = { start: match.index, end: match.index + match[0].length }
  const span = { start: at.start + sentence.span.start, end: at.end + sentence.span.start }
  const { polarity, experiencer, temporality } = reading.assertionOf(span, sentence)
  if (polarity !== 'affirmed' || experiencer === 'other' || temporality === 'hypothetical') return []
  return [{ sentence, value: 'died', ...at, rule: 'outcome/died' }]
}
