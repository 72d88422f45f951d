/** Titres and values behind an antibody, and the reference range they are held against. */
import type { Span } from '../../corpus/document.ts'

export interface Titre {
  /** `1:320`. */
  readonly text: string
  readonly span: Span
  /** "<1:40": below the lowest dilution. */
  readonly below: boolean
}

export interface MeasuredValue {
  readonly value: number
  readonly unit: string | null
  readonly span: Span
  readonly sign: '<' | '>' | null
  /** Against the reference range if one is given; ">100 U/mL" is beyond the scale. */
  readonly result: 'positive' | 'negative' | null
}

const DILUTION = /([<≤>≥]\s*)?\b1(?:\s?[:/∶]\s?|\s(?:in|to)\s)(\d{1,3}(?:[ ,.]\d{3})+|\d{2,6})(?!\s?[:/]\s?\d|\d)/g
const RECIPROCAL =
  /\b(?:titers?|titres?)\s*(?:was|were|is|of|at|:|=|,)?\s*(?:of\s+)?([<>]\s*)?(\d{2,5})\b(?!\s*(?:[:/]|IU|U\b|units?|%|mg|EU|AU|years?))/gi

/** "1:320", "1/320", "1:1,280", "titre of 640", in text order. */
export function titres(sentence: string): readonly Titre[] {
  const found: Titre[] = []
  for (const pattern of [DILUTION, RECIPROCAL])
    for (const match of sentence.matchAll(pattern)) {
      const number = Number((match[2] ?? '').replace(/[ ,.]/g, ''))
      const span = { start: match.index, end: match.index + match[0].length }
      if (number < 10 || found.some((other) => span.start < other.span.end && other.span.start < span.end)) continue
      found.push({ text: `1:${number}`, span, below: /[<≤]/.test(match[1] ?? '') })
    }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

const UNIT =
  '(?:k?I?U\\s?/\\s?m?[lL]|UI\\s?/\\s?m?[lL]|[AERC]U\\s?/\\s?m[lL]|[GM]PL(?:\\s?-?\\s?U)?(?:\\s?/\\s?m[lL])?|U\\.?I\\.?\\s?/\\s?m[lL]|units?(?:\\s?/\\s?m[lL])?|CU|AU|EU|RU|IU|AI|index|mg\\s?/\\s?d?[lL]|[µμu]g\\s?/\\s?m[lL]|U)'
const VALUE = new RegExp(
  `([<>≥≤]\\s*)?(?<![\\d:/.,-])(\\d{1,3}(?:,\\d{3})+|\\d+(?:[.,]\\d+)?)\\s*(${UNIT})(?![\\w/])`,
  'g',
)
const VALUE_BEFORE_RANGE =
  /(?<![\w:/.,<>-])(\d+(?:[.,]\d+)?)\s*(?=[([]\s*(?:(?:normal|ref\w*|range|N|NR|cut-?off)\W{0,3})*(?:[<≤]\s*)?\d)/gi
const BOUND_ALONE = /(?<=(?:was|were|is|[:=])\s{0,2})([<>])\s*(\d+(?:[.,]\d+)?)(?!\s*[:/]|\d|\.\d|\s*(?:mg|mm|years?))/g
const RANGE_WORD =
  '(?:normal(?:\\s+(?:range|values?|limits?|level|reference))?|ref(?:erence)?\\.?(?:\\s+(?:range|values?|interval|limits?|level))?|n\\.?v\\.?|nl|N|NR|RR|negative|neg\\.?|cut-?\\s?off(?:\\s+(?:value|level|point))?|upper\\s+limit(?:\\s+of\\s+normal)?|ULN|positive|pos\\.?)'
const RANGE = new RegExp(
  `[([;,]\\s*${RANGE_WORD}\\s*(?:is|of|:|=|,)?\\s*(?:([<>≤≥]|less\\s+than|below|up\\s+to|under|above)\\s*)?(\\d+(?:[.,]\\d+)?)(?:\\s*(?:[-–—]|to)\\s*(\\d+(?:[.,]\\d+)?))?\\s*(?:${UNIT})?\\s*[)\\];,.]?|[([]\\s*([<≤])\\s*(\\d+(?:[.,]\\d+)?)\\s*(?:${UNIT})?\\s*[)\\]]|[([]\\s*(\\d+(?:[.,]\\d+)?)\\s*[-–—]\\s*(\\d+(?:[.,]\\d+)?)\\s*(?:${UNIT})?\\s*[)\\]]`,
  'gi',
)

interface ReferenceRange {
  readonly span: Span
  readonly upper: number
}

/** "(normal < 20)", "(reference range 0-15 U/mL)", "(<7)": to be passed over by the search for result words. */
export function referenceRanges(sentence: string): readonly ReferenceRange[] {
  return [...sentence.matchAll(RANGE)].flatMap((match) => {
    const upper = decimal(match[3] ?? match[2] ?? match[5] ?? match[7] ?? '')
    return upper === null ? [] : [{ span: { start: match.index, end: match.index + match[0].length }, upper }]
  })
}

/** Values with a unit in text order, each judged by the range that follows it. */
export function measuredValues(sentence: string): readonly MeasuredValue[] {
  const ranges = referenceRanges(sentence)
  const isOutsideRanges = ({ index }: { readonly index: number }) =>
    !ranges.some(({ span }) => index >= span.start && index < span.end)
  const withUnit = [...sentence.matchAll(VALUE)].filter(isOutsideRanges).map((match) => ({
    index: match.index,
    text: match[0],
    sign: match[1] ?? '',
    number: match[2] ?? '',
    unit: (match[3] ?? '').replace(/\s+/g, ''),
  }))
  // "anti-RNA polymerase III IgG 156 (0-19 units)": the range tells that the number is a value
  const bare = [...sentence.matchAll(VALUE_BEFORE_RANGE)]
    .filter(isOutsideRanges)
    .filter(({ index }) => !withUnit.some((other) => index >= other.index && index < other.index + other.text.length))
    .map((match) => ({ index: match.index, text: match[0].trimEnd(), sign: '', number: match[1] ?? '', unit: null }))
  // "Scl-70 was <0.2"
  const bounded = [...sentence.matchAll(BOUND_ALONE)]
    .filter(isOutsideRanges)
    .filter(
      ({ index }) => !withUnit.some((other) => index < other.index + other.text.length && other.index <= index + 2),
    )
    .map((match) => ({ index: match.index, text: match[0], sign: match[1] ?? '', number: match[2] ?? '', unit: null }))
  const matches = [...withUnit, ...bare, ...bounded].toSorted((x, y) => x.index - y.index)
  return matches.flatMap((match, at) => {
    const value = decimal(match.number)
    if (value === null) return []
    const span = { start: match.index, end: match.index + match.text.length }
    const next = matches[at + 1]?.index ?? sentence.length
    const range = ranges.find(
      (range) => range.span.start >= span.end && range.span.start < Math.min(next, span.end + 25),
    )
    const sign = /[<≤]/.test(match.sign) ? '<' : /[>≥]/.test(match.sign) ? '>' : null
    return [{ value, unit: match.unit, span, sign, result: judged(value, sign, match.unit ?? '', range?.upper) }]
  })
}

/** Anticardiolipin above 40 GPL or MPL units is positive by the definition of the antiphospholipid syndrome. */
const PHOSPHOLIPID_LIMIT_UNITS = 40

function judged(
  value: number,
  sign: '<' | '>' | null,
  unit: string,
  range: number | undefined,
): 'positive' | 'negative' | null {
  const upper =
    range ?? (/[GM]PL/i.test(unit) && value > PHOSPHOLIPID_LIMIT_UNITS ? PHOSPHOLIPID_LIMIT_UNITS : undefined)
  if (sign === '>') return 'positive'
  if (sign === '<' && (upper === undefined || value <= upper)) return 'negative'
  if (upper === undefined) return null
  return value > upper ? 'positive' : 'negative'
}

function decimal(text: string): number | null {
  if (!text) return null
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  return Number(plain)
}
