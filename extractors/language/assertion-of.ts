import type { Span } from '../../corpus/document.ts'
import type { Assertion } from './assertion.ts'

export function assertionOf(sentence: string, span: Span): Assertion {
  const before = sentence.slice(0, span.start)
  const after = sentence.slice(span.end)
  const negated =
    /\b(no|not|without|denied|denies|absence of|negative for)\b[^.;]*$/i.test(before) ||
    /^[^.;]*\b(negative|absent)\b/i.test(after)
  return { polarity: negated ? 'negated' : 'affirmed', temporality: 'recent', experiencer: 'patient' }
}
