/** A laboratory value behind its name, with unit and reference range. */
import type { Span } from '../../corpus/document.ts'
import type { Interpretation } from './lab-cues.ts'

export interface LabValue {
  readonly value: number
  readonly unit: string | null
  /** Into the sentence, value and unit. */
  readonly span: Span
  /** Against the reference range that follows, if one does. */
  readonly interpretation: Interpretation | null
}

export interface ReferenceRange {
  readonly span: Span
  readonly low: number | null
  readonly high: number | null
}

const NUMBER = String.raw`\d{1,3}(?:[,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?`
const UNIT = String.raw`(?:[×x*]\s?10\^?\s?[⁰-⁹\d]{1,2}\s?\/\s?(?:cells\s?\/\s?)?(?:L|l|mL|µL|μL|uL|mm3|mm³)|[×x*]\s?10\^?\s?[⁰-⁹\d]{1,2}\s?cells\s?\/\s?(?:L|l|mL|µL|μL|mm3|mm³)|g[mr]\s?(?:%|\/\s?d[lL])|mmol\/mol|10\^?[³⁶⁹\d]\/\s?(?:L|l|µL|μL|uL|mm3|mm³)|(?:k|m|µ|μ|u|n|p|f)?(?:g|mol|U|IU|Eq|kat)\s?\/\s?(?:d|m|µ|μ|c)?(?:[lL]|h|24\s?h(?:ours?|r)?|day|mg)|mm\/\s?(?:1st\s+)?h(?:our|r)?|mm\s+in\s+the\s+first\s+hour|mm\/1h|mm\s?Hg|(?:c|cells|K)?\s?\/\s?(?:mm3|mm³|µL|μL|uL|cmm|cumm|mL)|mL\/min(?:\/1[.,]73\s?m[2²])?|ml\/min(?:\/1[.,]73\s?m[2²])?|mg²\/dL²|mg2\/dl2|%|U\b|mg%|ng%)`
const VALUE = new RegExp(
  String.raw`^(?:\s*\((?:[A-Z][\w-]{0,6})\))?[\s,:=–-]*(?:(?:levels?|values?|concentrations?|counts?|activity|was|were|is|of|at|to|up|measured|only|about|approximately|a|an|the|elevated|raised|increased|high|low|decreased|reduced|suppressed|normal|markedly|mildly|slightly|found|be|peak(?:ed)?|rose|total|\(|\[)[\s,:=–-]*)*([<>≤≥~]\s*)?(${NUMBER})\s*(${UNIT})?(?![\w/]|[.,]\d)`,
  'i',
)
const RANGE_WORD = String.raw`(?:normal(?:\s+(?:range|values?|limits?|level|reference))?|ref(?:erence)?\.?(?:\s+(?:range|values?|interval|limits?))?|n\.?v\.?|nl|N|NR|RR)`
const RANGE = new RegExp(
  String.raw`[([;,]\s*(?:${RANGE_WORD}\s*(?:is|of|:|=|,|from)?\s*)(?:([<≤]|less\s+than|below|up\s+to|under)|([>≥]|above|over))?\s*(${NUMBER})(?:\s*(?:[-–—]|to)\s*(${NUMBER}))?|[([]\s*(${NUMBER})\s*[-–—]\s*(${NUMBER})\s*(?:${UNIT})?\s*[)\]]|[([]\s*<\s*(${NUMBER})\s*(?:${UNIT})?\s*[)\]]`,
  'gi',
)

/** All reference ranges of a sentence. */
export function labRanges(sentence: string): readonly ReferenceRange[] {
  return [...sentence.matchAll(RANGE)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (match[7]) return { span, low: null, high: decimal(match[7]) }
    if (match[5]) return { span, low: decimal(match[5]), high: decimal(match[6] ?? '') }
    const first = decimal(match[3] ?? '')
    if (match[4]) return { span, low: first, high: decimal(match[4]) }
    return match[2] ? { span, low: first, high: null } : { span, low: null, high: first }
  })
}

/** The value that stands behind a name ending at `end`, before `limit`. */
export function labValueAfter(sentence: string, end: number, limit: number): LabValue | null {
  const match = VALUE.exec(sentence.slice(end, limit))
  const value = match ? decimal(match[2] ?? '') : null
  if (!match || value === null || match[1]?.trim() === '~') return null
  const stop = end + match[0].length
  const number = match[0].lastIndexOf(match[2] ?? '')
  const range = labRanges(sentence).find(
    ({ span }) => span.start >= stop - 1 && span.start <= stop + 12 && span.start < limit,
  )
  return {
    value,
    unit: match[3]?.replace(/\s+/g, '') ?? null,
    span: { start: end + number, end: stop },
    interpretation: range ? judged(value, range) : null,
  }
}

function judged(value: number, { low, high }: ReferenceRange): Interpretation {
  if (low !== null && value < low) return 'low'
  return high !== null && value > high ? 'high' : 'normal'
}

/** "4,500" and "4 500" are thousands, "2,31" a decimal comma. */
function decimal(text: string): number | null {
  if (!text) return null
  const plain = /^\d{1,3}(?:[,\s]\d{3})+$/.test(text) ? text.replace(/[,\s]/g, '') : text.replace(',', '.')
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
