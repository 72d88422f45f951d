import { describe, expect, test } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import type { TreatmentFact } from '../../extractors/case-record.ts'
import { extractRecord } from '../../extractors/extract.ts'
import { treatment } from '../../extractors/treatment/treatment.ts'
import { responses, statuses } from './treatment.cases.ts'

const PATIENT = 'Case report\n\nWe saw a 45-year-old woman with calcinosis of the left elbow. '

function treatmentsOf(text: string): readonly TreatmentFact[] {
  return extractRecord(documentOfText(PATIENT + text, 'case.txt'), [treatment]).cases.flatMap(
    ({ treatments }) => treatments,
  )
}

const told = ({ label, status, response }: TreatmentFact): string =>
  [label, status, response === 'unknown' ? '' : response].join(' ').trim()

describe('treatments', () => {
  test.each([...statuses, ...responses])('%s: %s', (_why, text, expected) => {
    expect(treatmentsOf(text).map(told).toSorted().join(' | ')).toBe(expected)
  })
})

test.each([
  ['She received azathioprine 100 mg/day.', { dose: '100 mg/day', class: 'immunosuppressants', target: 'disease' }],
  ['She received azathioprine (100 mg daily).', { dose: '100 mg daily' }],
  ['She was given 5 mg of warfarin.', { dose: '5 mg', target: 'calcinosis' }],
  ['She continued corticosteroids at a low dosage.', { dose: 'low dosage' }],
  [
    'Intravenous sodium thiosulfate was infused.',
    { label: 'sodium thiosulfate', text: 'Intravenous sodium thiosulfate', route: 'intravenous' },
  ],
  ['Topical sodium thiosulfate 25% was applied.', { label: 'sodium thiosulfate', route: 'topical' }],
  ['Prednisone was given for scleroderma.', { target: 'disease' }],
  ['The calcified mass was excised.', { target: 'calcinosis' }],
  ['Omeprazole was prescribed.', { target: 'other', class: 'proton pump inhibitors' }],
])('dose, route, class and target: %s', (text, expected) => {
  expect(treatmentsOf(text)[0]).toMatchObject(expected)
})

test('surgery is the excision it is told to be', () => {
  expect(
    treatmentsOf('The mass was excised. Eighteen months after the surgery there was no recurrence.').map(told),
  ).toEqual(['surgical excision given resolved'])
})

test('the words of a response are quoted', () => {
  const [found] = treatmentsOf('Alendronate was started. The nodules decreased in size within six months.')
  expect(found?.evidence.map(({ text }) => text)).toContain('The nodules decreased in size within six months.')
})
