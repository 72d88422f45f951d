import { describe, expect, it } from 'vitest'
import type { Span } from '../../../corpus/document.ts'
import { type Assertion, assertionOf } from '../../../extractors/language/index.ts'
import { ASSERTIONS, type AssertionCase } from './assertion.cases.ts'
import { NOTES } from './assertion-notes.ts'

const PLAIN: Assertion = { polarity: 'affirmed', temporality: 'recent', experiencer: 'patient' }

function expectAnswer([, marked, polarity, rest]: AssertionCase): void {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const sentence = marked.replace(/[[\]]/g, '')
  expect(assertionOf(sentence, { start, end })).toEqual({ ...PLAIN, polarity, ...rest })
}
const named = (rows: readonly AssertionCase[]) => rows.map((row) => ({ row, name: `${row[0]}: ${row[1]}` }))

describe('assertionOf in case reports', () => {
  it.each(named(ASSERTIONS))('$name', ({ row }) => expectAnswer(row))
})

describe('assertionOf in clinical notes', () => {
  it.each(named(NOTES))('$name', ({ row }) => expectAnswer(row))
})

describe('assertionOf of the same words in other clothes', () => {
  const before = 'No rash was seen. '
  it.each<[string, (sentence: string) => string, number]>([
    ['in capitals', (sentence) => sentence.toUpperCase(), 0],
    ['in small letters', (sentence) => sentence.toLowerCase(), 0],
    ['over wrapped lines', (sentence) => sentence.replace(/ /g, (_, at: number) => (at % 7 === 3 ? '\n' : ' ')), 0],
    ['as a numbered entry', (sentence) => `1. ${sentence}`, 3],
    ['behind a bullet', (sentence) => `- ${sentence}`, 2],
    ['behind another sentence', (sentence) => before + sentence, before.length],
    ['before another sentence', (sentence) => `${sentence.replace(/[^.;?]$/, '$&.')} Chest x-ray shows a mass.`, 0],
  ])('answers alike %s', (_, dressed, shift) => {
    const differ = [...ASSERTIONS, ...NOTES].filter(([, marked]) => {
      const sentence = marked.replace(/[[\]]/g, '')
      const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 }
      const moved = assertionOf(dressed(sentence), { start: span.start + shift, end: span.end + shift })
      return JSON.stringify(moved) !== JSON.stringify(assertionOf(sentence, span))
    })
    expect(differ).toEqual([])
  })
})

describe('assertionOf of any string and span', () => {
  const at = (sentence: string, words: string): Span => ({
    start: sentence.indexOf(words),
    end: sentence.indexOf(words) + words.length,
  })

  it.each<[string, string, Span]>([
    ['an empty sentence', '', { start: 0, end: 0 }],
    ['an empty span', 'No fever.', { start: 3, end: 3 }],
    ['a span behind the end', 'No fever.', { start: 50, end: 60 }],
    ['a span before the beginning', 'No fever.', { start: -9, end: -4 }],
    ['a span turned round', 'No fever.', { start: 8, end: 3 }],
    ['a span that is no number', 'No fever.', { start: Number.NaN, end: Number.NaN }],
    ['blanks', '   \n\t ', { start: 1, end: 3 }],
    ['marks alone', '?!;.,:()[]+-—', { start: 0, end: 13 }],
  ])('calls %s affirmed', (_, sentence, span) => expect(assertionOf(sentence, span)).toEqual(PLAIN))

  it('takes a span over the end of the sentence for its words', () =>
    expect(assertionOf('No fever', { start: 3, end: 99 }).polarity).toBe('negated'))

  it('finds the first and the last word', () => {
    expect(assertionOf('Fever denied', { start: 0, end: 5 }).polarity).toBe('negated')
    expect(assertionOf('Denies fever', { start: 7, end: 12 }).polarity).toBe('negated')
  })

  it.each(['No “Ménière’s disease” – none.', 'No 発熱 or 😀 fièvre.', 'NO İNFECTION.'])(
    'keeps its offsets in %s',
    (sentence) => expect(assertionOf(sentence, { start: 3, end: sentence.length - 1 }).polarity).toBe('negated'),
  )

  it('leaves the marks of a de-identified note alone', () => {
    const sentence = 'Pt [**Name**] seen on [**2012-3-4**], denies fever, now with [**Hospital**] cough.'
    expect(assertionOf(sentence, at(sentence, 'fever')).polarity).toBe('negated')
    expect(assertionOf(sentence, at(sentence, 'cough'))).toEqual(PLAIN)
  })

  it('reads a whole report: headings reach over sentences, denials do not', () => {
    const report = [
      'PAST MEDICAL HISTORY: Asthma. Gout.',
      'FAMILY HISTORY: Father: stroke; mother: alive.',
      'HOSPITAL COURSE: No fever. Cough persisted.',
    ].join('\n')
    expect(assertionOf(report, at(report, 'Gout')).temporality).toBe('historical')
    expect(assertionOf(report, at(report, 'stroke')).experiencer).toBe('other')
    expect(assertionOf(report, at(report, 'fever')).polarity).toBe('negated')
    expect(assertionOf(report, at(report, 'Cough'))).toEqual(PLAIN)
  })

  it.each(['no fever and chills with a history of ', 'denies ', '(neg) ', 'her mother, who ', 'after ', '- '])(
    'answers in a megabyte of "%s"',
    (words) => {
      const sentence = `${words.repeat(Math.ceil(1e6 / words.length))}pain`
      expect(assertionOf(sentence, { start: sentence.length - 4, end: sentence.length })).toHaveProperty('polarity')
    },
  )
})
