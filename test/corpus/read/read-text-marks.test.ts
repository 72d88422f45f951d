import { describe, expect, test } from 'vitest'
import type { Document } from '../../../corpus/document.ts'
import { documentOfText } from '../../../corpus/read/read-text.ts'

const shape = ({ blocks, text }: Document) =>
  blocks.map(({ kind, section, span }) => [kind, section, text.slice(span.start, span.end)])
const textsOf = (document: Document, kind: string) =>
  shape(document).flatMap(([own, , text]) => (own === kind ? [text] : []))

const CONVERTED = `CASE REPORT

DOI: 10.0000/hands.2011.7

# Chalk in the elbow of a cooper

Ada Moss, Sven Lind

Department of Medicine, Hospital of Vestby, Denmark

**Case presentation**
A 52-year-old cooper had a mass of the *left* elbow. White cells were $5.9 \\times 10^9/L$ and [Figure 1](#f1) shows the film.^{2,3} He was given cyclo-

![](picture-1.png)

**Figure 1.** Radiograph of the left elbow.

phosphamide for a year.

Correspondence: Ada Moss

Department of Medicine, Hospital of Vestby, Denmark

E-mail: moss@example.org

Received: 2 May 2011

Calcium was normal.

## References

1. Brook T. Elbows. J Hands 2001;1:1-2.

Corresponding author:

Ada Moss, Hospital of Vestby, Denmark

**Diagnosis:** Calcinosis of the elbow in dermatomyositis
`

describe('text with the marks of a converter', () => {
  const document = documentOfText(CONVERTED)

  test('marks go, words stay, and an address in mid-case does not end the case', () => {
    expect(shape(document)).toEqual([
      ['running-head', 'furniture', 'CASE REPORT'],
      ['running-head', 'furniture', 'DOI: 10.0000/hands.2011.7'],
      ['title', 'front', 'Chalk in the elbow of a cooper'],
      ['authors', 'front', 'Ada Moss, Sven Lind'],
      ['affiliation', 'front', 'Department of Medicine, Hospital of Vestby, Denmark'],
      ['heading', 'case', 'Case presentation'],
      [
        'paragraph',
        'case',
        'A 52-year-old cooper had a mass of the left elbow. White cells were 5.9 × 10^9/L and Figure 1 shows the film.2,3 He was given cyclophosphamide for a year.',
      ],
      ['caption', 'case', 'Figure 1. Radiograph of the left elbow.'],
      ['affiliation', 'front', 'Correspondence: Ada Moss'],
      ['affiliation', 'front', 'Department of Medicine, Hospital of Vestby, Denmark'],
      ['affiliation', 'front', 'E-mail: moss@example.org'],
      ['running-head', 'furniture', 'Received: 2 May 2011'],
      ['paragraph', 'case', 'Calcium was normal.'],
      ['heading', 'references', 'References'],
      ['reference', 'references', '1. Brook T. Elbows. J Hands 2001;1:1-2.'],
      ['affiliation', 'front', 'Corresponding author:'],
      ['affiliation', 'front', 'Ada Moss, Hospital of Vestby, Denmark'],
      ['paragraph', 'case', 'Diagnosis: Calcinosis of the elbow in dermatomyositis'],
    ])
  })

  test('what only looks like a mark stays', () => {
    const text = 'The grant was $5 and the fee $6. Stages a*b and snake_case_names stay, and p<0.05 or x > 3 too.'
    expect(documentOfText(`A title for a text of marks\n\n${text}`).text).toContain(text)
  })
})

test('the end of another article above the title is not this paper’s', () => {
  const document = documentOfText(
    '## LETTERS\n\nmatous plaques of the cheeks. The woman of 24 had lupus.\n\n# Chalk in the elbow of a cooper\n\nA cooper had a hard elbow.',
  )
  expect(shape(document)).toEqual([
    ['heading', 'neighbour', 'LETTERS'],
    ['paragraph', 'neighbour', 'matous plaques of the cheeks. The woman of 24 had lupus.'],
    ['title', 'front', 'Chalk in the elbow of a cooper'],
    ['paragraph', 'body', 'A cooper had a hard elbow.'],
  ])
})

describe('tables in text', () => {
  test.each([
    ['bars', '| Patient | Age | Site |\n|---|:--:|---|\n| 1 | 40 | **right** hip |\n| 2 | 52 | |'],
    ['tabs', 'Patient\tAge\tSite\n1\t40\tright hip\n2\t52\t'],
    ['tabs with blank lines', 'Patient\tAge\tSite\n\n1\t40\tright hip\n\n2\t52\t'],
  ])('%s become cells', (_what, table) => {
    const document = documentOfText(`Hard lumps of two coopers\n\nTable 1. The patients\n\n${table}\n\nBoth were men.`)
    const block = document.blocks.find(({ kind }) => kind === 'table')!
    expect(block.table).toMatchObject({ rows: 3, columns: 3, headerRows: 1, headerColumns: 1 })
    expect(
      block.table!.cells.map(({ row, column, span }) => [row, column, document.text.slice(span.start, span.end)]),
    ).toEqual([
      [0, 0, 'Patient'],
      [0, 1, 'Age'],
      [0, 2, 'Site'],
      [1, 0, '1'],
      [1, 1, '40'],
      [1, 2, 'right hip'],
      [2, 0, '2'],
      [2, 1, '52'],
    ])
    expect(textsOf(document, 'paragraph')).toEqual(['Both were men.'])
  })

  test('one line with a bar or a tab is no table', () => {
    expect(documentOfText('She scored 3 | 5.\n\nHe had\tnone.').blocks.some(({ kind }) => kind === 'table')).toBe(false)
  })
})

describe('slides in text', () => {
  const topics = ['What is it?', 'Causes', 'Where?', 'Tests', 'Treatment', 'Pitfalls', 'Questions', 'Thanks']
  const teaching = topics.map((topic) => `${topic}\n\n- Calcium in the skin\n- A second point`).join('\n\n')
  const deck = `Stones in the skin of hands\n\n${teaching}\n\nA picture\n\n- 13 year old girl with hard elbows\n\n![](a.png)\n\nA picture\n\n- 40 year old man with a hard hip`

  test('short titles with bullets are slides, two of one title stay two', () => {
    const document = documentOfText(deck)
    expect(document.metadata.kind.value).toBe('slides')
    const [girl, man] = document.blocks.filter(({ span }) =>
      / year old /.test(document.text.slice(span.start, span.end)),
    )
    expect([girl?.heading, man?.heading]).toEqual(['A picture', 'A picture'])
    expect(man!.page).toBe(girl!.page + 1)
  })

  test('notes of one patient under the headings of an article are none', () => {
    const notes = ['Introduction', 'History', 'Findings', 'Imaging', 'Treatment', 'Course', 'Outcome', 'Discussion']
    const document = documentOfText(
      notes.map((note) => `## ${note}\n\n- Calcium in the skin\n- More of it`).join('\n\n'),
    )
    expect(document.metadata.kind.value).not.toBe('slides')
  })

  test('page marks of a converter open slides', () => {
    const pages = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(
      (title, index) =>
        `Bone club 2014 · ${index + 1}\n${title} topic\n• A point\n• Another\n\n-- ${index + 1} of 5 --\n`,
    )
    const document = documentOfText(pages.join('\n'))
    expect(document.metadata.kind.value).toBe('slides')
    expect(textsOf(document, 'heading')).toContain('Fifth topic')
    expect(document.text).not.toContain('Bone club')
  })
})

test('a converter’s slide marks part slides', () => {
  const slides = ['First', 'Second', 'Third', 'Fourth'].map(
    (title, index) => `[Slide ${index + 1}]\n${title} topic\n• A point\n• Another\n`,
  )
  const document = documentOfText(slides.join('\n'))
  expect(document.metadata.kind.value).toBe('slides')
  expect(document.text).not.toContain('[Slide')
})

describe('the title below the journal’s line', () => {
  test.each([
    ['Journal of Hand Cases (2017) 2:114–121'],
    ['J Hand Cases'],
    ['CASE REPORT Open Access'],
    ['XXI National Congress of Hands – Poster Session II'],
    ['Hand Cases 2013; 58(5)\nCorrespondence'],
  ])('%s', (line) => {
    const title = 'Calcinosis of the Hands in a Weaver and a Smith: Case Report and Review of the Literature'
    const document = documentOfText(`${line}\n\n${title}\n\nA. Lind, B. Moss\n\nA 40-year-old weaver had hard hands.`)
    expect(document.metadata.title?.value).toBe(title)
  })
})

test('a text without blank lines falls into paragraphs where lines end early', () => {
  const document = documentOfText(
    [
      'Hard lumps of two sisters who worked in one mill',
      'Introduction',
      'Calcinosis is a late complication of systemic sclero-',
      'sis. Whether it depends on the antibodies is not known',
      'at all.',
      'The literature is silent on the matter of the work it-',
      'self.',
      'Patients',
      'Patient 1. This woman worked as a weaver and de-',
      'veloped hard lumps at the age of 44. A mass of the hip',
      'grew over three years.',
      'Patient 2. She had fewer lumps than her sister had had',
      'at that age.',
    ].join('\n'),
  )
  expect(textsOf(document, 'paragraph')).toEqual([
    'Calcinosis is a late complication of systemic sclerosis. Whether it depends on the antibodies is not known at all.',
    'The literature is silent on the matter of the work itself.',
    'Patients',
    'Patient 1. This woman worked as a weaver and developed hard lumps at the age of 44. A mass of the hip grew over three years.',
    'Patient 2. She had fewer lumps than her sister had had at that age.',
  ])
})

test('a text of one endless line is read as quickly as any other', () => {
  // a pattern that backtracks would not come to an end here
  expect(documentOfText('abc def, '.repeat(40_000)).blocks).toHaveLength(1)
})
