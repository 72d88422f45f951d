/** Sizes that a font may have made a thousand times too large: the reader warns of pages that seem to show µm as "mm". */
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Measure } from '../measure/measure.ts'

/** "The sections showed granules of 5 mm in the dermis of the thigh" */
const UNDER_MICROSCOPE =
  /\b(?:microscop\w*|histolog\w*|histopatholog\w*|sections?|stain\w*|cells?|nucle\w+|granul\w+|fibrils|cytoplasm\w*|dermis|epidermis)\b/i

/** The measures of a sentence that can be believed. */
export function believed(
  measures: readonly Measure[],
  sentence: ReadSentence,
  { document }: Reading,
): readonly Measure[] {
  const isDoubted = document.warnings.some(({ code, page }) => code === 'suspect-micro-units' && page === sentence.page)
  if (!isDoubted || !UNDER_MICROSCOPE.test(sentence.text)) return measures
  return measures.filter(({ span }) => !/mm|millimet/i.test(sentence.text.slice(span.start, span.end)))
}
