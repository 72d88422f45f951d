/** References as they are printed in running text: "[3, 5-7]", "(2–4)", "…cells.⁷", "et al.", "(Hazen 1982)". */
const NAMED = /\bet al\b|\bref(?:erence|s)?\.? \d|\([A-Z][\w-]+(?:,?| et al\.?,?| and \w+,?) (?:19|20)\d\d[a-z]?\)/
const MARK =
  /\[\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*\]|\(\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*\)(?!\s+\w[^()]*\(\s*\d)|(?<=[a-z,.;)])([¹²³⁰⁴-⁹]+(?:[,⁻–-][¹²³⁰⁴-⁹]+)*)/g
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Before a bracket of numbers that is a normal range or a count: "0.4 (0–8)", "65 mg/L (15–60)", "in two (2)". */
const VALUE_BEFORE =
  /(?:\d|%|\/\s?\w+|\b(?:mg|g|ml|mL|mm|cm|IU|U|kU|ng|pg|µg|μg|mmol|score|scale|grade|n\s*=|fig\.?|figs?|figure|table|range|normal))\s*$/i
const MAX_REFERENCE = 150
const MAX_RANGE = 25

/** Whether a sentence names a source. */
export function isCited(text: string): boolean {
  return NAMED.test(text) || citesIn(text).length > 0
}

/** Reference marks as printed, ranges written out: "(3, 5-7)" gives 3, 5, 6, 7. */
export function citesIn(text: string): readonly string[] {
  const marks = [...text.matchAll(MARK)].filter(
    (match) => match[2] === undefined || !VALUE_BEFORE.test(text.slice(0, match.index)),
  )
  const numbers = marks.flatMap((match) => numbersOf(match[1] ?? match[2] ?? plainDigits(match[3] ?? '')))
  return [...new Set(numbers.map(String))]
}

const plainDigits = (raised: string): string =>
  [...raised]
    .map((digit) => (SUPERSCRIPTS.includes(digit) ? String(SUPERSCRIPTS.indexOf(digit)) : digit.replace('⁻', '-')))
    .join('')

/** The numbers of one mark; none where they cannot be references. */
function numbersOf(mark: string): readonly number[] {
  const numbers = mark.split(/\s*[,;]\s*/).flatMap((part) => {
    const [from = '', to] = part.split(/\s*[–-]\s*/)
    const first = Number(from)
    const last = Number(to ?? from)
    if (!Number.isInteger(first) || first < 1 || last < first || last > MAX_REFERENCE || last - first > MAX_RANGE)
      return [Number.NaN]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  return numbers.some(Number.isNaN) ? [] : numbers
}
