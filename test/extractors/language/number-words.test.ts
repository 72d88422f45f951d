import nlp from 'compromise/three'
import { describe, expect, test } from 'vitest'
import { NUMBER_WORD, numberOf, ordinalOf } from '../../../extractors/language/number-words.ts'

describe('numbers in words', () => {
  test.each([
    ['forty-five', 45],
    ['Sixty two', 62],
    ['twentynine', 29],
    ['two and a half', 2.5],
    ['half', 0.5],
    ['a dozen', 12],
    ['half a dozen', 6],
    ['two dozen', 24],
    ['4,5', 4.5],
    ['4½', 4.5],
    ['1 1/2', 1.5],
    ['3/4', 0.75],
    ['3 8/12', 3 + 8 / 12],
    ['¼', 0.25],
  ])('%s is %d', (text, value) => expect(numberOf(text)).toBeCloseTo(value, 9))

  test.each([
    '',
    'often',
    'two three',
    'twenty ten',
    'five twenty',
    'ten and a quarter',
    '12/5',
    '1-2',
    'forty-five years',
  ])('"%s" is no number', (text) => expect(numberOf(text)).toBeNull())

  test.each([
    ['second', 2],
    ['tenth', 10],
    ['twenty-first', 21],
    ['3rd', 3],
    ['secondary', null],
    ['twenty-tenth', null],
  ])('the place of %s is %s', (word, place) => expect(ordinalOf(word)).toBe(place))

  test('agree with compromise on all words from one to ninety-nine', () => {
    for (let value = 1; value < 100; value++) {
      const words = (nlp(String(value)) as unknown as { numbers(): { toText(): { text(): string } } })
        .numbers()
        .toText()
        .text()
      expect([words, numberOf(words)]).toEqual([words, value])
      expect(new RegExp(`^${NUMBER_WORD}$`).test(words)).toBe(true)
    }
  })
})
