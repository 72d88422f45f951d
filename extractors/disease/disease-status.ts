/** Whether a disease is the patient's, denied, doubted, gone or in the family. */
import type { Span } from '../../corpus/document.ts'
import type { DiseaseFact } from '../case-record.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'
import type { DiagnosisContext } from './diagnosis-context.ts'

/** null: "no family history of gout" says nothing of the patient. */
export function statusOf(
  reading: Reading,
  sentence: ReadSentence,
  { span, term }: Mention,
  context: DiagnosisContext,
  isOfAll = false,
): DiseaseFact['status'] | null {
  const { polarity, temporality, experiencer } = reading.assertionOf(span, sentence)
  if (OF_PARENT.test(sentence.text)) return polarity === 'negated' ? null : 'family'
  if (experiencer === 'other' && !isOfAll && !NAMED_BY_SPOUSE.test(sentence.text))
    return polarity === 'negated' ? null : 'family'
  if (context === 'excluded') return 'absent'
  if (polarity === 'negated' && !isTestDenied(reading, sentence, span)) return 'absent'
  if (context === 'confirmed') return 'present'
  if (term.kind.startsWith('neoplasm') && isOneOf(sentence.text, span.end - sentence.span.start)) return 'possible'
  if (polarity === 'possible' || temporality === 'hypothetical' || context === 'possible') return 'possible'
  // what does not heal is still there: "a history of scleroderma"
  return temporality === 'historical' && HEALS.has(term.kind) ? 'historical' : 'present'
}

/** "Girl, JDM since the age of 4, ANA negative": a test stands between, and it is the test that is negative. */
function isTestDenied(reading: Reading, sentence: ReadSentence, { start, end }: Span): boolean {
  const test = reading.mentionsIn(sentence, 'antibody').find((mention) => mention.span.start >= end)
  if (!test) return false
  const text = (from: number, to: number): string =>
    sentence.text.slice(from - sentence.span.start, to - sentence.span.start)
  if (
    /\b(?:no|not|nor|neither|without|never|denied|negative|absence|exclud\w*|ruled)\b/i.test(
      text(sentence.span.start, start),
    )
  )
    return false
  return (
    /,/.test(text(end, test.span.start)) &&
    !/\b(?:negative|absent|normal|no|not|exclud\w*|ruled|unlikely)\b/i.test(text(end, test.span.start)) &&
    /^[^.;]{0,120}\b(?:negative|neg|absent|normal|undetectable)\b/i.test(text(test.span.end, sentence.span.end))
  )
}

/** "under the diagnosis of a stromal tumour, lymphoma, or cancer": one of several. */
const isOneOf = (sentence: string, end: number): boolean =>
  /^(?:\s*,\s*[\w\s-]{3,30})*,?\s+or\s+(?:an?\s+)?[a-z]{4}/i.test(sentence.slice(end, end + 80))

/** "The daughter's father had rheumatoid arthritis" in a paper on mother and daughter. */
const OF_PARENT =
  /^\W*(?:the|her|his|their)\s+\w+['’]s\s+(?:father|mother|brother|sister|husband|wife|son|daughter|aunt|uncle|cousin)\s+(?:had|has|suffer\w*|died|was|is)\b/i
/** "a 64-year-old farmer's wife" is the patient herself. */
const NAMED_BY_SPOUSE = /\byear-old\s+[\w-]+['’]s\s+(?:wife|widow|husband|widower|daughter|son)\b/i
const HEALS: ReadonlySet<string> = new Set(['neoplasm', 'neoplasm-skin', 'infection', 'skin', 'ossification'])
