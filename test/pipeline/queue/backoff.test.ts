import { expect, it } from 'vitest'
import { pauseBefore } from '../../../pipeline/queue/backoff.ts'

const policy = { attempts: 9, firstPauseMs: 100, longestPauseMs: 1_000 }

it('doubles from try to try up to the longest pause', () => {
  expect([1, 2, 3, 4, 5, 6].map((attempt) => pauseBefore(attempt, policy, () => 1))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ])
})

it('leaves half of the pause to chance', () => {
  expect(pauseBefore(2, policy, () => 0)).toBe(100)
  expect(pauseBefore(2, policy, () => 0.5)).toBe(150)
})
