/** Numbers as words: "forty-five", "eight". Ages of case reports are often spelt out at a sentence's beginning. */

const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Source of a pattern that matches a number from one to ninety-nine in words. */
export const NUMBER_WORD = `(?:(?:${Object.keys(TENS).join('|')})(?:[-\\s]?(?:${Object.keys(UNITS).slice(0, 9).join('|')}))?|${Object.keys(UNITS).toReversed().join('|')})`

/** The value of digits ("45", "4.5", "4,5", "4½", "3 8/12") or words ("forty-five"); null for anything else. */
export function numberOf(text: string): number | null {
  const lower = text.trim().toLowerCase()
  const half = /^(\d+)\s*(?:½|1\/2)$/.exec(lower)
  if (half) return Number(half[1]) + 0.5
  const twelfths = /^(\d+)\s+(\d{1,2})\/12$/.exec(lower)
  if (twelfths) return Number(twelfths[1]) + Number(twelfths[2]) / 12
  if (/^\d+(?:[.,]\d+)?$/.test(lower)) return Number(lower.replace(',', '.'))
  // a line's end may have swallowed the hyphen: "twentynine"
  const words = lower.replace(/^(\w+ty)(?=[a-z])/, '$1 ').split(/[-\s]+/)
  const values = words.map((word) => TENS[word] ?? UNITS[word])
  if (values.some((value) => value === undefined)) return null
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
