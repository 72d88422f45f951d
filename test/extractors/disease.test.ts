import { describe, expect, it } from 'vitest'
import { diagnosisContext } from '../../extractors/disease/diagnosis-context.ts'
import * as turns from '../../extractors/disease/diagnosis-turns.ts'
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

describe('turns of phrase around a disease', () => {
  const contexts = [
    ['excluded', turns.EXCLUDED],
    ['talk', turns.TALK],
    ['talk', turns.PART_OF_NAME],
    ['possible', turns.POSSIBLE],
    ['possible', turns.CHANGED_FROM],
    ['diagnosis', turns.CHANGED_TO],
    ['diagnosis', turns.DIAGNOSIS],
    ['confirmed', turns.CONFIRMED],
  ] as const
  const rows = contexts.flatMap(([context, group]) => group.map(({ example }) => ({ context, example })))
  it.each(rows)('$context: $example', ({ context, example }) => {
    const start = example.indexOf('[')
    const end = example.indexOf(']') - 1
    expect(diagnosisContext(example.replace(/[[\]]/g, ''), { start, end })).toBe(context)
  })
})
