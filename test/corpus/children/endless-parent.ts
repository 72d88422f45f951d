/** Tells the number of a child that it has sent into an endless loop, and waits to be killed. */
import { openChildPool } from '../../../corpus/children/child-pool.ts'
import type { Trial } from './trial-child.ts'

const LIMITS = { timeoutMs: 600_000, maxResidentMb: 2_000 }
const pool = openChildPool<Trial, string>({
  module: 'test/corpus/children/trial-child.ts',
  children: 1,
  recycleAboveMb: 1_000,
})
const answer = await pool.ask({ act: 'echo' }, LIMITS)
void pool.ask({ act: 'loop' }, LIMITS)
process.stdout.write(`${answer.trim()}\n`)
