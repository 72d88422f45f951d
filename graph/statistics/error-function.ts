/** erfc, the tail of the normal distribution, to the precision of a double. */

/** Complementary error function for x >= 0; a series near zero, a continued fraction (Lentz) further out. */
export function complementaryErrorFunction(x: number): number {
  return x < 2.5 ? 1 - series(x) : fraction(x)
}

/** erf(x) = 2/sqrt(pi) * exp(-x^2) * sum of 2^n x^(2n+1) / (2n+1)!!; all terms positive, so nothing cancels. */
function series(x: number): number {
  let [term, sum] = [x, x]
  for (let n = 1; term > sum * 1e-17 && n < 200; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** erfc(x) = exp(-x^2) / sqrt(pi) * 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))). */
function fraction(x: number): number {
  let denominator = x
  for (let n = 120; n >= 1; n--) denominator = x + n / 2 / denominator
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / denominator
}
