/**
 * Letter widths as a paper sets them. A font's own widths are those of its letters alone; a paper may set them wider,
 * narrower or letter-spaced throughout, and its lines tell by how much and how wide the blanks are. Pure.
 */
import type { LetterWidths } from '../document.ts'
import { usualBlank, usualWidth } from '../glyph-widths.ts'
import type { SourcePage, TextItem } from './pdf/pdf-source.ts'

/** Lines that say enough; more of them say the same again. */
const ENOUGH_LETTERS = 4000
/** How far a paper's letters are scaled, and its blanks from the font's own, in font sizes. */
const SCALE_SPREAD = 0.1
const BLANK_SPREAD = 0.12
/** How far a word's width strays from the sum of its letters: kerning. */
const KERNING_SPREAD = 0.01

/** By the opaque font names of the text items. */
export function setWidths(
  pages: readonly SourcePage[],
  fonts: ReadonlyMap<string, LetterWidths>,
): ReadonlyMap<string, LetterWidths> {
  const items = itemsByFont(pages, fonts)
  return new Map([...fonts].map(([font, letters]) => [font, asSet(letters, items.get(font) ?? [])]))
}

function itemsByFont(
  pages: readonly SourcePage[],
  fonts: ReadonlyMap<string, LetterWidths>,
): ReadonlyMap<string, readonly TextItem[]> {
  const lines = new Map([...fonts.keys()].map((font) => [font, { items: [] as TextItem[], letters: 0 }]))
  for (const page of pages)
    for (const item of page.items) {
      const own = lines.get(item.font)
      if (own === undefined || own.letters > ENOUGH_LETTERS || !(item.width > 0 && item.size > 0)) continue
      own.items.push(item)
      own.letters += item.text.length
    }
  return new Map([...lines].map(([font, { items }]) => [font, items]))
}

/** What a line says, in font sizes. */
interface Row {
  readonly width: number
  /** The width of its letters alone. */
  readonly letters: number
  readonly length: number
  readonly blanks: number
}

function asSet(letters: LetterWidths, items: readonly TextItem[]): LetterWidths {
  const rows = items.map((item) => rowOf(item, letters))
  const unit = unitOf(rows)
  const ownBlank = letters[' '] === undefined ? usualBlank : (letters[' '] * unit) / 1000
  const { scale, blank } = fitted(rows, unit, ownBlank)
  const set = Object.entries(letters).map(([letter, width]) => [letter, Math.round(width * scale)] as const)
  return { ...Object.fromEntries(set), ' ': Math.round(1000 * blank) }
}

function rowOf({ text, width, size }: TextItem, widths: LetterWidths): Row {
  let blanks = 0
  let letters = 0
  for (const letter of text) {
    if (letter === ' ') blanks++
    else letters += (widths[letter] ?? 1000 * usualWidth(letter)) / 1000
  }
  return { width: width / size, letters, length: text.length, blanks }
}

/** Fonts made of drawings have units of their own; all others have thousandths. */
function unitOf(rows: readonly Row[]): number {
  const units = rows.map(({ width, letters, blanks }) => (width - blanks * usualBlank) / letters).sort((a, b) => a - b)
  const unit = units[(units.length - 1) >> 1] ?? 1
  return unit > 2 || (unit > 0 && unit < 0.5) ? unit : 1
}

/** The scale and the blank that make the weighted squares of what they leave of the lines' widths least. */
function fitted(
  rows: readonly Row[],
  unit: number,
  ownBlank: number,
): { readonly scale: number; readonly blank: number } {
  let ss = 1 / SCALE_SPREAD ** 2
  let bb = 1 / BLANK_SPREAD ** 2
  let [sb, s, b] = [0, 0, 0]
  for (const { width, length, blanks, ...row } of rows) {
    const letters = row.letters * unit
    const rest = width - letters - blanks * ownBlank
    // where the width cannot be that of the letters the line says nothing
    if (!(Math.abs(rest) < 0.5 * (width - rest))) continue
    const weight = 1 / (blanks * BLANK_SPREAD ** 2 + length * KERNING_SPREAD ** 2)
    ss += weight * letters ** 2
    bb += weight * blanks ** 2
    sb += weight * letters * blanks
    s += weight * letters * rest
    b += weight * blanks * rest
  }
  const area = ss * bb - sb ** 2
  return { scale: unit * (1 + (s * bb - b * sb) / area), blank: ownBlank + (b * ss - s * sb) / area }
}
