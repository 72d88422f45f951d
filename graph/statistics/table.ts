/** A 2x2 table of patients: rows are exposed and unexposed, columns with and without the outcome. */
export interface Table2x2 {
  /** Exposed, with outcome. */
  readonly a: number
  /** Exposed, without outcome. */
  readonly b: number
  /** Unexposed, with outcome. */
  readonly c: number
  /** Unexposed, without outcome. */
  readonly d: number
}

export const totalOf = ({ a, b, c, d }: Table2x2): number => a + b + c + d

/** An estimate with its 95% interval; `high` may be Infinity. null: the table cannot tell. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Whether both rows and both columns hold somebody: without that nothing can be compared. */
export function isComparable({ a, b, c, d }: Table2x2): boolean {
  return a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0
}
