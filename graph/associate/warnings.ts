/** What a reader must know before believing a table made from case reports. */
import { isComparable, type Table2x2, totalOf } from '../statistics/table.ts'
import { factsIn } from './patient-sets.ts'
import type { Predicate } from './predicate.ts'

/** Below this many patients no odds ratio of a 2x2 table is worth repeating. */
const FEW_PATIENTS = 20
/** Cochran's rule for expected counts. */
const FEW_EXPECTED = 5

interface Question {
  readonly exposure: Predicate
  readonly outcome: Predicate
  readonly strict: boolean
}

/** Sentences, most important first. */
export function warningsOf(table: Table2x2, { exposure, outcome, strict }: Question): readonly string[] {
  const warnings: string[] = []
  if (!isComparable(table)) warnings.push('Nothing can be compared: a row or a column of the table is empty.')
  else if (totalOf(table) < FEW_PATIENTS)
    warnings.push(`Too few patients to say anything: both are known of only ${totalOf(table)}.`)
  else if (leastExpected(table) < FEW_EXPECTED)
    warnings.push('Small numbers: fewer than 5 patients are expected in a cell; read the interval, not the estimate.')
  if (!strict && countsUnmentionedAsAbsent(exposure, outcome))
    warnings.push(
      'A site or drug counts as absent where others are described and it is not; ask for strict to count only what papers say is absent.',
    )
  warnings.push('Reports are written about unusual patients: this is what has been reported, not how often it happens.')
  return warnings
}

function leastExpected({ a, b, c, d }: Table2x2): number {
  const total = a + b + c + d
  const [rows, columns] = [
    [a + b, c + d],
    [a + c, b + d],
  ]
  return Math.min(...rows.flatMap((row) => columns.map((column) => (row * column) / total)))
}

function countsUnmentionedAsAbsent(...predicates: readonly Predicate[]): boolean {
  return predicates.flatMap(factsIn).some(({ about, conditions }) => {
    const names = conditions.map(({ field }) => field.name)
    if (about === 'deposit') return names.includes('site')
    return about === 'treatment' && !names.includes('response')
  })
}
