/** Findings that say the same become one fact with all their places. */
import type { AnyFinding, Finding, FindingKind, Ground } from '../extractor.ts'

/** One fact in the making: a value and every ground for it. */
export interface Merged<K extends FindingKind> {
  readonly value: Finding<K>['value']
  readonly grounds: readonly [Ground, ...Ground[]]
}

/** Findings of one kind and case, in text order of their first ground. */
export function findingsOf<K extends FindingKind>(
  findings: readonly AnyFinding[],
  kind: K,
  patient: number,
): readonly Finding<K>[] {
  return findings
    .filter((finding): finding is AnyFinding & Finding<K> => finding.kind === kind && finding.case === patient)
    .toSorted((a, b) => a.grounds[0].span.start - b.grounds[0].span.start)
}

/** Groups by key; `combine` folds a later value into an earlier one of the same key. */
export function mergeBy<K extends FindingKind>(
  findings: readonly Finding<K>[],
  keyOf: (value: Finding<K>['value']) => string,
  combine: (earlier: Finding<K>['value'], later: Finding<K>['value']) => Finding<K>['value'] = (earlier) => earlier,
): readonly Merged<K>[] {
  const merged = new Map<string, Merged<K>>()
  for (const { value, grounds } of findings) {
    const key = keyOf(value)
    const earlier = merged.get(key)
    merged.set(
      key,
      earlier
        ? { value: combine(earlier.value, value), grounds: [...earlier.grounds, ...grounds] }
        : { value, grounds },
    )
  }
  return [...merged.values()]
}
