/** Widths of letters: where to meet a paper's typefaces, what a font tells, and how the paper's lines correct it. */
import { describe, expect, test } from 'vitest'
import { letterSample } from '../../../corpus/read/letter-sample.ts'
import { letterWidths } from '../../../corpus/read/pdf/letter-widths.ts'
import type { SourcePage, TextItem } from '../../../corpus/read/pdf/pdf-source.ts'
import { setWidths } from '../../../corpus/read/set-widths.ts'

function page(
  number: number,
  ...items: readonly (readonly [font: string, text: string, width?: number])[]
): SourcePage {
  const placed = items.map(
    ([font, text, width = 0]): TextItem => ({ text, x: 0, y: 0, dx: 1, dy: 0, width, size: 10, font }),
  )
  return { number, width: 600, height: 800, items: placed }
}

describe('where typefaces are met', () => {
  const prose = 'calcinosis '.repeat(60)

  test('a typeface is met where least is drawn before it', () => {
    const { fonts } = letterSample([page(1, ['roman', prose], ['italic', prose]), page(2, ['italic', prose])])
    expect(fonts).toEqual(
      new Map([
        [1, ['roman']],
        [2, ['italic']],
      ]),
    )
  })

  test('another page is not opened for a few letters', () => {
    const { fonts } = letterSample([page(1, ['bold', 'Case report'], ['roman', prose]), page(2, ['roman', prose])])
    expect([...fonts.keys()]).toHaveLength(1)
  })

  test('a rare typeface is left out', () => {
    const { fonts, letters } = letterSample([page(1, ['roman', prose.repeat(3)], ['symbol', '\u2192'])])
    expect([...fonts.values()].flat()).toEqual(['roman'])
    expect(letters.has('\u2192')).toBe(true)
  })

  test('no text, no typefaces', () => {
    expect(letterSample([page(1)]).fonts.size).toBe(0)
  })
})

describe('what a font tells', () => {
  const at = (entries: Readonly<Record<number, unknown>>): readonly unknown[] => Object.assign([], entries)

  test('by character code, of the letters asked for', () => {
    const font = { widths: at({ 65: 722, 66: 667 }), toUnicode: { _map: at({ 65: 'A', 66: 'B' }) } }
    expect(letterWidths(font, new Set(['A']))).toEqual({ A: 722 })
  })

  test('by way of the character map', () => {
    const font = { widths: at({ 7: 500 }), toUnicode: { _map: at({ 300: 'e' }) }, cMap: { _map: at({ 300: 7 }) } }
    expect(letterWidths(font, new Set(['e']))).toEqual({ e: 500 })
  })

  test('a ligature is shared by its letters, unless they are met alone', () => {
    const font = { widths: at({ 1: 556, 2: 300 }), toUnicode: { _map: at({ 1: '\uFB01', 2: 'i' }) } }
    expect(letterWidths(font, new Set(['f', 'i']))).toEqual({ f: 278, i: 300 })
  })

  test('a font without a map or widths tells nothing', () => {
    expect(letterWidths({}, new Set(['a']))).toEqual({})
    expect(letterWidths({ widths: at({ 97: 0 }), toUnicode: { _map: at({ 97: 'a' }) } }, new Set(['a']))).toEqual({})
  })
})

describe('how the lines correct a font', () => {
  const lines = (widthOf: (letters: number, blanks: number) => number): SourcePage =>
    page(
      1,
      ...['an ant tan a nut', 'a tan tuna', 'aunt', 'tut a nut at a tuna'].map((text) => {
        const blanks = text.split(' ').length - 1
        return ['roman', text, widthOf(text.length - blanks, blanks)] as const
      }),
    )
  const fonts = (width: number) => new Map([['roman', { a: width, n: width, t: width, u: width }]])

  test('letter-spaced type is wider than its font', () => {
    const set = setWidths([lines((letters, blanks) => 5.5 * letters + 2.5 * blanks)], fonts(500)).get('roman')!
    expect(set.a).toBeCloseTo(550, -1)
    expect(set[' ']).toBeCloseTo(250, -1)
  })

  test('a font of drawings has units of its own', () => {
    const set = setWidths([lines((letters, blanks) => 5 * letters + 2.7 * blanks)], fonts(41)).get('roman')!
    expect(set.a).toBeCloseTo(500, -1)
  })

  test('lines that cannot be made of the letters say nothing', () => {
    const odd = page(1, ['roman', 'a tuna', 900], ['roman', 'an ant tan a nut', 65 + 4 * 2.7])
    expect(setWidths([odd], fonts(500)).get('roman')!.a).toBeLessThan(600)
  })
})
