import { describe, expect, it } from 'vitest'
import type { Document } from '../../../corpus/document.ts'
import { documentOfText } from '../../../corpus/read/read-text.ts'
import { demographics } from '../../../extractors/demographics/demographics.ts'
import { extractRecord } from '../../../extractors/extract.ts'
import type { Subject } from '../../../extractors/language/reading.ts'
import { readingOf } from '../../../extractors/language/reading-of.ts'
import { caseLabelsIn } from '../../../extractors/language/subject/case-label.ts'
import { citesIn } from '../../../extractors/language/subject/citation.ts'
import { introductionsIn } from '../../../extractors/language/subject/introduction.ts'
import { ENTRANCES, SUBJECTS, SUBJECTS_BY_LAYOUT } from './subject.cases.ts'

const written = (subject: Subject): string =>
  [subject.who, 'cases' in subject ? subject.cases.join() : '', 'cites' in subject ? subject.cites.join() : '']
    .filter(Boolean)
    .join(' ')

describe('subject of a sentence', () => {
  it.each([...SUBJECTS, ...SUBJECTS_BY_LAYOUT].map((row) => ({ row, name: `${row[0]}: ${row[2]}` })))(
    '$name',
    ({ row }) => {
      const [, text, asked, expected] = row
      const sentence = readingOf(documentOfText(text)).sentences.find((one) => one.text.includes(asked))
      expect(sentence && written(sentence.subject)).toBe(expected)
    },
  )
})

describe('patients enter', () => {
  it.each(ENTRANCES)('%s', (_why, text, expected) => {
    const cases = extractRecord(documentOfText(text), [demographics]).cases
    expect(
      cases.map(({ case: number, age, sex }) => `${number} ${age?.years ?? '-'} ${sex?.value ?? '-'}`).join(', '),
    ).toBe(expected)
  })
})

describe('cases of a paper', () => {
  const casesOf = (text: string) =>
    readingOf(documentOfText(text)).cases.map(({ number, label }) => `${number} ${label}`)

  it('are numbered by its labels', () =>
    expect(casesOf('Lumps\n\nPatient A. A 9-year-old boy.\n\nPatient B. A 46-year-old man.')).toEqual([
      '1 Patient A',
      '2 Patient B',
    ]))
  it('are called the second and the third alone', () =>
    expect(
      casesOf(
        'Lumps in three women\n\nWe report three women.\n\nThe first patient was 66 years old.\n\nThe second, aged 59, had SSc.\n\nThe third (43 years old) had nodules.',
      ).length,
    ).toBe(3))
  it('trap: a single number is no series', () =>
    expect(casesOf('Quiz – Case 29\n\nA 45-year-old woman had lumps.')).toEqual(['1 null']))
  it('trap: a cohort has none', () =>
    expect(
      casesOf(
        'Antibodies and calcinosis\n\nMethods\n\nWe studied 412 patients.\n\nResults\n\nCalcinosis was found in 23% of the patients.',
      ),
    ).toEqual([]))
  it('are several where the paper speaks of several', () =>
    expect(
      casesOf('Two patients with lumps\n\nA 61-year-old woman had a lump.\n\nA 12-year-old boy had two lumps.'),
    ).toEqual(['1 null', '2 null']))
  it('trap: the same woman introduced twice is one', () =>
    expect(
      casesOf(
        'Lumps\n\nAbstract\n\nA 61-year-old woman had a lump.\n\nCase report\n\nA 61-year-old teacher came to us.',
      ),
    ).toEqual(['1 null']))
})

describe('patient tables', () => {
  const cellsOf = (rows: readonly (readonly string[])[], before: string) => {
    const reading = readingOf(withTable(documentOfText(before), rows))
    return reading.sentences
      .filter(({ header }) => header)
      .map(({ subject, header, text }) => `${written(subject)} | ${header?.text} | ${text}`)
  }

  it('a reference column beside results is a range, not a paper', () => {
    const text =
      'Lumps\n\nCase report\n\nA 23-year-old woman had lumps.\n\nTable 1. Immunology\n\nTest\tResult\tReference\nANA\t1:320\t<1:80\nAnti-Jo-1\tNegative\tNegative\nAnti-NXP2\tPositive\tNegative\n'
    const cells = readingOf(documentOfText(text)).sentences.filter(({ header }) => header)
    expect(cells.map((cell) => `${cell.header?.text} ${cell.text} ${written(cell.subject)}`)).toEqual([
      'ANA 1:320 patient 1',
      'Anti-Jo-1 Negative patient 1',
      'Anti-NXP2 Positive patient 1',
    ])
  })
  it('one row for each patient', () =>
    expect(
      cellsOf(
        [
          ['Patient', 'Anti-Scl-70'],
          ['1', '+'],
          ['2', '–'],
        ],
        'Two patients\n\nWe describe two patients.',
      ),
    ).toEqual(['patient 1 | Anti-Scl-70 | +', 'patient 2 | Anti-Scl-70 | –']))
  it('one column for each patient', () =>
    expect(
      cellsOf(
        [
          ['', 'Patient 1', 'Patient 2'],
          ['Age', '59', '33'],
        ],
        'Two patients\n\nWe describe two patients.',
      ),
    ).toEqual(['patient 1 | Age | 59', 'patient 2 | Age | 33']))
  it('one patient’s results; normal ranges are none', () =>
    expect(
      cellsOf(
        [
          ['Test', 'Result', 'Reference range'],
          ['ANA', '1:640', '< 1:80'],
        ],
        'A lump\n\nA 50-year-old woman came.',
      ),
    ).toEqual(['patient 1 | ANA | 1:640']))
  it('this paper’s patient among published ones', () =>
    expect(
      cellsOf(
        [
          ['Author', 'Site'],
          ['Berg 2001', 'hip'],
          ['Lund 2003', 'knee'],
          ['Present case', 'elbow'],
        ],
        'A lump\n\nA 50-year-old woman came.',
      ),
    ).toEqual([
      'literature | Author | Berg 2001',
      'literature | Site | hip',
      'literature | Author | Lund 2003',
      'literature | Site | knee',
      'patient 1 | Author | Present case',
      'patient 1 | Site | elbow',
    ]))
})

/** Appends a grid to a document, as a reader would lay it down: tabs between cells, newlines between rows. */
function withTable(document: Document, rows: readonly (readonly string[])[]): Document {
  const start = document.text.length + 2
  const lines = rows.map((row) => row.join('\t'))
  const text = `${document.text}\n\n${lines.join('\n')}`
  let at = start
  const cells = rows.flatMap((row, index) =>
    row.map((cell, column) => {
      const span = { start: at, end: at + cell.length }
      at += cell.length + 1
      return { row: index, column, rowSpan: 1, columnSpan: 1, header: index === 0, span, boxes: [] }
    }),
  )
  const table = { rows: rows.length, columns: rows[0]!.length, headerRows: 1, headerColumns: 1, cells }
  const block = {
    kind: 'table',
    section: 'body',
    span: { start, end: text.length },
    page: 1,
    boxes: [],
    heading: null,
    table,
  } as const
  return { ...document, text, blocks: [...document.blocks, block] }
}

describe('phrases', () => {
  it.each([
    ['patients 1, 3 and 5–7 had ulcers', ['1', '3', '5', '6', '7']],
    ['Case II: a man', ['2']],
    ['the second patient was older', ['2']],
    ['in this case 5 mg were given', []],
    ['a case of 12 years', []],
    ['Patient numbers rose', []],
    ['LAVAGE: TWO CASES C. Amaral', []],
    ['Report of a Case A 63-year-old woman', []],
    ['UNKNOWN 2: a girl', ['2']],
    ['Infant 3 was well', ['3']],
  ])('labels in "%s"', (text, keys) => expect(caseLabelsIn(text).flatMap((label) => label.keys)).toEqual(keys))

  it.each([
    ['A 45-year-old Caucasian woman', 45, 'female'],
    ['a forty-five year old man', 45, 'male'],
    ['an 18-month-old girl', 1.5, 'female'],
    ['a woman aged 71', 71, 'female'],
    ['45F, with lumps', 45, 'female'],
    ['A 29-year-old primipara', 29, 'female'],
    ['A 75–year–old female', 75, 'female'],
  ])('introduction "%s"', (text, age, sex) => expect(introductionsIn(text)[0]).toMatchObject({ age, sex }))

  it.each(['a 3-year-old lesion', 'a 10-year history of lupus', 'patients aged over'])(
    'trap: no introduction in "%s"',
    (text) => expect(introductionsIn(text)).toEqual([]),
  )

  it.each([
    ['seen before [3, 5-7].', ['3', '5', '6', '7']],
    ['seen before (2–4).', ['2', '3', '4']],
    ['seen before.⁷', ['7']],
    ['a mass of 3 cm', []],
    ['calcium was 2.4 mmol/L (2–3)', []],
    ['normal values (100–300)', []],
  ])('citations in "%s"', (text, cites) => expect(citesIn(text)).toEqual(cites))
})
