import { describe, expect, it } from 'vitest'
import { lab } from '../../extractors/lab/lab.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import { LAB_CASES } from './lab.cases.ts'
import { patientReading } from './patient-reading.ts'

const keyOf = new Map(loadTerms('lab').map(({ label, key }) => [label, key]))

function said(sentence: string): readonly string[] {
  return lab.extract(patientReading(sentence), []).flatMap((finding) => {
    if (finding.kind !== 'lab') return []
    const { label, value, unit, interpretation } = finding.value
    return [[keyOf.get(label), value ?? '-', unit ?? '-', interpretation ?? '-'].join(' ')]
  })
}

describe('lab', () => {
  it.each(LAB_CASES)('%s', (_why, sentence, expected) => {
    expect(said(sentence)).toEqual(expected)
  })
})
