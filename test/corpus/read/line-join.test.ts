import { describe, expect, test } from 'vitest'
import { countWords, hyphenJudge, joinLines } from '../../../corpus/read/line-join.ts'

/** [why, first line, second line, expected, what else the document prints]. */
const CASES: readonly (readonly [string, string, string, string, string?])[] = [
  ['a word broken by the line', 'dense calcifica-', 'tions of the', 'dense calcifications of the'],
  ['an antibody keeps its hyphen', 'for anti-', 'Scl-70 antibodies', 'for anti-Scl-70 antibodies'],
  ['a cytokine keeps its hyphen', 'levels of IL-', '6 and', 'levels of IL-6 and'],
  ['a compound keeps its hyphen', 'given at low-', 'dose for', 'given at low-dose for'],
  ['an age keeps its hyphens', 'a 34-year-', 'old man', 'a 34-year-old man'],
  ['anti grows together with small letters', 'the anti-', 'centromere type', 'the anticentromere type'],
  [
    'the document knows better',
    'the anti-',
    'centromere type',
    'the anti-centromere type',
    'anti-centromere antibodies',
  ],
  [
    'a prefix that is a word',
    'did not return there-',
    'after',
    'did not return thereafter',
    'there was pain after that',
  ],
  ['both halves are words', 'a bone-', 'scan was', 'a bone-scan was', 'the bone and a scan'],
  ['capitals are broken too', 'PRESENTA-', 'TION OF', 'PRESENTATION OF'],
  ['double names keep their hyphen', 'MATUCCI-', 'CERINIC M', 'MATUCCI-CERINIC M'],
  ['a soft hyphen always goes', 'ulcer\u00AD', 'ation', 'ulceration'],
  ['a dash between numbers is set solid', 'in 20\u2013', '30 cases', 'in 20\u201330 cases'],
  ['lines without a hyphen get a blank', 'of the', 'left hand', 'of the left hand'],
]

describe('joining lines', () => {
  test.each(
    CASES.map(([why, before, after, expected, elsewhere = '']) => ({ why, before, after, expected, elsewhere })),
  )('$why', ({ before, after, expected, elsewhere }) => {
    const { text, keep, offset } = joinLines(before, after, hyphenJudge(countWords([elsewhere])))
    expect(text).toBe(expected)
    expect(text.slice(offset)).toBe(after)
    expect(before.startsWith(text.slice(0, keep))).toBe(true)
  })

  test('halves of broken words are no witnesses', () => {
    expect(countWords(['the calcifica-', 'tions were'])).toEqual(
      new Map([
        ['the', 1],
        ['were', 1],
      ]),
    )
  })
})
