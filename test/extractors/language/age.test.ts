import { describe, expect, it } from 'vitest'
import { agesIn } from '../../../extractors/language/age.ts'
import { AGE_ROWS } from '../../../extractors/language/age-rows.ts'
import { sexTold } from '../../../extractors/language/person-words.ts'
import { GROUP_TURNS, isOfGroup, isOwn, OWN_TURNS } from '../../../extractors/language/subject/own-marks.ts'
import { AGE_CASES } from './age.cases.ts'

describe('ages', () => {
  it.each(AGE_CASES)('%s', (_why, text, expected) => {
    expect(
      agesIn(text)
        .map(({ years, form }) => `${years} ${form}`)
        .join(', '),
    ).toBe(expected)
  })

  it.each(AGE_ROWS.map(({ form, example }) => ({ form, example })))(
    'a row finds its example: $example',
    ({ form, example }) => {
      const ages = agesIn(example)
      expect(ages.length).toBeGreaterThan(0)
      if (!example.startsWith('(')) expect(ages.map((age) => age.form)).toContain(form)
    },
  )

  it.each([
    ['a 45-year-old female patient', 'female'],
    ['a businessman', 'male'],
    ['a patient', null],
    ['a man and a woman', null],
  ])('sex of "%s"', (phrase, sex) => expect(sexTold(phrase)).toBe(sex))
})

describe('turns of phrase', () => {
  it.each(OWN_TURNS.map(({ example }) => example))('own: %s', (example) => expect(isOwn(example)).toBe(true))
  it.each(GROUP_TURNS.map(({ example }) => example))('group: %s', (example) => expect(isOfGroup(example)).toBe(true))
  it.each(['it seems to us that', 'in our opinion', 'in our experience', 'our knowledge of calcinosis'])(
    'not own: %s',
    (text) => expect(isOwn(text)).toBe(false),
  )
  it.each([
    'She was a mother of 12 children.',
    'Eosinophils were raised (12%).',
    'All three patients had calcinosis.',
    'The median nerve was compressed.',
    'A 45-year-old woman was seen.',
  ])('no group: %s', (text) => expect(isOfGroup(text)).toBe(false))
})
