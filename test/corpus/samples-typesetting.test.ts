/** The notation of the sample sources and the breaking of lines. */
import { describe, expect, test } from 'vitest'
import { plainOf, wordsOf } from '../../corpus/samples/inline.ts'
import { type Measure, takeLine } from '../../corpus/samples/line-breaking.ts'
import { parseSource } from '../../corpus/samples/parse-source.ts'
import { plainTextOf } from '../../corpus/samples/plain-text.ts'
import { typesetPdf } from '../../corpus/samples/typesetter.ts'

/** Every letter is one point wide. */
const monospaced: Measure = { widthOf: (fragment) => fragment.text.length, spaceWidth: 1 }

function linesOf(text: string, widthPt: number, insistOnHyphen = false): readonly string[] {
  const lines: string[] = []
  let words = wordsOf(text)
  while (words.length > 0) {
    const { line, rest } = takeLine(words, monospaced, { widthPt, hyphenMark: '-', insistOnHyphen })
    lines.push(line.words.map((word) => word.map((fragment) => fragment.text).join('')).join(' '))
    words = rest
  }
  return lines
}

describe('line breaking', () => {
  test.each([
    ['fills a line as far as whole words go', 'one two four', 8, ['one two', 'four']],
    ['breaks a long word by its syllables', 'diffuse calcification', 14, ['diffuse calci-', 'fication']],
    [
      'breaks a compound after its own hyphen, without a second',
      'and of anti-Scl-70 too',
      12,
      ['and of anti-', 'Scl-70 too'],
    ],
    ['never breaks inside a number', 'in 1234567890', 8, ['in', '1234567890']],
  ])('%s', (_why, text, width, lines) => {
    expect(linesOf(text, width)).toEqual(lines)
  })

  test('ends a column inside a word where it can', () => {
    expect(linesOf('deposits of calcium in it', 21, true)[0]).toMatch(/-$/)
    expect(linesOf('deposits of calcium in it', 22)[0]).toBe('deposits of calcium in')
  })

  test('loses no letter', () => {
    const text = 'Subcutaneous calcification of the prepatellar region surrounded several tendons'
    expect(linesOf(text, 13).join(' ').replace(/- /g, '').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
  })
})

describe('the notation', () => {
  test('marks styles and leaves the words', () => {
    expect(wordsOf('an *Ann Rheum* case.^1,2^').map((word) => word.map(({ style }) => style))).toEqual([
      ['roman'],
      ['italic'],
      ['italic'],
      ['roman', 'superscript'],
    ])
    expect(plainOf('an *Ann Rheum* **case**.^1,2^')).toBe('an Ann Rheum case.1,2')
  })

  test('reads settings, blocks, tables and figures', () => {
    const source = parseSource(
      'x',
      'layout: letter\nyear: 1999\n---\n# Title\n\nText\nof two lines.\n\n@table here Table 1\n| a | b |\n| 1 |  |\n@note n\n\n@figure scan 90 next Fig. 1. A scan.\n',
    )
    expect(source.settings).toMatchObject({ layout: 'letter', year: 1999, face: 'serif' })
    expect(source.blocks).toEqual([
      { kind: 'text', role: 'title', text: 'Title' },
      { kind: 'text', role: 'paragraph', text: 'Text of two lines.' },
      {
        kind: 'table',
        placement: 'here',
        caption: 'Table 1',
        rows: [
          ['a', 'b'],
          ['1', ''],
        ],
        notes: ['n'],
      },
      { kind: 'figure', picture: 'scan', heightPt: 90, placement: 'next', caption: 'Fig. 1. A scan.' },
    ])
    expect(plainTextOf(source)).toBe('Title\n\nText of two lines.\n\nTable 1\na\tb\n1\t\nn\n\nFig. 1. A scan.\n')
  })

  test.each([
    ['no settings', 'Text', /no "---" line/],
    ['an unknown layout', 'layout: poster\n---\nText', /layout is "poster", not one of letter/],
    ['an unknown command', 'layout: letter\n---\n@colum', /"@colum" begins with an unknown command/],
    [
      'a figure without a place',
      'layout: letter\n---\n@figure scan 90 there Fig. 1',
      /placement of a figure is "there"/,
    ],
  ])('refuses %s with the reason', (_why, file, reason) => {
    expect(() => parseSource('x', file)).toThrow(reason)
  })

  test('refuses Greek in a face that has none', async () => {
    await expect(typesetPdf(parseSource('x', 'face: times\n---\nThe γ-globulins'))).rejects.toThrow(
      /"γ" is not in times/,
    )
  })
})
