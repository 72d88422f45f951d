import { describe, expect, it } from 'vitest'
import { antibody } from '../../extractors/antibody/antibody.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import { ANTIBODY_CASES } from './antibody.cases.ts'
import { patientReading } from './patient-reading.ts'

const keyOf = new Map(loadTerms('antibody').map(({ label, key }) => [label, key]))

/** What the extractor says of one sentence of a case text, in the shorthand of the case table. */
function said(sentence: string): readonly string[] {
  const reading = patientReading(sentence)
  return antibody.extract(reading, []).flatMap((finding) => {
    if (finding.kind !== 'antibody') return []
    const { label, result, titre, value, unit, pattern } = finding.value
    const number = value === null ? null : `=${value} ${unit}`
    return [[keyOf.get(label), result, titre, number, pattern].filter(Boolean).join(' ')]
  })
}

describe('antibody', () => {
  it.each(ANTIBODY_CASES)('%s', (_why, sentence, expected) => {
    expect(said(sentence)).toEqual(expected)
  })

  it('quotes the name and the cue of every finding', () => {
    for (const [, sentence] of ANTIBODY_CASES) {
      const reading = patientReading(sentence)
      for (const { grounds } of antibody.extract(reading, []))
        for (const { span, holds } of grounds) {
          expect(holds.length).toBeGreaterThan(0)
          for (const part of holds) expect(part.start >= span.start && part.end <= span.end).toBe(true)
        }
    }
  })
})
