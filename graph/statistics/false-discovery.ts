/** Many tests at once. */

/** Benjamini-Hochberg adjusted p values, in the order given: the false discovery rate at which each would be called. */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((one, two) => two.p - one.p)
  const adjusted = new Array<number>(pValues.length)
  let least = 1
  order.forEach(({ p, index }, place) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - place))
    adjusted[index] = least
  })
  return adjusted
}
