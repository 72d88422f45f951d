/** The side that a size is given for: "12 cm on the right", "(right 58 mm, left 33 mm)", "the left-sided one 19 mm". */

type Side = 'left' | 'right'

/** What may follow a bare side, so that it is no "right elbow". */
const ENDS = String.raw`(?=\s*(?:[,.;:)(]|$|(?:and|but|while|whereas|with|measur\w+|in)\b))`
const AFTER: readonly RegExp[] = [
  // "9.4 cm on the right", "7 mm in diameter on the left side", "and 5.5 cm in the left."
  new RegExp(
    String.raw`^\s*(?:in\s+(?:\w+\s+)?(?:diameter|length|size|dimension)\s+)?(?:on|at|in|for|over|of)\s+(?:the\s+|her\s+|his\s+)?(left|right)(?:[\s-]+(?:sided?|one))?${ENDS}`,
    'i',
  ),
  /^\s*\(\s*(left|right|L|R)\s*\)/i,
  // "smaller (18 mm), of left side"
  /^\s*\)?,?\s*(?:on|of)\s+(?:the\s+)?(left|right)\s+side\b/i,
]
/** Words between a side and its size: "the right one measuring", "left up to". */
const LINK = String.raw`(?:[\s-]+(?:sided?|one|mass|lesion|nodule|deposit|plaque|was|is|being|measured|measures|measuring|it|of|had|the|up|to|about|approximately))*`
const BEFORE: readonly RegExp[] = [
  new RegExp(String.raw`\b(left|right)${LINK}[\s:,(=]*$`, 'i'),
  // "(R 3.8 cm, L 2.9 cm)"
  /(?:^|[\s(,;])([LR])\.?[\s:=]*$/,
  // "on the left it measured 3 cm", "on the right there was a cluster, 23 mm across"
  /\bon\s+(?:the|her|his)\s+(left|right)(?:\s+side)?,?\s+(?:there\s+(?:was|were)|it|the|one|an?|this)\b(?![^.;]*\b(?:left|right)\b)[^.;]*$/i,
]

export function sideOfSize(before: string, after: string): Side | null {
  const clause = /[^;.]*$/.exec(before)?.[0] ?? before
  const word = firstOf(AFTER, after) ?? firstOf(BEFORE, clause)
  return word ? (/^l/i.test(word) ? 'left' : 'right') : null
}

const firstOf = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? []).at(0)
