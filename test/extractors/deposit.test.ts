import { describe, expect, test } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import type { DepositFact } from '../../extractors/case-record.ts'
import { deposit } from '../../extractors/deposit/deposit.ts'
import { extractRecord } from '../../extractors/extract.ts'
import { absent, places, sizes, traps } from './deposit.cases.ts'
import { moreAbsent } from './deposit-absent.cases.ts'
import { lumps } from './deposit-lump.cases.ts'
import { references } from './deposit-reference.cases.ts'
import { moreSizes } from './deposit-size.cases.ts'

const PATIENT = 'Case report\n\nWe saw a 45-year-old woman with systemic sclerosis. '

function depositsOf(text: string): readonly DepositFact[] {
  return extractRecord(documentOfText(PATIENT + text, 'case.txt'), [deposit]).cases.flatMap(({ deposits }) => deposits)
}

const SIDES = { left: 'left', right: 'right', bilateral: 'both', midline: 'mid' } as const

const told = ({ status, laterality, site, max_mm }: DepositFact): string =>
  [status, laterality ? SIDES[laterality] : '-', site.label, max_mm ?? ''].join(' ').trim()

describe('deposits', () => {
  test.each([...places, ...traps, ...absent, ...sizes, ...references, ...lumps, ...moreSizes, ...moreAbsent])(
    '%s: %s',
    (_why, text, expected) => {
      expect(depositsOf(text).map(told).toSorted().join(' | ')).toBe(expected)
    },
  )
})

test('every dimension is kept, and the site as written', () => {
  const [found] = depositsOf(
    'A calcified mass of 60 mm (transverse) x 35 mm x 120 mm lay near the spinous process of L5.',
  )
  expect(found).toMatchObject({
    dims_mm: [60, 35, 120],
    max_mm: 120,
    site: { label: 'L5 vertebra', text: 'spinous process of L5' },
  })
})

test('form, modality and count', () => {
  const [found] = depositsOf('Ultrasound showed three calcified nodules in the left forearm.')
  expect(found).toMatchObject({ form: 'nodular', modality: 'ultrasound', count: 3 })
})

test('the quote of a carried size holds place and size', () => {
  const [found] = depositsOf('A calcified mass was found over the left buttock. The mass measured 6 x 5 cm.')
  expect(found?.evidence.some(({ text }) => text.includes('left buttock') && text.includes('6 x 5 cm'))).toBe(true)
})

test.each([
  ['Histology of the left thigh showed calcified granules of 5 mm.', ['present left thigh']],
  ['A calcified nodule of 5 mm was felt in the left thigh.', ['present left thigh 5']],
])('on a page whose font may show µm as mm, sizes under the microscope are not believed: %s', (text, expected) => {
  const document = documentOfText(PATIENT + text, 'case.txt')
  const warnings = [{ code: 'suspect-micro-units', page: 1, message: '' }]
  const { cases } = extractRecord({ ...document, warnings }, [deposit])
  expect(cases.flatMap(({ deposits }) => deposits).map(told)).toEqual(expected)
  expect(depositsOf(text)[0]?.max_mm).toBe(5)
})

test('what others have seen is nobody’s deposit', () => {
  expect(
    depositsOf(
      'She had Raynaud phenomenon.\n\nDiscussion\n\nCalcinosis of the hips has been described in other patients [3].',
    ),
  ).toEqual([])
})
