/** The pure parts of the browser side: what plots, maps and files are made of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../corpus/package-root.ts'
import type { AnswerCard, GraphPicture, SiteCount } from '../../pipeline/server/schemas/graph.ts'
import { mindMap } from '../../web/explore/mind-map.ts'
import { countRegions } from '../../web/explore/regions.ts'
import { csvLine } from '../../web/frame/csv.ts'
import { pValue, ratio } from '../../web/frame/words.ts'
import { answerCsv } from '../../web/question/answer-csv.ts'
import { answerMarkdown } from '../../web/question/answer-markdown.ts'
import { axisOf, estimateText, forestRows, placeOn, strataWithoutEstimate } from '../../web/question/forest-rows.ts'
import { predicateWords } from '../../web/question/predicate-words.ts'

const member = (patient: string, quote: string): AnswerCard['cells']['a'][number] => ({
  patient,
  paper: `sha256:${'1'.repeat(64)}`,
  title: 'A *starred* title | with a bar',
  year: 2001,
  name: 'Patient 1, woman',
  exposure: [{ page: 2, text: quote }],
  outcome: [],
})

const card: AnswerCard = {
  exposure: { text: 'antibody = anti-Scl-70', yes: 3, no: 4, unclear: 1, notMentioned: 2 },
  outcome: { text: 'deposit.max_mm >= 50', yes: 4, no: 3, unclear: 0, notMentioned: 3 },
  patients: 10,
  table: { a: 3, b: 0, c: 1, d: 3 },
  cells: { a: [member('p1', '=HYPERLINK("x")')], b: [], c: [], d: [] },
  oddsRatio: { value: null, low: 0.6, high: null },
  fisherP: 0.1428,
  midP: 0.0004,
  riskDifference: null,
  strata: {
    by: 'sex',
    notStated: 0,
    strata: [
      { name: 'female', table: { a: 2, b: 0, c: 1, d: 2 }, oddsRatio: { value: null, low: 0.1, high: null } },
      { name: 'male', table: { a: 1, b: 0, c: 0, d: 1 }, oddsRatio: { value: null, low: null, high: null } },
    ],
    pooled: { value: 2, low: 0.001, high: 4000 },
  },
  warnings: [],
  published: [],
}

describe('forest plot', () => {
  it('has a row for all, for each stratum that compares, and for the pooled estimate', () => {
    expect(forestRows(card).map(({ name, kind, patients }) => [name, kind, patients])).toEqual([
      ['These patients', 'all', 7],
      ['female', 'stratum', 5],
      ['Pooled over strata', 'pooled', null],
    ])
  })

  it('names the strata that have no row', () => {
    expect(strataWithoutEstimate(card)).toBe('male (2)')
  })

  it('spans what is finite, in powers of ten, and puts what is beyond at its ends', () => {
    const axis = axisOf(forestRows(card))
    expect(axis).toMatchObject({ low: 0.001, high: 10_000 })
    expect(axis.ticks).toHaveLength(8)
    expect(placeOn(axis, 0.001, 0)).toBe(0)
    expect(placeOn(axis, 1e9, 0)).toBe(1)
    expect(placeOn(axis, null, 1)).toBe(1)
    expect(axisOf([])).toMatchObject({ low: 0.1, high: 10 })
  })

  it('tells an estimate without bound from none', () => {
    expect(estimateText(card.oddsRatio)).toBe('∞ (0.6 to ∞)')
    expect(estimateText({ value: null, low: null, high: null })).toBe('cannot be estimated')
    expect(estimateText({ value: 0, low: null, high: null })).toBe('0, without an interval')
    expect(estimateText({ value: 2.345, low: 0, high: 18.04 })).toBe('2.35 (0 to 18)')
  })
})

describe('words', () => {
  it('gives p values and ratios as many digits as they can carry', () => {
    expect([pValue(0.00001), pValue(0.0456), ratio(0.004), ratio(-0.004), ratio(1234.5)]).toEqual([
      '< 0.001',
      '0.046',
      '< 0.01',
      '> −0.01',
      '1,235',
    ])
  })

  it.each([
    ['antibody = anti-Scl-70', 'anti-Scl-70'],
    ['deposit.max_mm >= 50', 'a deposit of 50 mm or more'],
    ['site in spine', 'a deposit at: spine'],
    ['treatment = diltiazem & response = improved', 'treatment = diltiazem & response = improved'],
    ['not (outcome in (worse, died))', 'not (outcome in (worse, died))'],
  ])('says %s as %s', (predicate, words) => {
    expect(predicateWords(predicate)).toBe(words)
  })
})

describe('files', () => {
  it('keeps formulas from running in a spreadsheet, and numbers as numbers', () => {
    expect(csvLine(['=1+1', '-5', -5, '@x', 'a"b,c', null])).toBe(`'=1+1,-5,-5,'@x,"a""b,c",`)
    expect(answerCsv(card).split('\r\n')[1]).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('keeps marks in titles and quotes from becoming markup', () => {
    const text = answerMarkdown(card, 'http://127.0.0.1/question')
    expect(text).toContain('A \\*starred\\* title \\| with a bar')
    expect(text).toContain('- antibody = anti-Scl-70: yes 3, no 4, unclear 1, not mentioned 2')
  })
})

const site = (key: string, parents: string[], caseIds: string[], maxMm: number | null = null): SiteCount => ({
  key,
  label: key,
  parents,
  caseIds,
  cases: caseIds.length,
  deposits: caseIds.length,
  absent: 0,
  maxMm,
  sides: { left: 1, right: 0, bilateral: 0, unsided: 0 },
})

describe('body map', () => {
  it('counts a patient once in a region, whatever sites they have there', () => {
    const { regions, elsewhere } = countRegions([
      site('hand', [], []),
      site('finger', ['hand'], ['one', 'two'], 5),
      site('thumb', ['finger'], ['two'], 12),
      site('muscle', [], ['three']),
    ])
    expect(regions).toMatchObject([{ region: 'hand', cases: 2, deposits: 3, maxMm: 12 }])
    expect(elsewhere.map(({ key }) => key)).toEqual(['muscle'])
  })

  it('does not run in circles where a hierarchy does', () => {
    expect(countRegions([site('a', ['b'], ['x']), site('b', ['a'], [])]).elsewhere).toHaveLength(1)
  })
})

describe('patient graph', () => {
  const kinds = ['deposit', 'deposit', 'antibody', 'lab', 'lab', 'lab', 'paper', 'finding', 'treatment']
  const picture: GraphPicture = {
    nodes: [
      { id: 'case', kind: 'case', label: 'Patient', details: [] },
      ...kinds.map((kind, index) => ({ id: `n${index}`, kind, label: `${kind} ${index}`, details: [] })),
    ],
    edges: [],
  }

  it('gives every fact a line of its own', () => {
    const { nodes } = mindMap(picture)
    const facts = nodes.filter(({ role }) => role === 'fact')
    expect(facts).toHaveLength(kinds.length)
    for (const side of ['left', 'right']) {
      const lines = facts
        .filter((node) => node.side === side)
        .map(({ y }) => y)
        .sort((one, other) => one - other)
      for (const [index, y] of lines.slice(1).entries()) expect(y - lines[index]!).toBeGreaterThanOrEqual(34)
    }
  })

  it('fits its height', () => {
    const { nodes, height } = mindMap(picture)
    for (const { y } of nodes) expect(Math.abs(y)).toBeLessThan(height / 2)
  })
})

describe('fence', () => {
  it('the browser side takes nothing but types from the rest of the program', () => {
    const files = globSync('web/**/*.{ts,tsx}', { cwd: PACKAGE_ROOT })
    expect(files.length).toBeGreaterThan(50)
    const reaching = files.flatMap((file) => {
      const code = readFileSync(join(PACKAGE_ROOT, file), 'utf8')
      const lines =
        code.match(/^(?:import|export)\b[^;]*?from '[^']*(?:corpus|extractors|graph|pipeline)\/[^']*'/gm) ?? []
      return lines.filter((line) => !/^(?:import|export) type\b/.test(line)).map((line) => `${file}: ${line}`)
    })
    expect(reaching).toEqual([])
  })
})
