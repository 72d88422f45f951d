/** Kinds of calcinosis that the paper gives its patient: tumoral, universalis, dystrophic, metastatic, calciphylaxis ... */
import type { AnyFinding, Extractor } from '../extractor.ts'

/** Rows that only say "calcification" or where it lies are no kind. */
const NO_TYPE: ReadonlySet<string> = new Set(['general', 'decoy', 'related'])

export const calcinosis: Extractor<'calcinosis'> = {
  id: 'calcinosis',
  version: 1,
  produces: ['calcinosis'],
  extract: (reading) =>
    reading.sentences.flatMap((sentence): readonly AnyFinding[] => {
      const { subject } = sentence
      if (subject.who !== 'patient') return []
      return reading.mentionsIn(sentence, 'calcinosis').flatMap(({ term, span }) => {
        const { polarity, temporality, experiencer } = reading.assertionOf(span, sentence)
        if (
          NO_TYPE.has(term.kind) ||
          polarity !== 'affirmed' ||
          temporality === 'hypothetical' ||
          experiencer === 'other'
        )
          return []
        const value = { id: term.id, label: term.label }
        return subject.cases.map((patient) => ({
          kind: 'calcinosis' as const,
          case: patient,
          value,
          grounds: [{ span: sentence.span, holds: [span], rule: 'calcinosis/named' }] as const,
        }))
      })
    }),
}
