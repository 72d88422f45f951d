/** The commonest value, by weight. Pure. */

/** The key that gathers most weight; the first met wins a tie. */
export function heaviest<T, K>(values: readonly T[], keyOf: (value: T) => K, weightOf: (value: T) => number): K | null {
  const weights = new Map<K, number>()
  for (const value of values) weights.set(keyOf(value), (weights.get(keyOf(value)) ?? 0) + weightOf(value))
  let best: K | null = null
  let most = 0
  for (const [key, weight] of weights) {
    if (weight > most) {
      best = key
      most = weight
    }
  }
  return best
}
