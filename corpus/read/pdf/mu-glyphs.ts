/**
 * Which of the letters "m" of a page are drawn with the glyph of the micro sign: by the glyph's name, or where a font has
 * two glyphs for "m", one of them much narrower, that stands in units only. Pure.
 */
import type { OperatorList } from './drawing.ts'
import type { DrawnFont } from './letter-widths.ts'

/** The operators that matter here, by pdf.js's numbers. */
export interface TextOperators {
  readonly setFont: number
  readonly showText: number
}

/** Names under which fonts keep the micro sign and the letter mu. */
const MU_NAME = /^(?:mu1?|micro|uni(?:00B5|03BC)|u0?(?:00B5|03BC)|afii10001|H9262|H11003)$/i
/** The micro sign is so much narrower than "m". */
const NARROW = 0.85

interface Glyph {
  readonly code: number
  readonly width: number
  readonly letter: string
}

/** By font, for each "m" in the order it is drawn. */
export function muGlyphs(
  { fnArray, argsArray }: OperatorList,
  ops: TextOperators,
  fonts: ReadonlyMap<string, DrawnFont>,
): ReadonlyMap<string, readonly boolean[]> {
  const drawn = new Map<string, Glyph[]>()
  let own: Glyph[] = []
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (!Array.isArray(args)) continue
    if (operator === ops.setFont && typeof args[0] === 'string') {
      own = drawn.get(args[0]) ?? []
      drawn.set(args[0], own)
    } else if (operator === ops.showText && Array.isArray(args[0])) own.push(...args[0].flatMap(glyphOf))
  }
  return new Map(
    [...drawn].map(([font, glyphs]) => {
      const codes = muCodes(glyphs, fonts.get(font))
      return [font, glyphs.filter(({ letter }) => letter === 'm').map(({ code }) => codes.has(code))]
    }),
  )
}

function glyphOf(drawn: unknown): readonly Glyph[] {
  const { originalCharCode: code, width, unicode } = (drawn ?? {}) as Record<string, unknown>
  if (typeof code !== 'number' || typeof width !== 'number' || typeof unicode !== 'string') return []
  return [...unicode].map((letter) => ({ code, width, letter }))
}

function muCodes(glyphs: readonly Glyph[], font: DrawnFont | undefined): ReadonlySet<number> {
  const widths = new Map(glyphs.flatMap(({ code, width, letter }) => (letter === 'm' ? [[code, width]] : [])))
  const named = [...widths.keys()].filter((code) => MU_NAME.test(nameOf(code, font)))
  if (named.length > 0 || widths.size !== 2) return new Set(named)
  const [[narrow, width], [, wider]] = [...widths].sort(([, a], [, b]) => a - b) as [[number, number], [number, number]]
  return width < NARROW * wider && standsInUnits(glyphs, narrow) ? new Set([narrow]) : new Set()
}

function nameOf(code: number, font: DrawnFont | undefined): string {
  const name = font?.differences?.[code] ?? (font?.composite === true ? undefined : font?.defaultEncoding?.[code])
  return typeof name === 'string' ? name : ''
}

/** A number goes before it, the rest of a unit after it: "10 µl". */
function standsInUnits(glyphs: readonly Glyph[], code: number): boolean {
  const text = glyphs.map(({ letter }) => letter).join('')
  let at = 0
  for (const glyph of glyphs) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 4)]
    if (glyph.code === code && !(/[\d(/]\s?$/.test(before) && /^(?:[lmgLMsVA](?!\p{L})|mol|kat|Ci)/u.test(after)))
      return false
    at += glyph.letter.length
  }
  return true
}
