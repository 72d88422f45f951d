import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerCard } from '../../../graph/associate/answer-card.ts'
import { associate } from '../../../graph/associate/associate.ts'
import { renderCard } from '../../../graph/associate/render-card.ts'
import { factsOf } from '../../../graph/facts-of-record.ts'
import type { GraphStore } from '../../../graph/graph-store.ts'
import { openGraphStore } from '../../../graph/open-graph-store.ts'
import { antibody, deposit, record } from '../records.ts'
import { SMALL_CORPUS } from './small-corpus.ts'

let store: GraphStore
let card: AnswerCard
beforeAll(async () => {
  store = await openGraphStore({ folder: null })
  await store.replacePapers(SMALL_CORPUS.map(factsOf))
  card = await associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { strata: 'subtype', members: 1 })
})
afterAll(() => store.close())

test('the card shows table, counts, estimates, strata, quotes and warnings', () => {
  const text = renderCard(card, 'card')
  for (const part of [
    /antibody = anti-Scl-70\s+2\s+1\s+67%/,
    /without\s+1\s+3\s+25%/,
    'Both are known of 7 of 15 patients',
    'known of 8 (4 yes, 4 no), open in 1, not mentioned in 6',
    /Odds ratio 4\.\d+ \(95% 0\.\d+ to \d+\)/,
    "Fisher's exact p 0.49",
    'By subtype',
    '"scl70 was positive" (p. 1)',
    'and 1 more',
    'Too few patients to say anything',
  ])
    expect(text).toMatch(part)
})

test('Markdown has tables that Markdown understands', () => {
  const lines = renderCard(card, 'md').split('\n')
  const head = lines.indexOf('| patients | deposit.max_mm >= 50 | without | share |')
  expect(lines.slice(head, head + 3)).toEqual([
    '| patients | deposit.max_mm >= 50 | without | share |',
    '| --- | --- | --- | --- |',
    '| antibody = anti-Scl-70 | 2 | 1 | 67% |',
  ])
})

test('CSV has a row per listed patient', () => {
  const rows: Record<string, string>[] = parse(renderCard(card, 'csv'), { columns: true })
  expect(rows.map(({ cell, exposed, with_outcome: outcome }) => [cell, exposed, outcome])).toEqual([
    ['a', 'true', 'true'],
    ['b', 'true', 'false'],
    ['c', 'false', 'true'],
    ['d', 'false', 'false'],
  ])
})

test('JSON writes what is infinite as text', async () => {
  const one = await openGraphStore({ folder: null })
  const patients = (result: 'positive' | 'negative', maxMm: number) => ({
    antibodies: [antibody('scl70', result)],
    deposits: [deposit('hand', maxMm)],
  })
  await one.replacePaper(
    factsOf(record('Clear cut', [patients('positive', 90), patients('positive', 80), patients('negative', 5)])),
  )
  const answer = JSON.parse(renderCard(await associate(one, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50'), 'json'))
  expect(answer.table).toEqual({ a: 2, b: 0, c: 0, d: 1 })
  expect(answer.oddsRatio).toMatchObject({
    conditional: 'Infinity',
    sample: 'Infinity',
    interval: { high: 'Infinity' },
  })
  await one.close()
})

test('an empty graph compares nothing and says so', async () => {
  const empty = await openGraphStore({ folder: null })
  const answer = await associate(empty, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { strata: 'sex' })
  expect(answer).toMatchObject({
    patients: 0,
    table: { a: 0, b: 0, c: 0, d: 0 },
    oddsRatio: { conditional: null, interval: null },
  })
  expect(renderCard(answer, 'card')).toContain('Nothing can be compared')
  await empty.close()
})

test('a published cohort stands beside the answer and is not claimed to agree', async () => {
  const answer = await associate(store, 'antibody = ACA', 'deposit.max_mm >= 50')
  expect(answer.cohorts).toMatchObject([{ oddsRatio: 1.68, verdict: 'cannot tell' }])
  expect(renderCard(answer, 'card')).toContain('doi:10.1093/rheumatology/kew313')
})
