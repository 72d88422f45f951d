/** Damaged files end in a document or in a reason, never in another error. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packageFile } from '../../../corpus/package-root.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { ReportError } from '../../../corpus/report-error.ts'

const ORIGINALS = ['scrotal-letter', 'shoulder-quiz', 'mctd-forearms'].map((name) =>
  readFileSync(packageFile(`corpus/reports/${name}.pdf`)),
)

interface Mutation {
  readonly original: number
  /** Places as shares of the length, and the bytes put there. */
  readonly changes: readonly (readonly [number, number])[]
  readonly keep: number
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  original: fc.nat(ORIGINALS.length - 1),
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 60 }),
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0.02, max: 1, noNaN: true })),
})

function mutated({ original, changes, keep }: Mutation): Uint8Array {
  const bytes = Uint8Array.from(ORIGINALS[original]!)
  for (const [at, byte] of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte
  return bytes.slice(0, Math.max(1, Math.floor(keep * bytes.length)))
}

describe('damaged PDFs', () => {
  test('end in a document or in a reason', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (each) => {
        const outcome = await readReport(mutated(each), 'damaged.pdf', { ocr: 'never' }).catch(
          (error: unknown) => error,
        )
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ReportError)
        else expect(outcome).toMatchObject({ file: 'damaged.pdf' })
      }),
      { numRuns: 60, seed: 20_261_121 },
    )
  })
})
