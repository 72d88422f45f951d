/** Watches what a child costs while it works on one request. */
import type { ChildProcess } from 'node:child_process'
import { costOf } from './process-cost.ts'
import type { ChildLimits } from './watched-child.ts'

export interface ChildWatch {
  /** So much more time, from now on. */
  allow(ms: number): void
  end(): void
}

/** Memory can grow by more than a gigabyte a second. */
const LOOK_MS = 50
/** A child that waits for something for ever computes nothing. */
const CLOCK_FACTOR = 10

export function watchChild(
  child: ChildProcess,
  limits: ChildLimits,
  onLimit: (why: 'time' | 'memory') => void,
): ChildWatch {
  const overdue = (): void => onLimit('time')
  let clock = setTimeout(overdue, limits.timeoutMs * CLOCK_FACTOR)
  let mayCompute = limits.timeoutMs
  let computed = 0
  let before: number | null = null
  let isOver = false
  const looking = setInterval(() => void look(), LOOK_MS)

  async function look(): Promise<void> {
    const cost = child.pid === undefined ? null : await costOf(child.pid)
    if (cost === null || isOver) return
    if (cost.residentMb > limits.maxResidentMb) return onLimit('memory')
    // where nobody tells, the clock has to do
    before ??= cost.computedMs ?? performance.now()
    computed = (cost.computedMs ?? performance.now()) - before
    if (computed > mayCompute) onLimit('time')
  }

  return {
    allow(ms) {
      mayCompute = computed + ms
      clearTimeout(clock)
      clock = setTimeout(overdue, ms * CLOCK_FACTOR)
    },
    end() {
      isOver = true
      clearTimeout(clock)
      clearInterval(looking)
    },
  }
}
