/** The way from findings to the record: order, failures, the quote gate, merging, contradictions, languages. */
import { describe, expect, it } from 'vitest'
import type { Document, Span } from '../../corpus/document.ts'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { extractRecord } from '../../extractors/extract.ts'
import type { AnyFinding, Extractor } from '../../extractors/extractor.ts'
import { fingerprintOf } from '../../extractors/fingerprint.ts'
import { EXTRACTORS } from '../../extractors/index.ts'
import { inOrderOfNeeds } from '../../extractors/run-extractors.ts'

const TEXT =
  'A lump\n\nA 50-year-old woman had a lump of the left hip. The lump of the hip measured 5 cm. ANA was positive.'
const document = documentOfText(TEXT)

const placeOf = (words: string, { text }: Document = document): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text of the test`)
  return { start, end: start + words.length }
}

const extractor = (id: string, findings: readonly AnyFinding[], needs: readonly string[] = []): Extractor => ({
  id,
  version: 1,
  produces: ['disease'],
  needs,
  extract: () => findings,
})

const sex = (value: 'female' | 'male', span: Span, holds: readonly Span[] = [span]): AnyFinding => ({
  kind: 'sex',
  case: 1,
  value: { value },
  grounds: [{ span, holds, rule: 'sex/test' }],
})

const hip = (laterality: 'left' | 'right' | null, maxMm: number | null, span: Span): AnyFinding => ({
  kind: 'deposit',
  case: 1,
  value: {
    site: { id: 'UBERON:1', label: 'hip', text: 'hip' },
    laterality,
    status: 'present',
    dims_mm: maxMm === null ? [] : [maxMm],
    max_mm: maxMm,
    count: null,
    form: null,
    modality: null,
  },
  grounds: [{ span, holds: [span], rule: 'deposit/test' }],
})

const antibody = (result: 'positive' | 'negative', span: Span): AnyFinding => ({
  kind: 'antibody',
  case: 1,
  value: {
    id: 'X:1',
    label: 'antinuclear antibody',
    text: 'ANA',
    result,
    titre: null,
    value: null,
    unit: null,
    pattern: null,
  },
  grounds: [{ span, holds: [span], rule: 'antibody/test' }],
})

describe('running extractors', () => {
  it('goes by needs, whatever the order of the list', () => {
    const list = [extractor('c', [], ['b']), extractor('b', [], ['a']), extractor('a', [])]
    expect(inOrderOfNeeds(list).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  it('refuses circles and strangers', () => {
    expect(() => inOrderOfNeeds([extractor('a', [], ['b']), extractor('b', [], ['a'])])).toThrow(/need each other/)
    expect(() => inOrderOfNeeds([extractor('a', [], ['x'])])).toThrow(/does not list/)
  })
  it('passes on only what was asked for', () => {
    const seen: number[] = []
    const asking: Extractor = {
      ...extractor('asking', [], ['one']),
      extract: (_, prior) => {
        seen.push(prior.length)
        return []
      },
    }
    extractRecord(document, [
      extractor('one', [sex('female', placeOf('woman'))]),
      extractor('two', [hip('left', null, placeOf('hip'))]),
      asking,
    ])
    expect(seen).toEqual([1])
  })
  it('loses only the findings of an extractor that throws, and says so', () => {
    const broken: Extractor = {
      ...extractor('broken', []),
      extract: () => {
        throw new Error('a bug')
      },
    }
    const record = extractRecord(document, [broken, extractor('sex', [sex('female', placeOf('woman'))])])
    expect(record.cases[0]?.sex?.value).toBe('female')
    expect(record.warnings).toContainEqual({
      code: 'extractor-failed',
      page: null,
      message: 'The broken extractor failed on this paper (a bug); its facts are missing, the others are complete.',
    })
  })
  it('every listed extractor is found by its needs', () =>
    expect(inOrderOfNeeds(EXTRACTORS)).toHaveLength(EXTRACTORS.length))
})

describe('the quote gate', () => {
  const gated = (finding: AnyFinding) => {
    const record = extractRecord(document, [extractor('one', [finding])])
    return [record.cases[0]?.sex ?? null, record.warnings.map(({ code }) => code)]
  }
  it('passes a quote that holds what it should', () => expect(gated(sex('female', placeOf('woman')))[0]).not.toBeNull())
  it('drops a quote outside of the text', () =>
    expect(gated(sex('female', { start: 5, end: TEXT.length + 9 }))).toEqual([null, ['dropped-quote-outside-text']]))
  it('drops a quote without words', () =>
    expect(gated(sex('female', { start: 6, end: 8 }))).toEqual([null, ['dropped-quote-empty']]))
  it('drops a quote that lacks the words which license it', () =>
    expect(gated(sex('female', placeOf('woman'), [placeOf('lump')]))).toEqual([null, ['dropped-part-outside-quote']]))
  it('drops a fact of a case that the paper does not have', () =>
    expect(gated({ ...sex('female', placeOf('woman')), case: 7 })).toEqual([null, ['dropped-no-such-case']]))
})

describe('merging', () => {
  const depositsOf = (...findings: readonly AnyFinding[]) =>
    extractRecord(document, [extractor('one', findings)]).cases[0]!.deposits

  it('one fact, two evidences, the largest size; a side said once counts for both', () => {
    const rows = depositsOf(hip('left', null, placeOf('left hip')), hip(null, 50, placeOf('hip measured 5 cm')))
    expect(rows).toMatchObject([{ laterality: 'left', max_mm: 50 }])
    expect(rows[0]!.evidence.map(({ text }) => text)).toEqual(['left hip', 'hip measured 5 cm'])
  })
  it('two sides stay two rows', () =>
    expect(
      depositsOf(hip('left', null, placeOf('left hip')), hip('right', null, placeOf('hip measured'))),
    ).toHaveLength(2))
  it('a quote is always the slice of the stored text, and names its sentence', () => {
    const [{ text, start, end, sentence }] = depositsOf(hip('left', null, placeOf('left hip')))[0]!.evidence
    expect(text).toBe(document.text.slice(start, end))
    expect(sentence).toContain(text)
  })
  it('a contradiction keeps what more places say and warns with both quotes', () => {
    const findings = [
      antibody('positive', placeOf('ANA was positive')),
      antibody('positive', placeOf('positive')),
      antibody('negative', placeOf('ANA')),
    ]
    const record = extractRecord(document, [extractor('one', findings)])
    expect(record.cases[0]!.antibodies.map(({ result }) => result)).toEqual(['positive'])
    expect(record.warnings.map(({ message }) => message).join()).toMatch(
      /positive in "ANA was positive" but negative in "ANA"/,
    )
  })
})

describe('the record', () => {
  it('of a paper in another language has a warning and no facts', () => {
    const german = documentOfText(
      'Verkalkungen der Haut\n\nWir berichten über eine 45-jährige Patientin mit systemischer Sklerose und ausgedehnten Verkalkungen der Hände. Die Antikörper gegen Scl-70 waren positiv. Die Behandlung mit Diltiazem war ohne Erfolg, und die Knoten wurden operativ entfernt.',
    )
    const record = extractRecord(german)
    expect(record.cases).toEqual([])
    expect(record.warnings.map(({ code }) => code)).toContain('language-not-extracted')
  })
  it('warns where the paper announces more patients than were found', () => {
    const record = extractRecord(
      documentOfText(
        'Lumps in four patients\n\nPatient 1. A 40-year-old man had lumps.\n\nPatient 2. A 50-year-old man had none.',
      ),
    )
    expect(record.cases).toHaveLength(2)
    expect(record.warnings.map(({ code }) => code)).toContain('case-count')
  })
  it('is the same, byte for byte, each time', () => {
    const [first, second] = [extractRecord(documentOfText(TEXT)), extractRecord(documentOfText(TEXT))]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  })
  it('has another fingerprint when a rule changes', () => {
    const [one] = EXTRACTORS
    expect(fingerprintOf(document, [{ ...one!, version: one!.version + 1 }])).not.toBe(fingerprintOf(document, [one!]))
  })
})
