/** Places whose noun is said once for several: "upper and lower extremities", "right index and left ring fingers". */
import type { Span } from '../../corpus/document.ts'
import { termOf } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'

export interface Part extends Span {
  readonly term: Term
}

const LIMB = /\b(upper|lower)(?=\s*(?:and|or|&|\/|,)\s*(?:lower|upper)\s+(?:extremit|limb))/gi

/** What a digit is called, and the keys of the finger and the toe of that name. */
const DIGITS: readonly (readonly [names: string, finger: string, toe: string])[] = [
  ['thumb|first|1st', 'thumb', 'great_toe'],
  ['index|second|2nd', 'index_finger', 'toe2'],
  ['middle|long|third|3rd', 'middle_finger', 'toe3'],
  ['ring|fourth|4th', 'ring_finger', 'toe4'],
  ['little|small|fifth|5th', 'little_finger', 'toe5'],
]
const NAME = `(?:${DIGITS.map(([names]) => names).join('|')})`
const SIDE = String.raw`(?:left|right|both|bilateral|[LR]\.?|the)`
const NEXT = String.raw`\s*(?:,\s*(?:and|or)?|and|or|&|\/|\+)\s*(?:${SIDE}\s+){0,2}`
/** The noun of the list, or the part of the digits that is meant: "2nd and 3rd PIP joints". */
const NOUN = String.raw`(?:finger(?:tip)?s?(?:\s+tips?)?|toes?|digits?|(?:PIP|DIP)(?:[sj]|\s+joints?)?|tufts?|pulps?|tips)\b`
const LIST = new RegExp(String.raw`\b(${NAME}(?:${NEXT}${NAME})*)\s+(?:${SIDE}\s+)?(${NOUN})`, 'gi')

/** Parts that the terms alone would miss; offsets are of `text`. `named` are those that the terms found. */
export function ellipsesIn(text: string, named: readonly Part[]): readonly Part[] {
  const limbs = [...text.matchAll(LIMB)].map((match) => ({
    term: termOf('site', match[1]?.toLowerCase() === 'upper' ? 'upper_limb' : 'lower_limb'),
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [...limbs, ...[...text.matchAll(LIST)].flatMap(digitsOf), ...sidesIn(text, named)]
}

/** The last member of a list takes the noun along: "ring fingertips". */
function digitsOf(match: RegExpMatchArray): readonly Part[] {
  const [whole, list = '', noun = ''] = match
  const start = match.index ?? 0
  const names = [...list.matchAll(new RegExp(`\\b${NAME}\\b`, 'gi'))]
  return names.flatMap((name, index) => {
    const row = DIGITS.find(([words]) => words.split('|').includes(name[0].toLowerCase()))
    const at = start + name.index
    const end = index === names.length - 1 ? start + whole.length : at + name[0].length
    return row ? [{ term: termOf('site', /^toe/i.test(noun) ? row[2] : row[1]), start: at, end }] : []
  })
}

/** "of the right (4 cm) and left (6 cm) hip": the first side has the noun of the second. */
function sidesIn(text: string, named: readonly Part[]): readonly Part[] {
  const pattern = /\b(?:right|left)(?=\s*\([^)]*\)\s*(?:,|and|&|,\s*and)\s*(?:left|right)\s*(?:\([^)]*\)\s*)?)/gi
  return [...text.matchAll(pattern)].flatMap((match) => {
    const end = match.index + match[0].length
    const rest =
      /^\s*\([^)]*\)\s*(?:,|and|&|,\s*and)\s*(?:left|right)\s*(?:\([^)]*\)\s*)?/i.exec(text.slice(end))?.[0] ?? ''
    const noun = named.find(({ start }) => start === end + rest.length)
    return noun ? [{ term: noun.term, start: match.index, end }] : []
  })
}
