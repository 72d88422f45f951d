import { describe, expect, test } from 'vitest'
import { languageCode } from '../../../corpus/read/language-code.ts'

describe('the language of prose', () => {
  test.each([
    [
      'en',
      'The nodules of the left forearm were hard and had been there for five years, with chalk that drained from two of them. This is a picture that has not been described in patients who were treated by dialysis.',
    ],
    [
      'de',
      'Die Knoten am linken Unterarm waren hart und bestanden seit f\u00FCnf Jahren; aus zweien entleerte sich kreidiges Material. Die Patientin war in der Zwischenzeit mit Diltiazem behandelt worden, was ohne Wirkung blieb.',
    ],
    [
      'fr',
      'Les nodules de l\u2019avant-bras gauche \u00E9taient durs et pr\u00E9sents depuis cinq ans ; deux d\u2019entre eux laissaient \u00E9couler une mati\u00E8re crayeuse. La patiente avait \u00E9t\u00E9 trait\u00E9e par le diltiazem sans aucun effet.',
    ],
    // too little to tell
    ['en', 'Calcinosis of the hand, with pictures and a short comment.'],
    [null, 'Calcinosis cutis'],
  ])('is told: %s', (code, prose) => expect(languageCode(prose)).toBe(code))
})
