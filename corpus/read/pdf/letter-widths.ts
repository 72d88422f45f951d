/** Letter widths of a page's typefaces, from its drawing operators. Pure. */
import type { LetterWidths } from '../../document.ts'
import type { OperatorList } from './picture-area.ts'

/** The operators that matter here, by pdf.js's numbers. */
export interface TextOperators {
  readonly setFont: number
  readonly showText: number
}

interface Glyph {
  readonly unicode?: unknown
  readonly width?: unknown
}

/** By the opaque font names of the text items. */
export function letterWidths(
  { fnArray, argsArray }: OperatorList,
  ops: TextOperators,
): ReadonlyMap<string, LetterWidths> {
  const fonts = new Map<string, Record<string, number>>()
  let widths: Record<string, number> = {}
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index]
    if (!Array.isArray(args)) continue
    if (fn === ops.setFont && typeof args[0] === 'string') {
      widths = fonts.get(args[0]) ?? {}
      fonts.set(args[0], widths)
    } else if (fn === ops.showText && Array.isArray(args[0])) addGlyphs(widths, args[0])
  }
  return fonts
}

function addGlyphs(widths: Record<string, number>, glyphs: readonly unknown[]): void {
  for (const glyph of glyphs) {
    const { unicode, width } = (glyph ?? {}) as Glyph
    if (typeof unicode !== 'string' || typeof width !== 'number' || unicode === ' ' || !(width > 0 && width < 3000))
      continue
    // a ligature's width is shared by its letters, unless they are met alone
    const letters = [...unicode.normalize('NFKC')]
    for (const letter of letters)
      if (letters.length === 1 || widths[letter] === undefined) widths[letter] = Math.round(width / letters.length)
  }
}
