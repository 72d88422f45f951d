import { describe, expect, it } from 'vitest'
import { disease } from '../../extractors/disease/disease.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import { DISEASE_CASES } from './disease.cases.ts'
import { patientReading } from './patient-reading.ts'

const keyOf = new Map(loadTerms('disease').map(({ label, key }) => [label, key]))

function said(text: string): readonly string[] {
  return disease.extract(patientReading(text), []).flatMap((finding) => {
    if (finding.kind !== 'disease') return []
    const { label, subtype, status, duration_years } = finding.value
    const name = [keyOf.get(label), subtype && keyOf.get(subtype.label)].filter(Boolean).join('/')
    return [[name, status, duration_years].filter((part) => part !== null).join(' ')]
  })
}

describe('disease', () => {
  it.each(DISEASE_CASES)('%s', (_why, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})
