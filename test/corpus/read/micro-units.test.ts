/** PDFs whose fonts call the micro sign an "m". */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../corpus/document.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { column, typeset } from './typeset.ts'

const DEJAVU = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')
const PROSE = [
  'Deposits of calcium in the skin are a burden to many patients with',
  'systemic sclerosis. They drain chalk, heal slowly and come back in the',
  'same places after they have been removed by the surgeon.',
]

async function bytesOf(draw: (pdf: InstanceType<typeof PDFDocument>) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ margin: 50, size: 'A4', compress: false, info: { CreationDate: new Date(0) } })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** The font's own map is overwritten: what was the micro sign is an "m". */
async function withWrongMap(text: string): Promise<Buffer> {
  const bytes = await bytesOf((pdf) =>
    pdf
      .font(DEJAVU)
      .fontSize(10)
      .text([...PROSE, text].join('\n'), 50, 100),
  )
  const map = bytes.toString('latin1')
  expect(map).toContain('<00b5>')
  return Buffer.from(map.replace('<00b5>', '<006d>'), 'latin1')
}

interface Embeddable {
  embed(): void
  readonly dictionary: { data: unknown; end(): void }
}

/** "m" of the Symbol font, with a map that says so. */
async function withSymbolFont(): Promise<Buffer> {
  return bytesOf((pdf) => {
    pdf.font('Times-Roman').fontSize(10).text(PROSE.join('\n'), 50, 100)
    const line = { lineBreak: false, baseline: 'alphabetic' } as const
    const before = 'Each tube held 10 '
    const x = 50 + pdf.widthOfString(before)
    pdf.text(before, 50, 160, line)
    pdf.font('Symbol')
    const { _font: font } = pdf as unknown as { readonly _font: Embeddable }
    font.embed = () => {
      const map = pdf.ref({})
      map.end(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <6D> <006D> endbfchar endcmap end end',
      )
      const names = { Type: 'Encoding', Differences: [109, 'mu'] }
      font.dictionary.data = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Symbol', Encoding: names, ToUnicode: map }
      font.dictionary.end()
    }
    pdf.text('m', x, 160, line)
    pdf.font('Times-Roman').text('l of serum in 2 ml of buffer.', x + 5.76, 160, line)
  })
}

const read = (bytes: Uint8Array): Promise<Document> => readReport(bytes, 'micro.pdf', { ocr: 'never' })
const codesOf = (document: Document): readonly string[] => document.warnings.map(({ code }) => code)

describe('micro-units', () => {
  test('a narrow second "m" that stands in units only is the micro sign', async () => {
    const document = await read(
      await withWrongMap(
        'Paraffin sections of 5 µm were stained; 10 µl of serum was added to 2 ml. The lump measured 5 mm.',
      ),
    )
    expect(document.text).toContain('sections of 5 µm were stained; 10 µl of serum was added to 2 ml')
    expect(document.text).toContain('The lump measured 5 mm.')
    expect(codesOf(document)).toEqual([])
  })

  test('the name of the glyph tells the micro sign in a font of symbols', async () => {
    const document = await read(await withSymbolFont())
    expect(document.text).toContain('held 10 µl of serum in 2 ml of buffer')
    expect(codesOf(document)).toEqual([])
  })

  test.each([
    ['Sections of 4 mm were cut from paraffin blocks and stained with alizarin red.'],
    ['Her creatinine was 80 mmol/l and her calcium was 2.3 mmol/l.'],
    ['She took thyroxine 100 mg a day for years.'],
  ])('what the font cannot settle gets a warning: %s', async (sentence) => {
    const document = await read(await typeset([{ lines: column([...PROSE, sentence], 50, 100) }]))
    expect(document.warnings).toMatchObject([{ code: 'suspect-micro-units', page: 1 }])
    expect(document.text).toContain(sentence)
  })

  test.each([
    ['Computed tomography with sections of 5 mm showed the deposit.'],
    ['Her creatinine was 0.08 mmol/l, and she took prednisolone 20 mg a day.'],
    ['A nodule of 5 mm was removed and cut into sections for the microscope.'],
    ['The platelets were 259 x 10 9/mm3 and the deposits were 4 mm wide.'],
  ])('trap: %s', async (sentence) => {
    const document = await read(await typeset([{ lines: column([...PROSE, sentence], 50, 100) }]))
    expect(codesOf(document)).toEqual([])
  })
})
