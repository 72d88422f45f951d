/** Numbers in words: "forty-five", "two and a half", "a dozen", "twenty-first". The one place that knows them. */

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const SIGNS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
  ['fourty', 40],
  ['half', 0.5],
  ['dozen', 12],
])
/** Long words first, so that "seventeen" is not read as "seven". */
const BELOW_TWENTY = UNITS.slice(1).toReversed().join('|')

/** Source of a pattern that matches a number from one to ninety-nine in words. */
export const NUMBER_WORD = `(?:(?:${TENS.join('|')}|fourty)(?:[-\\s]?(?:${UNITS.slice(1, 10).join('|')}))?|${BELOW_TWENTY})`

/** Source of a pattern of the ordinals from first to tenth. */
export const ORDINAL_WORD = `(?:${ORDINALS.join('|')})`

/** The value of digits ("45", "4.5", "4,5", "4½", "3 8/12") or words ("forty-five", "half", "a dozen"); null for anything else. */
export function numberOf(text: string): number | null {
  const lower = text.trim().toLowerCase()
  if (/^\d+(?:[.,]\d+)?$/.test(lower)) return Number(lower.replace(',', '.'))
  const half = /^(.+?)[\s-]+and[\s-]+a[\s-]+half$/.exec(lower)?.[1]
  if (half !== undefined) return plus(numberOf(half), 0.5)
  const [, whole = '0', above, below] = /^(?:(\d+)[\s-]+)?(\d{1,2})\/(\d{1,2})$/.exec(lower) ?? []
  if (above !== undefined) return Number(above) < Number(below) ? Number(whole) + Number(above) / Number(below) : null
  const [, before, sign = ''] = /^(\d*)\s*([½¼¾⅓⅔])$/.exec(lower) ?? []
  if (before !== undefined) return Number(before || 0) + SIGNS[sign]!
  return inWords(lower)
}

/** The place that an ordinal names ("third" is 3), or null. */
export function ordinalOf(word: string): number | null {
  const lower = word.toLowerCase()
  const written = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(lower)?.[1]
  if (written !== undefined) return Number(written)
  const [, ten, unit = lower] = /^(\w+ty)[-\s](\w+)$/.exec(lower) ?? []
  const place = ORDINALS.indexOf(unit) + 1
  if (ten === undefined) return place > 0 ? place : null
  return place > 0 && place < 10 ? plus(VALUES.get(ten) ?? null, place) : null
}

function inWords(lower: string): number | null {
  const dozen = /^(half\s+a|an?|\w+)\s+dozen$/.exec(lower)?.[1]
  if (dozen !== undefined) {
    const count = /^an?$/.test(dozen) ? 1 : dozen.startsWith('half') ? 0.5 : VALUES.get(dozen)
    return count === undefined ? null : 12 * count
  }
  // a line's end may have swallowed the hyphen: "twentynine"
  const words = lower.replace(/^(\w+ty)(?=[a-z])/, '$1 ').split(/[-\s]+/)
  const [first, second] = words.map((word) => VALUES.get(word))
  if (first === undefined || words.length > 2) return null
  if (words.length === 1) return first
  const fits = second !== undefined && first >= 20 && first % 10 === 0 && second >= 1 && second < 10
  return fits ? first + second : null
}

const plus = (number: number | null, more: number): number | null => (number === null ? null : number + more)
