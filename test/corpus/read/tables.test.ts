/** Tables as journals and word processors print them: what stands in which row and column, and over how many. */
import { describe, expect, test } from 'vitest'
import { boxesOf } from '../../../corpus/boxes.ts'
import type { Document } from '../../../corpus/document.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { column, type SetLine, type SetPage, typeset } from './typeset.ts'

const PROSE = [
  'Deposits of calcium in the skin are a burden to many patients with',
  'systemic sclerosis. They drain chalk, heal slowly and come back in the',
  'same places after they have been removed by the surgeon. No drug has',
  'been shown to dissolve them in a trial with a control group so far.',
]
const LEFT = 50
const RIGHT = 400
const TOP = 200
const CAPTION: SetLine = { text: 'Table 1. The patients', x: LEFT, y: TOP - 10, size: 8, font: 'Times-Bold' }
const FLOW = [...column(PROSE, LEFT, 100), ...column(PROSE, LEFT, 600)]

type Rule = readonly [number, number, number, number]
const level = (y: number, x0 = LEFT, x1 = RIGHT): Rule => [x0, y, x1, y]

/** Cells as text, x and y. */
const set = (cells: readonly (readonly [text: string, x: number, y: number])[]): readonly SetLine[] =>
  cells.map(([text, x, y]) => ({ text, x, y, size: 8 }))

async function read(pages: readonly SetPage[]): Promise<Document> {
  return readReport(await typeset(pages), 'test.pdf', { ocr: 'never' })
}

/** Every cell as "row,column text", with "+n" for columns and "vn" for rows it goes over. */
function cellsOf(document: Document): readonly string[] {
  return document.blocks.flatMap(({ table }) =>
    (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, span }) => {
      const spans = `${columnSpan > 1 ? `+${columnSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''}`
      return `${row},${column}${spans} ${document.text.slice(span.start, span.end)}`
    }),
  )
}

describe('tables', () => {
  test('a grid of rules gives rows of several lines, and a cell beside two rows', async () => {
    const [a, b, c] = [55, 125, 255]
    const document = await read([
      {
        lines: [
          CAPTION,
          ...set([
            ['Patient', a, 210],
            ['Site', b, 210],
            ['Treatment', c, 210],
            ['1', a, 224],
            ['Left elbow', b, 224],
            ['Rituximab every six', c, 224],
            ['months', c, 234],
            ['Both thighs', b, 248],
            ['Excision', c, 248],
            ['2', a, 262],
            ['Right hand', b, 262],
            ['None', c, 262],
          ]),
          ...FLOW,
        ],
        rules: [
          ...[TOP, 214, 252, 266].map((y) => level(y)),
          level(238, 120),
          ...[LEFT, 120, 250, RIGHT].map((x): Rule => [x, TOP, x, 266]),
        ],
      },
    ])
    expect(cellsOf(document)).toEqual([
      '0,0 Patient',
      '0,1 Site',
      '0,2 Treatment',
      '1,0v2 1',
      '1,1 Left elbow',
      '1,2 Rituximab every six months',
      '2,1 Both thighs',
      '2,2 Excision',
      '3,0 2',
      '3,1 Right hand',
      '3,2 None',
    ])
  })

  test('a heading over several columns has theirs below it', async () => {
    const document = await read([
      {
        lines: [
          CAPTION,
          ...set([
            ['Patient', 55, 210],
            ['Antibodies', 200, 210],
            ['ANA', 150, 224],
            ['Anti-Scl-70', 215, 224],
            ['ACA', 290, 224],
            ['1', 55, 238],
            ['1:640', 150, 238],
            ['positive', 215, 238],
            ['negative', 290, 238],
            ['2', 55, 250],
            ['1:320', 150, 250],
            ['negative', 215, 250],
            ['positive', 290, 250],
          ]),
          ...FLOW,
        ],
        rules: [level(TOP), level(214, 148, 322), level(228), level(254)],
      },
    ])
    expect(cellsOf(document).slice(0, 6)).toEqual([
      '0,0v2 Patient',
      '0,1+3 Antibodies',
      '1,1 ANA',
      '1,2 Anti-Scl-70',
      '1,3 ACA',
      '2,0 1',
    ])
    expect(document.blocks.find(({ table }) => table)?.table).toMatchObject({ rows: 4, columns: 4, headerRows: 2 })
  })

  test('a cell in the middle of its rows belongs to all of them', async () => {
    const sites = ['elbow', 'hand', 'hip', 'knee', 'foot', 'neck']
    const rows = sites.flatMap((site, index): readonly (readonly [string, number, number])[] => [
      [site, 150, 224 + 12 * index],
      [`${index + 2} mm`, 230, 224 + 12 * index],
      ['resolved', 300, 224 + 12 * index],
    ])
    const document = await read([
      {
        lines: [
          CAPTION,
          ...set([
            ['Patient', 55, 210],
            ['Site', 150, 210],
            ['Size', 230, 210],
            ['Result', 300, 210],
            ['A.', 55, 230],
            ['B.', 55, 266],
            ...rows,
          ]),
          ...FLOW,
        ],
        rules: [level(TOP), level(214), level(290)],
      },
    ])
    const cells = cellsOf(document)
    expect(cells).toContain('1,0v2 A.')
    expect(cells).toContain('3,0v4 B.')
    expect(cells).toContain('6,1 neck')
  })

  test('lines beside the middle of a taller cell are in its row', async () => {
    const document = await read([
      {
        lines: [
          CAPTION,
          ...set([
            ['Finding', 55, 210],
            ['Diagnosis', 260, 210],
            ['Calcified lumps of both thighs that', 55, 224],
            ['had been there since her childhood', 55, 234],
            ['Dermatomyositis', 260, 229],
            ['Hard fingertips', 55, 248],
            ['Limited sclerosis', 260, 248],
            ['A large mass above the right hip', 55, 262],
            ['that drained chalk', 55, 272],
            ['Kidney failure', 260, 267],
          ]),
          ...FLOW,
        ],
        rules: [level(TOP), level(214), level(278)],
      },
    ])
    expect(cellsOf(document).slice(2)).toEqual([
      '1,0 Calcified lumps of both thighs that had been there since her childhood',
      '1,1 Dermatomyositis',
      '2,0 Hard fingertips',
      '2,1 Limited sclerosis',
      '3,0 A large mass above the right hip that drained chalk',
      '3,1 Kidney failure',
    ])
  })

  test('a table goes on after the page turn, without its head a second time', async () => {
    const head = (y: number): readonly SetLine[] =>
      set([
        ['Patient', 55, y],
        ['Site', 150, y],
        ['Size', 230, y],
      ])
    const row = (name: string, y: number): readonly SetLine[] =>
      set([
        [name, 55, y],
        [`hand ${name}`, 150, y],
        [`${name.length} mm`, 230, y],
      ])
    const page = (caption: string, names: readonly string[], prose: readonly SetLine[]): SetPage => ({
      lines: [
        { ...CAPTION, text: caption },
        ...head(210),
        ...names.flatMap((name, index) => row(name, 224 + 12 * index)),
        ...prose,
      ],
      rules: [level(TOP), level(214), level(228 + 12 * (names.length - 1))],
    })
    const document = await read([
      page('Table 1: The patients.', ['a', 'b', 'c'], column(PROSE, LEFT, 100)),
      page('Table 1: Continued.', ['d', 'e'], column(PROSE, LEFT, 600)),
    ])
    const tables = document.blocks.filter(({ table }) => table)
    expect(tables).toHaveLength(1)
    expect(tables[0]!.table).toMatchObject({ rows: 6, columns: 3, headerRows: 1 })
    const cells = cellsOf(document)
    expect(cells.slice(-3)).toEqual(['5,0 e', '5,1 hand e', '5,2 1 mm'])
    expect(cells.filter((cell) => cell.endsWith('Patient'))).toEqual(['0,0 Patient'])
    const last = tables[0]!.table!.cells.at(-1)!
    expect(last.boxes.map(({ page: on }) => on)).toEqual([2])
    expect(boxesOf(document, last.span)[0]!.x).toBeCloseTo(230, 0)
  })

  test('a table printed sideways has its cells where they are on the page', async () => {
    const cells = [
      ['Patient', 'Antibody', 'Largest deposit'],
      ['1', 'anti-Scl-70', '62 mm'],
      ['2', 'none found', '9 mm'],
    ].flatMap((texts, row) =>
      texts.map((text, at): SetLine => ({ text, x: 200 + 14 * row, y: 700 - 150 * at, size: 8, turned: -90 })),
    )
    const caption: SetLine = { ...CAPTION, text: 'Table 1. Two patients', x: 186, y: 700, turned: -90 }
    const rules = [190, 204, 234].map((x): Rule => [x, 300, x, 700])
    const document = await read([{ lines: column(PROSE, LEFT, 100) }, { lines: [caption, ...cells], rules }])
    expect(cellsOf(document)).toContain('1,2 62 mm')
    const size = document.blocks
      .find(({ table }) => table)!
      .table!.cells.find(({ row, column: at }) => row === 1 && at === 2)!
    const [box] = boxesOf(document, size.span)
    expect(box).toMatchObject({ page: 2 })
    expect(box!.height).toBeGreaterThan(box!.width)
    expect(box!.y + box!.height).toBeCloseTo(400, 0)
  })

  test.each([
    ['ruled', [level(TOP), level(214), level(254)]],
    ['not ruled', []],
  ])('results in columns are a table without a caption, %s', async (_how, rules) => {
    const rows = [
      ['Test', 'Result', 'Reference'],
      ['Calcium', '2.31 mmol/l', '2.15-2.55'],
      ['Phosphate', '1.12 mmol/l', '0.87-1.45'],
      ['Creatine kinase', '412 U/l', '< 170'],
    ]
    const cells = rows.flatMap((texts, row) =>
      texts.map((text, at): SetLine => ({ text, x: LEFT + 90 * at, y: 210 + 13 * row, size: 9 })),
    )
    const document = await read([
      { lines: [...column(PROSE, LEFT, 100), ...cells, ...column(PROSE, LEFT, 400)], rules },
    ])
    const table = document.blocks.find((block) => block.table)!
    expect(document.text.slice(table.span.start, table.span.end)).toBe(rows.map((row) => row.join('\t')).join('\n'))
  })

  test('columns of text and labels of a chart are no table', async () => {
    const right = PROSE.map((line) => line.slice(0, 40))
    const two = PROSE.flatMap((text, index): readonly SetLine[] => [
      { text: text.slice(0, 40), x: LEFT, y: 100 + 12 * index },
      { text: right[index]!, x: 310, y: 100 + 12 * index },
    ])
    const chart = [0, 10, 20, 30].map(
      (tick, index): SetLine => ({ text: String(tick), x: LEFT, y: 400 + 20 * index, size: 7 }),
    )
    const labels = set([
      ['After', 150, 410],
      ['rituximab', 148, 418],
      ['After surgery', 240, 450],
    ])
    const rules = [393, 403, 413, 423, 433, 443, 453, 463].map((y) => level(y, 70, 300))
    const document = await read([{ lines: [...two, ...chart, ...labels, ...column(PROSE, LEFT, 600)], rules }])
    expect(document.blocks.filter(({ table }) => table)).toEqual([])
  })
})
