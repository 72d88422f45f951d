/** Letter widths of a typeface, from the font as pdf.js hands it out when it is about to draw with it. Pure. */
import type { LetterWidths } from '../../document.ts'

/** What pdf.js tells of a font with `fontExtraProperties`; arrays have holes where the font has nothing. */
export interface DrawnFont {
  /** By character code, or by the number of the glyph where `cMap` leads there from the code. */
  readonly widths?: readonly unknown[]
  readonly toUnicode?: { readonly _map?: readonly unknown[] }
  readonly cMap?: { readonly _map?: readonly unknown[] }
  /** Glyph names by character code: what the font's dictionary changes, and the encoding below that. */
  readonly differences?: readonly unknown[]
  readonly defaultEncoding?: readonly unknown[]
  /** Codes are numbers of glyphs, which have no names. */
  readonly composite?: boolean
}

/** Of the letters asked for, those the font has, in the font's own units: thousandths of the font size nearly always. */
export function letterWidths(font: DrawnFont, letters: ReadonlySet<string>): LetterWidths {
  const { widths = [], toUnicode, cMap } = font
  const alone: Record<string, number> = {}
  const shared: Record<string, number> = {}
  toUnicode?._map?.forEach((unicode, code) => {
    const glyph = cMap?._map?.[code] ?? code
    const width = typeof glyph === 'number' ? widths[glyph] : undefined
    if (typeof unicode !== 'string' || typeof width !== 'number' || !(width > 0)) return
    // a ligature's width is shared by its letters, unless they are met alone
    const drawn = [...unicode.normalize('NFKC')]
    const known = drawn.length === 1 ? alone : shared
    for (const letter of drawn) if (letters.has(letter)) known[letter] ??= width / drawn.length
  })
  return { ...shared, ...alone }
}
