/** Places whose noun is said once for several: "upper and lower extremities", "second and third fingers". */
import type { Span } from '../../corpus/document.ts'
import { termOf } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'

const LIMB = /\b(upper|lower)(?=\s*(?:and|or|&|\/|,)\s*(?:lower|upper)\s+(?:extremit|limb))/gi
const ORDINAL = String.raw`(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|thumb|index|middle|ring|little)`
const DIGITS = new RegExp(
  String.raw`\b(${ORDINAL})(?=(?:\s*(?:,|and|or|&|,\s*and)\s*${ORDINAL})+\s+(fingers?|toes?|digits?)\b)`,
  'gi',
)

const FINGERS: Readonly<Record<string, string>> = {
  first: 'thumb',
  '1st': 'thumb',
  second: 'index_finger',
  '2nd': 'index_finger',
  third: 'middle_finger',
  '3rd': 'middle_finger',
  fourth: 'ring_finger',
  '4th': 'ring_finger',
  fifth: 'little_finger',
  '5th': 'little_finger',
}
const TOES: Readonly<Record<string, string>> = {
  first: 'great_toe',
  '1st': 'great_toe',
  second: 'toe2',
  '2nd': 'toe2',
  third: 'toe3',
  '3rd': 'toe3',
  fourth: 'toe4',
  '4th': 'toe4',
  fifth: 'toe5',
  '5th': 'toe5',
}

/** Offsets are of `text`; the last member of a list is no ellipsis, its term is found as any other. */
export function ellipsesIn(text: string): readonly (Span & { readonly term: Term })[] {
  const limbs = [...text.matchAll(LIMB)].map((match) => ({
    term: termOf('site', match[1]?.toLowerCase() === 'upper' ? 'upper_limb' : 'lower_limb'),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const digits = [...text.matchAll(DIGITS)].flatMap((match) => {
    const key = (/^toe/i.test(match[2] ?? '') ? TOES : FINGERS)[match[1]?.toLowerCase() ?? '']
    return key ? [{ term: termOf('site', key), start: match.index, end: match.index + match[0].length }] : []
  })
  return [...limbs, ...digits]
}
