import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../../corpus/read/read-text.ts'
import { isA, loadTerms, parseTerms, TERM_FAMILIES, termOf } from '../../../extractors/language/load-terms.ts'
import { readingOf } from '../../../extractors/language/reading-of.ts'
import { buildTrie, findForms } from '../../../extractors/language/term-trie.ts'

const HEADER = 'key\tlabel\tkind\tid\tsynonyms\tparents\tneeds'
const terms = parseTerms(
  'disease',
  [
    HEADER,
    'scl70\tanti-Scl-70\tab\tX:1\tScl-70|anti-topoisomerase I|ATA\t\t',
    'raynaud\tRaynaud phenomenon\tsign\tX:2\tRaynaud’s phenomenon\t\t',
    'esoph\tesophageal dysmotility\tsign\tX:3\t\t\t',
    'ssc\tsystemic sclerosis\tctd\tX:4\tSSc\t\t',
    'lcssc\tlimited systemic sclerosis\tctd\tX:5\tlcSSc\tssc\t',
    'ifn\tinterferon alpha\tdrug\tX:6\tIFN-α\t\t',
    'ca\tcalcium\tlab\tX:7\tCa\t\t',
    'diag\tmyiasis\tctd\tX:8\tbiopsy\t\t',
  ].join('\n'),
  'test.tsv',
)
const trie = buildTrie(terms)
const found = (text: string): readonly string[] =>
  findForms(trie, text).map(({ start, end, form }) => `${text.slice(start, end)}=${form.term.key}`)

describe('matching terms', () => {
  it.each([
    ['case, hyphen and space variants', 'anti-SCL 70', 'anti-SCL 70=scl70'],
    ['no separators at all', 'AntiScl70 was', 'AntiScl70=scl70'],
    ['unusual dashes', 'anti‑Scl–70', 'anti‑Scl–70=scl70'],
    ['a letter O read for zero', 'anti-Scl-7O', 'anti-Scl-7O=scl70'],
    ['a one read for l', 'anti-Sc1-70', 'anti-Sc1-70=scl70'],
    ['a line end inside the word', 'anti-topo-\nisomerase I', 'anti-topo-\nisomerase I=scl70'],
    ['apostrophes', "Raynaud's phenomenon", "Raynaud's phenomenon=raynaud"],
    ['without the possessive', 'Raynaud phenomenon', 'Raynaud phenomenon=raynaud'],
    ['British spelling', 'oesophageal dysmotility', 'oesophageal dysmotility=esoph'],
    ['Greek letters', 'interferon-α', 'interferon-α=ifn'],
    ['a citation digit at the end', 'systemic sclerosis1,2 is', 'systemic sclerosis=ssc'],
    ['plural in -es', 'myiases', 'myiases=diag'],
    ['plural in -ies', 'two biopsies', 'biopsies=diag'],
  ])('%s', (_why, text, expected) => expect(found(text)).toContain(expected))

  it.each([
    ['an abbreviation in small letters is a word', 'a data set of ata'],
    ['a chemical symbol as written only', 'about ca. 5 and CA 125'],
    ['no match inside a word', 'antiscl701x polysystemic sclerosisis'],
    ['no match over a space inside a word', 'system ic sclerosis'],
  ])('trap: %s', (_why, text) => expect(found(text)).toEqual([]))

  it('gives exact offsets behind folded characters', () => {
    const text = 'Œsophageal – œsophageal dysmotility'
    const [match] = findForms(trie, text)
    expect(text.slice(match!.start, match!.end)).toBe('œsophageal dysmotility')
  })
})

describe('terms files', () => {
  it.each(TERM_FAMILIES)('%s: keys, parents and guards hold', (family) => {
    const all = loadTerms(family)
    expect(all.length).toBeGreaterThan(0)
    for (const term of all) for (const form of term.needs.keys()) expect([term.label, ...term.synonyms]).toContain(form)
  })

  it('knows what lies below what', () => {
    const limited = loadTerms('disease').find(({ label }) => label === 'limited cutaneous systemic sclerosis')!
    const systemic = loadTerms('disease').find(({ label }) => label === 'systemic sclerosis')!
    expect(isA(limited, systemic.key)).toBe(true)
    expect(isA(systemic, limited.key)).toBe(false)
  })

  it('says what is wrong with a file', () => {
    expect(() => parseTerms('site', 'key\tlabel\nx\ty', 'sites.tsv')).toThrow(/sites.tsv: the header lacks kind/)
    expect(() => parseTerms('site', `${HEADER}\na\tA\t\t\t\tb\t`, 'sites.tsv')).toThrow(/names the parent "b"/)
    expect(() => parseTerms('site', `${HEADER}\na\tA\t\t\t\t\t\na\tB\t\t\t\t\t`, 'sites.tsv')).toThrow(/stands twice/)
    expect(() => termOf('site', 'no-such-site')).toThrow(/no-such-site/)
  })
})

describe('abbreviations of a paper', () => {
  const diseases = (text: string) =>
    readingOf(documentOfText(text))
      .mentions('disease')
      .map((mention) => `${mention.text}=${mention.term.label}`)

  it('hold from their definition on', () => {
    const text = 'A woman had systemic sclerosis (SS) for years. Her SS was limited.'
    expect(diseases(text)).toEqual([
      'systemic sclerosis=systemic sclerosis',
      'SS=systemic sclerosis',
      'SS=systemic sclerosis',
    ])
  })

  it('take a short form away from its usual meaning', () => {
    const text = 'The right atrium (RA) was wide. RA pressure was normal.'
    expect(diseases(text)).toEqual([])
  })

  it('leave a short form alone that only follows in brackets', () => {
    const text = 'Remarkably, she was ill (SLE) and SLE was treated.'
    expect(diseases(text)).toEqual(['SLE=systemic lupus erythematosus', 'SLE=systemic lupus erythematosus'])
  })
})
