/** Words in front of a measure that qualify it: about, up to, more than, the largest of which was. */

const APPROXIMATE =
  /(?:approximately|approx\.?|about|around|roughly|nearly|almost|circa|\bca?\.|~|≈|∼|some|estimated(?: at)?|close to)\s*(?:an?\s+)?$/i
const AT_MOST =
  /(?:up to|at most|maximum of|less than|smaller than|no (?:more|larger|greater|bigger) than|not (?:more|larger|greater) than|not exceed(?:ing)?|under|below|within|<|≤|⩽)\s*(?:about\s+|approximately\s+)?$/i
const AT_LEAST =
  /(?:more than|greater than|larger than|bigger than|exceed(?:s|ing|ed)|at least|over|above|>|≥|⩾|no less than|not less than)\s*(?:about\s+|approximately\s+)?$/i
const LARGEST =
  /\b(?:largest|biggest|greatest|bulkiest|most prominent)\b(?:\s+(?:one|ones|of\s+(?:which|these|them|all|the\s+\w+)|nodule|mass|lesion|deposit|calcification|lump|plaque|was|were|had|being|measured|measuring|with|a|the|in|size|diameter|length|dimensions?|of|at|about|approximately|reaching|on|left|right|its|is|\w+))*[\s,:(]*$/i
const SMALLEST = /\b(?:smallest)\b[^.;]{0,50}$/i

/** Reads the words before a measure. */
export function qualifiersOf(before: string): {
  readonly approximate: boolean
  readonly bound: 'exact' | 'at-most' | 'at-least'
  readonly superlative: 'largest' | 'smallest' | null
} {
  const clause = before.slice(Math.max(0, before.search(/[.;][^.;]*$/) + 1))
  return {
    approximate: APPROXIMATE.test(before),
    bound: AT_MOST.test(before) ? 'at-most' : AT_LEAST.test(before) ? 'at-least' : 'exact',
    superlative: LARGEST.test(clause) ? 'largest' : SMALLEST.test(clause) ? 'smallest' : null,
  }
}
