/** Quantities: a number with the unit written right after it, e.g. `51.5 mm`, `5-cm`, `½ inch`, `two centimetres`. */

import { NUMBER_WORD, numberOf } from '../language/number-words.ts'

export type LengthUnit = 'mm' | 'cm' | 'inch'
export type FluidUnit = 'ml' | 'l'

/** One number of the text; `unit` is null where none follows (it may follow a neighbour: `3 x 2 cm`). */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: LengthUnit | FluidUnit | null
  /** 2 for `cm2`, 3 for `cm3`, else 1. */
  readonly power: 1 | 2 | 3
  /** Whether the number was written with a decimal mark. */
  readonly decimal: boolean
}

export const MM_PER_UNIT: Readonly<Record<LengthUnit, number>> = { mm: 1, cm: 10, inch: 25.4 }

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?![\d.])|\d{1,4}[.,·]\d{1,3}(?!\d)|\d{1,4}|[.·]\d{1,3})`
const MIXED = String.raw`(?:\d{1,2}[ -])?[1-3]\/[2-4](?!\d)|\d{0,2}\s?[½¼¾⅓⅔]`
const NUMBER = `(?:${MIXED}|${DIGITS}|(?:half|${NUMBER_WORD})(?:\\s+and\\s+a\\s+half)?\\b)`
const UNIT = String.raw`(?:mms?|cms?|millimet(?:er|re)s?|centimet(?:er|re)s?|inch(?:es)?|m[lL]|cc|millilit(?:er|re)s?|lit(?:er|re)s?|L)`
/** A number may follow an `x` (`5x4cm`) but no other letter or digit (`T12`, `Scl-70` have their own hyphen). */
const START = String.raw`(?:(?<![\p{L}\p{N}_^]|\d[.,·/]|[\p{L}]-)|(?<=[\d\sms)][xX]|\bby-))`
const QUANTITY = new RegExp(
  String.raw`${START}(${NUMBER})(?:[\s\u00a0\u2009\u202f]{0,2}[-‐‑]?[\s\u00a0]?(${UNIT})(?:\s?([23²³])(?!\d)|\^([23]))?(?![\p{L}\d]|\^)|(?:[\s-]{0,2}(${UNIT})(?=[xX×]\s?\d)))?`,
  'giu',
)

/** All numbers of a text in order, with their units where one follows. */
export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(QUANTITY)].flatMap((match) => quantityOf(match))
}

function quantityOf(match: RegExpMatchArray): readonly Quantity[] {
  const [whole, number = '', unitWritten, superscript, caret, unitBeforeTimes] = match
  const value = numberValue(number)
  // mM is a concentration; MM in a capitalised heading is a length
  if (!Number.isFinite(value) || unitWritten === 'mM') return []
  const unit = unitOf(unitWritten ?? unitBeforeTimes)
  const start = match.index ?? 0
  const power = superscript === '2' || superscript === '²' || caret === '2' ? 2 : superscript || caret ? 3 : 1
  return [{ start, end: start + whole.length, value, unit, power, decimal: /\d[.,·]\d/.test(number) }]
}

function unitOf(written: string | undefined): Quantity['unit'] {
  if (!written) return null
  const word = written.toLowerCase()
  if (word.startsWith('mm') || word.startsWith('millim')) return 'mm'
  if (word.startsWith('cm') || word.startsWith('centim')) return 'cm'
  if (word.startsWith('inch')) return 'inch'
  return word === 'l' || word.startsWith('lit') ? 'l' : 'ml'
}

/** Reads `1.5`, `1,5`, `1·5`, `1,500`, `1 1/2`, `2½`, `two and a half`. */
export function numberValue(number: string): number {
  const text = number.trim().toLowerCase()
  const spelled = /^\d*[.,·]?\d*$/.test(text) ? null : numberOf(text)
  if (spelled !== null) return spelled
  // "1,500 mL" counts thousands; "0,125 cm" and "1,5 cm" are decimal commas
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''))
  return Number(text.replace(/\s/g, '').replace(/[,·]/, '.'))
}
