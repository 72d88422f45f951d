import { describe, expect, test } from 'vitest'
import { type Measure, measuresIn } from '../../extractors/measure/measure.ts'
import { none, others, product, ranges, single } from './measure.cases.ts'

describe('measured expressions', () => {
  test.each([...single, ...product, ...ranges, ...others, ...none])('%s', (text, expected) => {
    expect(measuresIn(text).map(told).join(' | ')).toBe(expected)
  })
})

function told({ dimsMm, rangeMm, areaMm2, volumeMl, role }: Measure): string {
  const amount = rangeMm
    ? rangeMm.join('-')
    : areaMm2 !== null
      ? `${areaMm2} mm2`
      : volumeMl !== null
        ? `${volumeMl} ml`
        : dimsMm.join('x')
  return role === 'size' ? amount : `${amount} ${role}`
}

test('a span is the expression with its axis names', () => {
  const text = 'The mass (60 mm (transverse diameter) x 35 mm) was hard.'
  const [measure] = measuresIn(text)
  expect(text.slice(measure!.span.start, measure!.span.end)).toBe('60 mm (transverse diameter) x 35 mm')
  expect(measure!.axes).toEqual(['transverse', null])
  expect(measure!.maxMm).toBe(60)
})

test.each([
  ['approximately 3 cm', { approximate: true, bound: 'exact', superlative: null }],
  ['up to 3 cm', { approximate: false, bound: 'at-most', superlative: null }],
  ['more than 3 cm', { approximate: false, bound: 'at-least', superlative: null }],
  ['several, the largest of which was 3 cm', { approximate: false, bound: 'exact', superlative: 'largest' }],
  ['the smallest was 3 cm', { approximate: false, bound: 'exact', superlative: 'smallest' }],
  ['the largest was treated; another was 3 cm', { approximate: false, bound: 'exact', superlative: null }],
])('words before a measure qualify it: %s', (text, expected) => {
  expect(measuresIn(text)[0]).toMatchObject(expected)
})

test('a heading gives bare numbers their unit', () => {
  expect(measuresIn('4 x 3', { unit: 'cm' })[0]?.dimsMm).toEqual([40, 30])
  expect(measuresIn('2', { unit: 'mm' })[0]?.maxMm).toBe(2)
})
