import { describe, expect, test } from 'vitest'
import { factsOf } from '../../graph/facts-of-record.ts'
import { caseId } from '../../graph/key.ts'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import type { CaseProfile } from '../../graph/same-patient/case-profile.ts'
import { refreshSameLinks, withDecisions } from '../../graph/same-patient/decide.ts'
import { proposalsAmong } from '../../graph/same-patient/propose.ts'
import { patientOfCase } from '../../graph/same-patient/same-link.ts'
import { antibody, deposit, disease, record } from './records.ts'

const profile = (id: string, rest: Partial<CaseProfile>): CaseProfile => ({
  id,
  paper: id.split('#')[0]!,
  title: null,
  year: 2010,
  authors: [],
  age: 34,
  sex: 'female',
  diseases: ['systemic sclerosis'],
  results: new Map(),
  rareFacts: [],
  ...rest,
})
const ONE = profile('p1#1', { authors: ['Anna Lindqvist', 'B. Moreau'], rareFacts: ['thigh 120 mm'] })

describe('proposals', () => {
  test.each<[why: string, other: CaseProfile, isProposed: boolean]>([
    [
      'a duplicate publication',
      profile('p2#1', { authors: ['Moreau B', 'Lindqvist A.'], rareFacts: ['thigh 120 mm'] }),
      true,
    ],
    [
      'a follow-up six years later',
      profile('p2#1', { year: 2016, age: 40, authors: ['A. Lindqvist', 'C. Other'], rareFacts: ['thigh 120 mm'] }),
      true,
    ],
    ['another sex', profile('p2#1', { sex: 'male', authors: ONE.authors, rareFacts: ONE.rareFacts }), false],
    [
      'an age that does not fit the years',
      profile('p2#1', { year: 2016, age: 52, authors: ONE.authors, rareFacts: ONE.rareFacts }),
      false,
    ],
    ['only age and sex', profile('p2#1', {}), false],
    ['a second patient of the same paper', profile('p1#2', { authors: ONE.authors, rareFacts: ONE.rareFacts }), false],
    [
      'opposite results',
      profile('p2#1', { authors: ['A. Lindqvist'], results: new Map([['ACA', 'negative']]) }),
      false,
    ],
  ])('%s', (_, other, isProposed) => {
    const one = other.results.size > 0 ? { ...ONE, results: new Map([['ACA', 'positive']]) } : ONE
    expect(proposalsAmong([one, other]).length > 0).toBe(isProposed)
  })

  test('say why', () => {
    const [link] = proposalsAmong([ONE, profile('p2#1', { authors: ['A. Lindqvist'], rareFacts: ['thigh 120 mm'] })])
    expect(link!.reasons).toEqual([
      'same age (34)',
      'same sex (female)',
      'same rare fact (thigh 120 mm)',
      'same disease (systemic sclerosis)',
      'shared authors (Anna Lindqvist)',
    ])
    expect(link!.score).toBeGreaterThan(0.5)
  })
})

test('decisions stand over proposals, and without them', () => {
  const proposed = [{ cases: ['a#1', 'b#1'] as const, status: 'proposed' as const, score: 0.7, reasons: ['x'] }]
  expect(withDecisions(proposed, [{ cases: ['b#1', 'a#1'], verdict: 'rejected' }])).toMatchObject([
    { status: 'rejected', score: 0.7 },
  ])
  expect(withDecisions([], [{ cases: ['c#1', 'a#1'], verdict: 'accepted' }])).toMatchObject([
    { cases: ['a#1', 'c#1'], status: 'accepted', score: null },
  ])
  expect(() => withDecisions([], [{ cases: ['a#1', 'a#1'], verdict: 'accepted' }])).toThrow(
    expect.objectContaining({ code: 'bad-question' }),
  )
})

test('accepted links join whole groups under the smallest case', () => {
  const accepted = (a: string, b: string) => ({
    cases: [a, b] as const,
    status: 'accepted' as const,
    score: null,
    reasons: [],
  })
  expect(
    [...patientOfCase([accepted('b', 'c'), accepted('d', 'e'), accepted('c', 'd'), accepted('a', 'e')])].sort(),
  ).toEqual(['a', 'b', 'c', 'd', 'e'].map((id) => [id, 'a']))
})

test('a decision survives that its papers are extracted anew', async () => {
  const store = await openGraphStore({ folder: null })
  const facts = {
    diseases: [disease('ssc')],
    antibodies: [antibody('aca', 'positive', { titre: '1:640' })],
    deposits: [deposit('thigh', 120)],
  }
  const [first, later] = [
    record('First report', [facts]),
    record('Five years on', [{ ...facts, age: { ...record('x', [{}]).cases[0]!.age!, years: 49 } }], { year: 2024 }),
  ]
  for (const one of [first, later]) await store.replacePaper(factsOf(one))
  const [proposal] = await refreshSameLinks(store, [])
  expect(proposal!.cases).toEqual([caseId(first.document, 1), caseId(later.document, 1)].sort())
  const decisions = [{ cases: proposal!.cases, verdict: 'accepted' as const }]
  await store.replacePaper(factsOf(later))
  await refreshSameLinks(store, decisions)
  expect(await store.read('MATCH (c:Case) RETURN count(DISTINCT c.patient) AS patients')).toEqual([{ patients: 1 }])
  await store.close()
})
