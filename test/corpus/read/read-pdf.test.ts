import { describe, expect, test } from 'vitest'
import type { Document } from '../../../corpus/document.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { column, type SetLine, type SetPage, typeset } from './typeset.ts'

/** Enough prose in the body's own type for a page to have a body. */
const PROSE = [
  'Deposits of calcium in the skin are a burden to many patients with',
  'systemic sclerosis. They drain chalk, heal slowly and come back in the',
  'same places after they have been removed by the surgeon. No drug has',
  'been shown to dissolve them in a trial with a control group so far.',
]
const LEFT = 50
const RIGHT = 310

async function read(pages: readonly SetPage[]): Promise<Document> {
  return readReport(await typeset(pages), 'test.pdf', { ocr: 'never' })
}

function shape(document: Document): readonly string[] {
  return document.blocks.map(({ kind, span }) => `${kind}: ${document.text.slice(span.start, span.end)}`)
}

describe('reading PDFs', () => {
  test('a caption between two columns does not cut the sentence', async () => {
    const lines: readonly SetLine[] = [
      ...column([...PROSE, 'One of our patients had been treated elsewhere with cyclo-'], LEFT, 100),
      ...column(['Fig. 1. Radiograph of the hand with deposits in the', 'pulp of the thumb.'], LEFT, 300, {
        size: 8,
        leading: 10,
      }),
      ...column(['phosphamide and came to us when the lumps began to drain.', ...PROSE], RIGHT, 100),
    ]
    const document = await read([{ lines }])
    expect(document.text).toContain('treated elsewhere with cyclophosphamide and came to us')
    expect(shape(document)).toContain('caption: Fig. 1. Radiograph of the hand with deposits in the pulp of the thumb.')
  })

  test('lines drawn across the gutter are put back into their columns', async () => {
    const right = PROSE.map((line) => line.replace('patients', 'people').toUpperCase().toLowerCase())
    const lines = PROSE.flatMap((text, index): readonly SetLine[] => [
      { text: text.slice(0, 50), x: LEFT, y: 100 + 12 * index },
      { text: right[index]!.slice(0, 50), x: RIGHT, y: 100 + 12 * index },
    ])
    const document = await read([{ lines: [...lines, ...lines.map((line) => ({ ...line, y: line.y + 48 }))] }])
    const first = document.text.indexOf('same places after')
    const second = document.text.indexOf('deposits of calcium')
    expect(first).toBeGreaterThan(-1)
    expect(second).toBeGreaterThan(first)
    expect(document.text).toContain('a burden to ma systemic sclerosis. They')
  })

  test('running heads and page numbers leave the text', async () => {
    const page = (number: number, body: readonly string[]): SetPage => ({
      lines: [
        { text: 'Moss et al.', x: LEFT, y: 40, size: 8 },
        ...column(body, LEFT, 100),
        { text: String(number), x: 300, y: 810, size: 8 },
      ],
    })
    const document = await read([
      page(11, [...PROSE, 'She had noticed the first lump in the']),
      page(12, ['autumn before, when the nights turned cold.', ...PROSE]),
    ])
    expect(document.text).toContain('the first lump in the autumn before, when')
    expect(shape(document).filter((block) => block.startsWith('running-head'))).toEqual([
      'running-head: Moss et al.',
      'running-head: Moss et al.',
      'running-head: 11',
      'running-head: 12',
    ])
  })

  test('small raised figures stay apart from words and numbers', async () => {
    const lines: readonly SetLine[] = [
      ...column(PROSE, LEFT, 100),
      { text: 'The white cells were 12.4 \u00D7 10', x: LEFT, y: 148 },
      { text: '9', x: 'after', y: 144.5, size: 6.5 },
      { text: '/l in these patients.', x: 'after', y: 148 },
      { text: '5', x: 'after', y: 144.5, size: 6.5 },
    ]
    const document = await read([{ lines }])
    expect(document.text).toContain('12.4 \u00D7 10\u2079/l in these patients.\u2075')
  })

  test('a table comes back as cells', async () => {
    const rows = [
      ['Patient', 'Anti-Scl-70', 'Largest deposit (mm)'],
      ['1', 'positive', '62'],
      ['2', 'negative', '9'],
      ['3', 'positive', '110'],
    ]
    const cells = rows.flatMap((row, index) =>
      row.map((text, at): SetLine => ({ text, x: LEFT + at * 90, y: 322 + index * 13, size: 8 })),
    )
    const lines = [
      ...column(PROSE, LEFT, 100),
      { text: 'Table 1. Three patients with large deposits', x: LEFT, y: 300, size: 8, font: 'Times-Bold' },
      ...cells,
      ...column(PROSE, LEFT, 420),
    ]
    const document = await read([{ lines }])
    const block = document.blocks.find(({ table }) => table !== undefined)!
    expect(document.text.slice(block.span.start, block.span.end)).toBe(rows.map((row) => row.join('\t')).join('\n'))
    expect(block.table).toMatchObject({ rows: 4, columns: 3, headerRows: 1, headerColumns: 1 })
    const size = block.table!.cells.find((cell) => cell.row === 3 && cell.column === 2)!
    expect(document.text.slice(size.span.start, size.span.end)).toBe('110')
    expect(size.boxes[0]!.x).toBeCloseTo(LEFT + 180, 0)
  })

  test('the headings give the sections', async () => {
    const lines = [
      { text: 'Chalk in the hands of a weaver', x: LEFT, y: 60, size: 18, font: 'Times-Bold' },
      { text: 'Ada Moss and Bo Lind', x: LEFT, y: 84, size: 11, font: 'Times-Italic' },
      { text: 'Department of Rheumatology, Harbour Hospital, Ostend', x: LEFT, y: 100, size: 8 },
      { text: 'Introduction', x: LEFT, y: 140, font: 'Times-Bold' },
      ...column(PROSE, LEFT, 154),
      { text: 'Case report', x: LEFT, y: 230, font: 'Times-Bold' },
      ...column(
        ['A 61-year-old weaver had hard lumps in both hands for years. They', 'had never been treated.'],
        LEFT,
        244,
      ),
      { text: 'Discussion', x: LEFT, y: 300, font: 'Times-Bold' },
      ...column(PROSE, LEFT, 314),
      { text: 'References', x: LEFT, y: 390, font: 'Times-Bold' },
      { text: '1. Rossi C. Chalk and cold. J Hands 2001;1:1-2.', x: LEFT, y: 404, size: 8 },
    ]
    const document = await read([{ lines }])
    const sections = document.blocks.map(({ kind, section }) => `${kind}/${section}`)
    expect(sections).toEqual([
      'title/front',
      'authors/front',
      'affiliation/front',
      'heading/introduction',
      'paragraph/introduction',
      'heading/case',
      'paragraph/case',
      'heading/discussion',
      'paragraph/discussion',
      'heading/references',
      'reference/references',
    ])
    expect(document.metadata.title?.value).toBe('Chalk in the hands of a weaver')
    expect(document.blocks[6]!.heading).toBe('Case report')
  })

  test('the end of another letter above the title is a neighbour', async () => {
    const lines = [
      ...column(
        [
          'and so we believe that the remarks of our colleagues are right, and',
          'that the rash was due to the drug and was not a sign of the disease.',
        ],
        LEFT,
        60,
      ),
      { text: 'References', x: LEFT, y: 100, size: 8 },
      { text: '1. Rossi C. Rash. J Skin 2001;1:1-2.', x: LEFT, y: 112, size: 8 },
      { text: 'A hard lump of the thigh', x: LEFT, y: 150, size: 13, font: 'Times-Bold' },
      ...column(
        [
          'A 40-year-old cook has had a lump of the thigh for years. It was hard',
          'and did not hurt. She was not treated and it has not grown since.',
          ...PROSE,
        ],
        LEFT,
        170,
      ),
    ]
    const document = await read([{ lines }])
    const neighbour = document.blocks
      .filter(({ section }) => section === 'neighbour')
      .map(({ span }) => document.text.slice(span.start, span.end))
    expect(neighbour.join(' ')).toContain('due to the drug')
    expect(neighbour.join(' ')).not.toContain('cook')
    expect(document.metadata.title?.value).toBe('A hard lump of the thigh')
  })

  test('slides have a title each and labels stay out of sentences', async () => {
    const slide = (title: string, bullets: readonly string[]): SetPage => ({
      width: 720,
      height: 540,
      lines: [
        ...column(
          bullets.map((text) => `\u2022 ${text}`),
          60,
          160,
          { size: 20, leading: 40 },
        ),
        { text: title, x: 60, y: 90, size: 32, font: 'Helvetica-Bold' },
        { text: 'L', x: 600, y: 430, size: 9 },
      ],
    })
    const document = await read([
      slide('Case 1', ['A woman of 50', 'Lumps in both hands']),
      slide('Case 2', ['A man of 60', 'One lump of the hip']),
    ])
    expect(document.metadata.kind.value).toBe('slides')
    expect(shape(document).slice(1, 3)).toEqual([
      'list-item: \u2022 A woman of 50',
      'list-item: \u2022 Lumps in both hands',
    ])
    expect(document.blocks.filter(({ section }) => section !== 'slide')).toEqual([])
    expect(
      document.blocks.find(({ span }) => document.text.slice(span.start, span.end) === '\u2022 A man of 60')?.heading,
    ).toBe('Case 2')
    const inSentences = document.sentences.map(({ span }) => document.text.slice(span.start, span.end))
    expect(inSentences).not.toContain('L')
  })

  test('a page printed sideways is read, and its boxes lie where the words are', async () => {
    const turned = PROSE.map((text, index): SetLine => ({ text, x: 100 + 12 * index, y: 700, turned: -90 }))
    const document = await read([{ lines: turned }])
    expect(document.text).toContain('a burden to many patients with systemic sclerosis.')
    const [box] = document.blocks[0]!.boxes
    expect(box!.height).toBeGreaterThan(box!.width)
    expect(box!.x).toBeLessThan(100)
    expect(box!.x + box!.width).toBeGreaterThan(136)
    expect(box!.y + box!.height).toBeCloseTo(700, 0)
  })

  test('text that runs up the margin is no part of the text', async () => {
    const strip: SetLine = {
      text: 'Downloaded from the library of a far university on a Monday',
      x: 20,
      y: 700,
      size: 7,
      turned: -90,
    }
    const document = await read([
      { lines: [...column(PROSE.slice(0, 2), LEFT, 100), strip, ...column(PROSE.slice(2), LEFT, 124)] },
    ])
    expect(shape(document)).toEqual([`paragraph: ${PROSE.join(' ')}`, `running-head: ${strip.text}`])
  })
})

describe('letter widths', () => {
  test('come from the fonts of the file, each of them', async () => {
    const italic = PROSE.map((text) => text.replace('patients', 'people'))
    const { letterWidths, runs, text } = await read([
      { lines: [...column(PROSE, LEFT, 100), ...column(italic, LEFT, 200, { font: 'Times-Italic' })] },
    ])
    const widthOfM = (word: string): number =>
      letterWidths?.[runs.find((run) => run.end > text.indexOf(word))?.font ?? -1]?.m ?? 0
    // 778 and 722 in Adobe's metrics of Times Roman and Italic
    expect(Math.abs(widthOfM('patients') - 778)).toBeLessThan(5)
    expect(Math.abs(widthOfM('people') - 722)).toBeLessThan(5)
  })
})

describe('PDFs that cannot be read', () => {
  test.each([
    [
      'is protected by a password',
      () => typeset([{ lines: column(PROSE, LEFT, 100) }], { userPassword: 'sesame' }),
      'encrypted',
    ],
    ['is cut off', async () => (await typeset([{ lines: column(PROSE, LEFT, 100) }])).slice(0, 40), 'damaged'],
    ['has no text', () => typeset([{ lines: [] }]), 'no-text'],
    [
      'has too many pages',
      () => typeset([{ lines: column(PROSE, LEFT, 100) }, { lines: [] }, { lines: [] }]),
      'too-many-pages',
    ],
  ])('a file that %s is refused with a reason', async (_what, make, code) => {
    await expect(readReport(await make(), 'bad.pdf', { maxPages: 2 })).rejects.toMatchObject({
      name: 'ReportError',
      code,
      permanent: true,
      message: expect.stringMatching(/^bad\.pdf .*\.$/),
    })
  })
})
