/** The scorer: every section's meaning on small made-up cases, where a scorer that is too kind or too harsh fails. */
import { describe, expect, test } from 'vitest'
import type { CaseRecord, EvidenceList, PatientCase } from '../../extractors/case-record.ts'
import { type GoldCase, type GoldReport, parseGold } from '../../extractors/evaluation/gold.ts'
import type { Section } from '../../extractors/evaluation/judgement.ts'
import {
  documentTable,
  errorList,
  reliabilityTable,
  ruleTable,
  scoreTable,
} from '../../extractors/evaluation/print-scores.ts'
import { reliabilityOf, ruleRecords } from '../../extractors/evaluation/reliability.ts'
import { isSameName } from '../../extractors/evaluation/same-name.ts'
import { scoreOf, scoreRecords } from '../../extractors/evaluation/score-records.ts'

const evidence = (confidence: number): EvidenceList => [
  { page: 1, start: 0, end: 1, text: 'x', sentence: 'x', boxes: [], rule: 'test/rule', confidence },
]
const sure = evidence(0.95)

const goldCase: GoldCase = {
  case: 1,
  age: 41,
  sex: 'female',
  diseases: [{ name: 'systemic sclerosis', subtype: 'diffuse cutaneous' }],
  calcinosis_types: [],
  antibodies: [
    { name: 'antinuclear antibody', result: 'positive', titre: '1:320', pattern: null },
    { name: 'anti-Scl-70', result: 'positive', titre: null, pattern: null },
  ],
  deposits: [{ site: 'elbow', laterality: 'right', dims_mm: [32, 21], max_mm: 32, form: null }],
  absent_sites: ['hand'],
  optional_absent_sites: ['knee'],
  treatments: [
    { name: 'diltiazem', for: 'calcinosis', status: 'given', dose: null, response: 'none', also_ok: ['stable'] },
  ],
  outcome: 'stable',
}

const foundCase: PatientCase = {
  case: 1,
  label: null,
  age: { years: 41, text: '41-year-old', evidence: sure },
  sex: { value: 'female', evidence: sure },
  diseases: [
    {
      id: 'MONDO:0005100',
      label: 'systemic sclerosis',
      text: 'SSc',
      subtype: { id: 's', label: 'diffuse cutaneous systemic sclerosis' },
      status: 'present',
      duration_years: null,
      evidence: sure,
    },
  ],
  calcinosisTypes: [],
  antibodies: [
    {
      id: 'a',
      label: 'antinuclear antibody',
      text: 'ANA',
      result: 'positive',
      titre: '1/320',
      value: null,
      unit: null,
      pattern: null,
      evidence: sure,
    },
    {
      id: 'b',
      label: 'anti-topoisomerase I antibody',
      text: 'anti-Scl-70',
      result: 'positive',
      titre: null,
      value: null,
      unit: null,
      pattern: null,
      evidence: sure,
    },
  ],
  deposits: [
    {
      site: { id: 'c', label: 'olecranon', text: 'olecranon' },
      laterality: 'right',
      status: 'present',
      dims_mm: [33],
      max_mm: 33,
      count: null,
      form: null,
      modality: null,
      evidence: sure,
    },
    {
      site: { id: 'd', label: 'hand', text: 'hands' },
      laterality: 'bilateral',
      status: 'absent',
      dims_mm: [],
      max_mm: null,
      count: null,
      form: null,
      modality: null,
      evidence: sure,
    },
  ],
  treatments: [
    {
      id: 'e',
      label: 'diltiazem',
      text: 'diltiazem',
      class: null,
      target: 'calcinosis',
      status: 'stopped',
      dose: null,
      route: null,
      response: 'stable',
      evidence: sure,
    },
  ],
  findings: [],
  labs: [],
  outcome: { value: 'stable', followUpMonths: null, evidence: sure },
}

const goldOf = (...cases: readonly GoldCase[]): GoldReport => ({
  id: 'paper',
  kind: 'case-report',
  cases: [...cases],
  claims: [],
})
const recordOf = (...cases: readonly PatientCase[]): CaseRecord => ({
  schema: 'case-record/1',
  document: 'sha256:0',
  file: 'paper.pdf',
  title: null,
  kind: 'case-report',
  language: 'en',
  doi: null,
  pmid: null,
  year: null,
  journal: null,
  authors: [],
  pages: 1,
  extractor: { name: 'test', version: '0', fingerprint: '0' },
  cases,
  claims: [],
  warnings: [],
})

/** `[right, extra, missed]` of a section. */
function countsOf(section: Section, gold: Partial<GoldCase>, found: Partial<PatientCase>): readonly number[] {
  const scores = scoreRecords([goldOf({ ...goldCase, ...gold })], [recordOf({ ...foundCase, ...found })])
  const score = scores.sections.get(section)
  return [score?.hits ?? -1, score?.extras ?? -1, score?.misses ?? -1]
}

const deposit = foundCase.deposits[0]!
const diltiazem = foundCase.treatments[0]!

describe('scoreRecords', () => {
  test('finds nothing wrong with a right record', () => {
    const scores = scoreRecords([goldOf(goldCase)], [recordOf(foundCase)])
    expect(errorList(scores)).toBe('')
    expect(scores.all).toMatchObject({ f1: 1, precision: 1, recall: 1, extras: 0, misses: 0 })
  })

  test('misses everything where there is no record', () => {
    const scores = scoreRecords([goldOf(goldCase)], [])
    expect(scores.all.hits).toBe(0)
    expect(scores.documents[0]?.absent).toBe(true)
    expect(scores.sections.get('antibody')?.misses).toBe(2)
  })

  test.each<[string, Section, Partial<GoldCase>, Partial<PatientCase>, readonly number[]]>([
    ['a wrong age costs a miss and an extra', 'age', { age: 52 }, {}, [0, 1, 1]],
    ['months make no difference to an age', 'age', { age: 41.5 }, {}, [1, 0, 0]],
    [
      'a denied disease is not a present one',
      'disease',
      {},
      { diseases: [{ ...foundCase.diseases[0]!, status: 'absent' }] },
      [0, 0, 1],
    ],
    [
      'a gold disease that is absent is not wanted',
      'disease',
      { diseases: [{ name: 'gout', subtype: null, assertion: 'absent' }] },
      { diseases: [] },
      [0, 0, 0],
    ],
    [
      'the wrong subtype costs twice',
      'subtype',
      { diseases: [{ name: 'systemic sclerosis', subtype: 'limited' }] },
      {},
      [0, 1, 1],
    ],
    [
      'an opposite result is no hit',
      'antibody',
      {},
      { antibodies: [{ ...foundCase.antibodies[1]!, result: 'negative' }] },
      [0, 1, 2],
    ],
    ['a titre may be written with a slash', 'titre', {}, {}, [1, 0, 0]],
    ['a size within a twentieth is the same', 'size', {}, {}, [1, 0, 0]],
    ['another size is not', 'size', {}, { deposits: [{ ...deposit, max_mm: 50 }] }, [0, 1, 1]],
    [
      'a broader site than the gold is wrong',
      'site',
      { deposits: [{ ...goldCase.deposits[0]!, site: 'olecranon' }] },
      { deposits: [{ ...deposit, site: { id: 'f', label: 'upper limb', text: 'arm' } }] },
      [0, 1, 1],
    ],
    [
      'left and right together are bilateral',
      'site',
      { deposits: [{ ...goldCase.deposits[0]!, laterality: 'bilateral' }] },
      { deposits: [deposit, { ...deposit, laterality: 'left' }] },
      [1, 0, 0],
    ],
    ['an absent site must be wanted', 'absent site', { absent_sites: [], optional_absent_sites: [] }, {}, [0, 1, 0]],
    [
      'an optional absent site costs nothing',
      'absent site',
      { absent_sites: [], optional_absent_sites: ['hand'] },
      {},
      [0, 0, 0],
    ],
    [
      'a considered drug was not received',
      'treatment',
      {},
      { treatments: [{ ...diltiazem, status: 'considered' }] },
      [0, 0, 1],
    ],
    [
      'two courses of one drug are one',
      'treatment',
      {},
      { treatments: [diltiazem, { ...diltiazem, dose: '240 mg' }] },
      [1, 0, 0],
    ],
    ['another accepted response is a hit', 'response', {}, {}, [1, 0, 0]],
    [
      'the opposite response is not',
      'response',
      {},
      { treatments: [{ ...diltiazem, response: 'resolved' }] },
      [0, 1, 1],
    ],
    ['an unknown outcome is none', 'outcome', { outcome: 'unknown' }, { outcome: null }, [0, 0, 0]],
    ['an outcome that was made up is an extra', 'outcome', { outcome: 'unknown' }, {}, [0, 1, 0]],
  ])('%s', (_why, section, gold, found, counts) => {
    expect(countsOf(section, gold, found)).toEqual(counts)
  })

  test('pairs the patients that have most in common, not the first with the first', () => {
    const other: GoldCase = { ...goldCase, case: 1, age: 70, sex: 'male', antibodies: [], deposits: [], treatments: [] }
    const scores = scoreRecords([goldOf(other, { ...goldCase, case: 2 })], [recordOf(foundCase)])
    expect(scores.sections.get('age')).toMatchObject({ hits: 1, misses: 1, extras: 0 })
    expect(scores.sections.get('case')).toMatchObject({ hits: 1, misses: 1 })
  })

  test('counts an invented patient with all his facts', () => {
    const scores = scoreRecords([goldOf()], [recordOf(foundCase)])
    expect(scores.all).toMatchObject({ hits: 0, misses: 0 })
    expect(scores.sections.get('antibody')?.extras).toBe(2)
    const excused = scoreRecords([{ ...goldOf(), optional_cases: 'pictures without a story' }], [recordOf(foundCase)])
    expect(excused.all.extras).toBe(0)
  })
})

describe('isSameName', () => {
  test.each([
    ['anti-Scl-70', 'anti-topoisomerase I antibody', 'antibody', true],
    ['SSc', 'systemic sclerosis', 'disease', true],
    ['elbow', 'olecranon', 'site', true],
    ['olecranon', 'elbow', 'site', false],
    ['lumbar', 'spinous process of L5', 'site', true],
    ['anticentromere', 'anti-Scl-70', 'antibody', false],
    ['systemic sclerosis', 'systemic lupus erythematosus', 'disease', false],
  ] as const)('%s and %s (%s): %s', (gold, label, family, same) => {
    expect(isSameName(gold, { label }, family)).toBe(same)
  })
})

describe('reports', () => {
  const wrong = { ...foundCase, sex: { value: 'male' as const, evidence: evidence(0.35) } }
  const scores = scoreRecords([goldOf(goldCase)], [recordOf(wrong)])

  test('list every error with its document and section', () => {
    expect(errorList(scores).split('\n')).toEqual(['paper\tsex\tmissed\tfemale', 'paper\tsex\textra\tmale'])
    expect(scoreTable(scores)).toMatch(/^sex +P 0\.000 {2}R 0\.000 {2}F1 0\.000 {2}\(right 0, extra 1, missed 1\)$/m)
    expect(documentTable(scores, scoreOf)).toContain('paper')
  })

  test('say how far the confidences can be believed', () => {
    const bins = reliabilityOf(scores)
    expect(bins.map((bin) => [bin.from, bin.facts, bin.correct])).toEqual([
      [0.3, 1, 0],
      [0.9, 8, 1],
    ])
    expect(ruleRecords(scores)).toEqual([{ rule: 'test/rule', facts: 9, right: 8 }])
    expect(ruleTable(ruleRecords(scores))).toMatch(/^test\/rule +facts +9 {2}right 0\.89$/)
    expect(reliabilityTable(bins)).toMatch(/0\.9-1\.0 {2}facts +8 {2}said 0\.95 {2}right 1\.00/)
  })
})

test('a gold file with a slip is refused by name and field', () => {
  const slip = JSON.stringify({ ...goldOf(goldCase), cases: [{ ...goldCase, outcome: 'better' }] })
  expect(() => parseGold('paper.gold.json', slip)).toThrow(/paper\.gold\.json[\s\S]*outcome/)
})

test('a paper without facts, from which none were taken, is not the worst of the list', () => {
  const scores = scoreRecords([goldOf()], [recordOf()])
  expect(documentTable(scores, scoreOf)).toMatch(/^paper +nothing to find, nothing found$/)
})
