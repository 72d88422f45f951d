import { expect, it } from 'vitest'
import type { Document } from '../../corpus/document.ts'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { identifiersOf, isSamePublication } from '../../pipeline/publication.ts'

function titled(title: string | null, doi: string | null = null, pmid: string | null = null): Document {
  const document = documentOfText('Text.', 'a.txt')
  const sourced = (value: string | null) => (value === null ? null : { value, from: 'text' as const })
  const metadata = { ...document.metadata, title: sourced(title), doi: sourced(doi), pmid: sourced(pmid) }
  return { ...document, metadata }
}

it.each<[string, string | null, string | null, boolean]>([
  ['the same title', 'Calcinosis of the hand', 'Calcinosis of the hand', true],
  ['another dash, case and line break', 'Calcinosis – a\nreport', 'CALCINOSIS - A REPORT', true],
  ['a title that was cut off', 'Massive calcinosis of the thigh in sclerosis', 'Massive calcinosis of the thigh', true],
  ['a short beginning says nothing', 'Calcinosis', 'Calcinosis of the thigh and hip', false],
  ['an erratum under the same DOI', 'Erratum: calcinosis of the hand', 'Calcinosis of the hand', false],
  ['no title', null, 'Calcinosis of the hand', false],
])('%s', (_, one, other, expected) => {
  expect(isSamePublication(titled(one), titled(other))).toBe(expected)
})

it('spells identifiers one way', () => {
  expect(identifiersOf(titled(null, ' 10.1000/ABC ', '123'))).toEqual(['doi:10.1000/abc', 'pmid:123'])
  expect(identifiersOf(titled(null))).toEqual([])
})
