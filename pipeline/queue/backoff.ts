/** How long to wait before trying again. */
import type { RetryPolicy } from '../config.ts'

/**
 * Doubles with every try up to the longest pause; half of it is left to chance, so that jobs that failed together
 * (the store was down) do not come back together.
 */
export function pauseBefore(attempt: number, policy: RetryPolicy, random: () => number = Math.random): number {
  const pause = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** Math.max(0, attempt - 1))
  return Math.round(pause / 2 + (pause / 2) * random())
}
