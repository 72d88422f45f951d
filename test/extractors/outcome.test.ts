import { describe, expect, test } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { deposit } from '../../extractors/deposit/deposit.ts'
import { extractRecord } from '../../extractors/extract.ts'
import { followUpMonths } from '../../extractors/outcome/follow-up.ts'
import { outcome } from '../../extractors/outcome/outcome.ts'
import { outcomes } from './outcome.cases.ts'

function outcomeOf(text: string): string {
  const report = `Case report\n\nWe saw a 45-year-old woman with calcinosis of the left elbow. ${text}`
  const told = extractRecord(documentOfText(report, 'case.txt'), [deposit, outcome]).cases[0]?.outcome
  return told ? [told.value, told.followUpMonths ?? ''].join(' ').trim() : '-'
}

describe('outcomes', () => {
  test.each(outcomes)('%s: %s', (_why, text, expected) => {
    expect(outcomeOf(text)).toBe(expected)
  })
})

test('without a deposit there is no outcome', () => {
  const report =
    'Case report\n\nWe saw a 45-year-old woman with systemic sclerosis. Her disease improved under rituximab.'
  expect(extractRecord(documentOfText(report, 'case.txt'), [deposit, outcome]).cases[0]?.outcome ?? null).toBeNull()
})

test.each([
  ['after 6 months', 6],
  ['at 12-month follow-up', 12],
  ['two years later', 24],
  ['eighteen months after surgery', 18],
  ['within 3 weeks', 0.7],
  ['over the next two and a half years', 30],
  ['a follow-up of 24 months', 24],
  ['a 45-year-old woman', null],
  ['at 16 years the lump was resected', null],
  ['three years ago', null],
])('follow-up of "%s"', (text, expected) => {
  expect(followUpMonths(text)).toBe(expected)
})
