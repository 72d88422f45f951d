import { describe, expect, test } from 'vitest'
import { complementaryErrorFunction } from '../../../graph/statistics/error-function.ts'
import { benjaminiHochberg } from '../../../graph/statistics/false-discovery.ts'
import { fisherExactP, midP } from '../../../graph/statistics/fisher.ts'
import { mantelHaenszel } from '../../../graph/statistics/mantel-haenszel.ts'
import { conditionalOddsRatio, exactInterval, sampleOddsRatio } from '../../../graph/statistics/odds-ratio.ts'
import { riskDifference } from '../../../graph/statistics/risk-difference.ts'
import { patientsNeeded } from '../../../graph/statistics/sample-size.ts'
import type { Table2x2 } from '../../../graph/statistics/table.ts'
import { REFERENCE_TABLES } from './reference-tables.ts'

const PRECISION = 1e-9

function expectClose(actual: number | null | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || !Number.isFinite(expected)) {
    expect(actual ?? null).toBe(expected ?? null)
    return
  }
  expect(Math.abs(actual! - expected), `${actual} should be ${expected}`).toBeLessThanOrEqual(
    PRECISION * Math.max(Math.abs(expected), 1e-12),
  )
}

test('there are enough reference tables, zeros among them', () => {
  expect(REFERENCE_TABLES.length).toBeGreaterThanOrEqual(40)
  expect(REFERENCE_TABLES.filter(([a, b, c, d]) => a * b * c * d === 0).length).toBeGreaterThanOrEqual(10)
})

describe.each(REFERENCE_TABLES.map((row) => ({ name: row.slice(0, 4).join(' '), row })))(
  'the table $name',
  ({ row }) => {
    const [a, b, c, d, p, mid, estimate, low, high, difference, lower, upper] = row
    const table: Table2x2 = { a, b, c, d }
    test('p values', () => {
      expectClose(fisherExactP(table), p)
      expectClose(midP(table), mid)
    })
    test('conditional odds ratio and exact interval', () => {
      expectClose(conditionalOddsRatio(table), estimate)
      const interval = exactInterval(table)
      expectClose(interval?.low, low)
      expectClose(interval?.high, high)
    })
    test('risk difference', () => {
      const found = riskDifference(table)
      if (difference === null) return expect(found).toBeNull()
      expect(found!.difference).toBeCloseTo(difference!, 12)
      expect(found!.low).toBeCloseTo(lower!, 9)
      expect(found!.high).toBeCloseTo(upper!, 9)
    })
  },
)

test('the sample odds ratio', () => {
  expect(sampleOddsRatio({ a: 3, b: 1, c: 1, d: 3 })).toBe(9)
  expect(sampleOddsRatio({ a: 5, b: 0, c: 0, d: 5 })).toBe(Number.POSITIVE_INFINITY)
  expect(sampleOddsRatio({ a: 0, b: 5, c: 3, d: 4 })).toBe(0)
  expect(sampleOddsRatio({ a: 0, b: 0, c: 3, d: 4 })).toBeNull()
})

/** statsmodels StratifiedTable: oddsratio_pooled, oddsratio_pooled_confint, test_null_odds(correction=False). */
const STRATA = [
  {
    strata: [
      [3, 1, 1, 3],
      [10, 2, 3, 15],
      [4, 6, 2, 9],
    ],
    expected: [8.745019920318725, 2.553459148590698, 29.949714859930133, 0.00021639795625105762],
  },
  {
    strata: [
      [0, 5, 3, 4],
      [8, 2, 1, 5],
    ],
    expected: [1.8181818181818181, 0.4349197076062343, 7.6009090095312954, 0.37093224127071756],
  },
  {
    strata: [
      [1, 0, 0, 1],
      [5, 5, 2, 8],
      [0, 0, 3, 4],
    ],
    expected: [5.0, 0.7756339605075264, 32.23169854971481, 0.0964288261296039],
  },
  {
    strata: [
      [12, 30, 8, 45],
      [20, 15, 11, 22],
      [3, 3, 1, 9],
      [40, 60, 25, 75],
    ],
    expected: [2.28177573670111, 1.4552717229564716, 3.5776827313187782, 0.00028990384196325714],
  },
  {
    strata: [
      [2, 0, 3, 4],
      [0, 2, 1, 3],
    ],
    expected: [2.6666666666666665, 0.17813128030475836, 39.9206197751735, 0.4922069926558157],
  },
] as const

test.each(STRATA)('Mantel-Haenszel over $strata', ({ strata, expected }) => {
  const pooled = mantelHaenszel(strata.map(([a, b, c, d]) => ({ a, b, c, d })))!
  const [oddsRatio, low, high, p] = expected
  expectClose(pooled.oddsRatio, oddsRatio)
  expectClose(pooled.interval!.low, low)
  expectClose(pooled.interval!.high, high)
  expectClose(pooled.p, p)
})

test('strata that compare nothing pool to nothing', () => {
  expect(mantelHaenszel([{ a: 0, b: 0, c: 4, d: 2 }])).toBeNull()
  expect(mantelHaenszel([])).toBeNull()
})

/** scipy.special.erfc */
test.each([
  [0, 1],
  [0.1, 0.8875370839817152],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028516],
  [2, 0.004677734981047266],
  [2.4, 0.0006885138966450789],
  [2.6, 0.000236034416529349],
  [4, 1.541725790028002e-8],
  [8, 1.1224297172982928e-29],
  [20, 5.395865611607901e-176],
])('erfc(%d)', (x, expected) => expectClose(complementaryErrorFunction(x), expected))

/** scipy.stats.false_discovery_control */
test('Benjamini-Hochberg', () => {
  const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5, 0.9, 0.04, 1, 0.0001])
  const expected = [0.03, 0.06, 0.06, 0.0225, 0.6428571428571429, 1, 0.06, 1, 0.0009]
  for (const [index, value] of adjusted.entries()) expectClose(value, expected[index])
  expect(benjaminiHochberg([])).toEqual([])
})

/** By hand from Fleiss' formula: p1 = 0.4, p0 = 0.25 (odds ratio 2), equal groups: 152 in each. */
test('patients needed', () => {
  expect(patientsNeeded({ oddsRatio: 2, baselineRisk: 0.25, exposedShare: 0.5 })).toBe(304)
  expect(patientsNeeded({ oddsRatio: 1, baselineRisk: 0.25, exposedShare: 0.5 })).toBeNull()
  expect(patientsNeeded({ oddsRatio: 3, baselineRisk: 0, exposedShare: 0.5 })).toBeNull()
})
