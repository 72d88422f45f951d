import { describe, expect, it } from 'vitest'
import { assertionOf } from '../../../extractors/language/index.ts'
import { ASSERTIONS } from './assertion.cases.ts'

describe('assertionOf', () => {
  it.each(ASSERTIONS.map((row) => ({ row, name: `${row[0]}: ${row[1]}` })))('$name', ({ row }) => {
    const [, marked, polarity, rest] = row
    const start = marked.indexOf('[')
    const end = marked.indexOf(']') - 1
    const sentence = marked.replace(/[[\]]/g, '')
    expect(assertionOf(sentence, { start, end })).toEqual({
      polarity,
      temporality: 'recent',
      experiencer: 'patient',
      ...rest,
    })
  })
})
