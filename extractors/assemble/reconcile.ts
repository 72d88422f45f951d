/**
 * Places of one paper that contradict each other: prose against table, abstract against history. What more places say
 * stays as the fact; the contradiction is a warning that quotes both.
 */
import type { RecordWarning } from '../case-record.ts'
import type { FindingKind } from '../extractor.ts'
import type { Reading } from '../language/reading.ts'
import { sentenceAround } from './evidence.ts'
import type { Merged } from './merge.ts'

export interface Reconciled<K extends FindingKind> {
  readonly kept: readonly Merged<K>[]
  readonly warnings: readonly RecordWarning[]
}

/** Keeps one of each group of contradicting values; `subjectOf` names the group, `wordingOf` the value in the warning. */
export function reconcile<K extends FindingKind>(
  reading: Reading,
  patient: number,
  merged: readonly Merged<K>[],
  subjectOf: (value: Merged<K>['value']) => string,
  wordingOf: (value: Merged<K>['value']) => string,
): Reconciled<K> {
  const kept: Merged<K>[] = []
  const warnings: RecordWarning[] = []
  for (const one of merged) {
    const index = kept.findIndex((other) => subjectOf(other.value) === subjectOf(one.value))
    const other = kept[index]
    if (!other) {
      kept.push(one)
      continue
    }
    const [winner, loser] = one.grounds.length > other.grounds.length ? [one, other] : [other, one]
    kept[index] = winner
    warnings.push(
      conflict(
        reading,
        patient,
        subjectOf(one.value),
        [winner, wordingOf(winner.value)],
        [loser, wordingOf(loser.value)],
      ),
    )
  }
  return { kept, warnings }
}

type Side<K extends FindingKind> = readonly [Merged<K>, string]

function conflict<K extends FindingKind>(
  reading: Reading,
  patient: number,
  subject: string,
  [winner, kept]: Side<K>,
  [loser, dropped]: Side<K>,
): RecordWarning {
  return {
    code: 'conflict',
    page: sentenceAround(reading, loser.grounds[0].span.start)?.page ?? null,
    message: `Case ${patient}: ${subject} is ${kept} in "${quoteOf(reading, winner)}" but ${dropped} in "${quoteOf(reading, loser)}"; ${kept} was kept, please check.`,
  }
}

function quoteOf<K extends FindingKind>(reading: Reading, { grounds: [{ span }] }: Merged<K>): string {
  const text = reading.document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  return text.length > 160 ? `${text.slice(0, 157)}...` : text
}
