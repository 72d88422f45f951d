import { describe, expect, it } from 'vitest'
import { finding } from '../../extractors/finding/finding.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import { FINDING_CASES } from './finding.cases.ts'
import { patientReading } from './patient-reading.ts'

const keyOf = new Map(loadTerms('finding').map(({ label, key }) => [label, key]))

describe('finding', () => {
  it.each(FINDING_CASES)('%s', (_why, sentence, expected) => {
    const said = finding
      .extract(patientReading(sentence), [])
      .map((one) => (one.kind === 'finding' ? `${keyOf.get(one.value.label)} ${one.value.status}` : one.kind))
    expect(said).toEqual(expected)
  })
})
