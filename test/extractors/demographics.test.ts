import { describe, expect, it } from 'vitest'
import { demographics } from '../../extractors/demographics/demographics.ts'
import { numberOf } from '../../extractors/language/number-words.ts'
import { DEMOGRAPHICS_CASES } from './demographics.cases.ts'
import { patientReading } from './patient-reading.ts'

function said(text: string): string {
  const findings = demographics.extract(patientReading(text), [])
  const age = findings.flatMap((finding) => (finding.kind === 'age' ? [finding.value.years] : []))[0]
  const sex = findings.flatMap((finding) => (finding.kind === 'sex' ? [finding.value.value] : []))[0]
  return `${age ?? '-'} ${sex ?? '-'}`
}

describe('demographics', () => {
  it.each(DEMOGRAPHICS_CASES)('%s', (_why, text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it.each([
    ['45', 45],
    ['forty-five', 45],
    ['twentynine', 29],
    ['eight', 8],
    ['4.5', 4.5],
    ['4½', 4.5],
    ['2 1/2', 2.5],
    ['some', null],
  ])('reads the number %s', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })
})
