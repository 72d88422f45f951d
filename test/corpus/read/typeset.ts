/** Small PDFs for tests: lines set at given places, in the order they are given. */
import PDFDocument from 'pdfkit'

export interface SetLine {
  readonly text: string
  /** `after` sets the line right behind the one before. */
  readonly x: number | 'after'
  /** Of the baseline, from the top of the page. */
  readonly y: number
  readonly size?: number
  readonly font?: string
  /** Clockwise, in degrees, around the line's beginning. */
  readonly turned?: number
}

export interface SetPage {
  readonly lines: readonly SetLine[]
  /** Rules from (x0, y0) to (x1, y1). */
  readonly rules?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
  readonly width?: number
  readonly height?: number
}

export interface TypesetOptions {
  readonly userPassword?: string
  readonly title?: string
}

export async function typeset(pages: readonly SetPage[], options: TypesetOptions = {}): Promise<Uint8Array> {
  const { userPassword, title } = options
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    ...(userPassword === undefined ? {} : { userPassword, ownerPassword: `${userPassword}-owner` }),
    info: { CreationDate: new Date(0), ...(title === undefined ? {} : { Title: title }) },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  for (const { lines, rules = [], width = 595, height = 842 } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 })
    for (const [x0, y0, x1, y1] of rules) pdf.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.5).stroke()
    let end = 0
    for (const line of lines) end = setLine(pdf, line, line.x === 'after' ? end : line.x)
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** Returns where the line ends. */
function setLine(pdf: InstanceType<typeof PDFDocument>, line: SetLine, x: number): number {
  const { text, y, size = 10, font = 'Times-Roman', turned = 0 } = line
  pdf.save()
  if (turned !== 0) pdf.rotate(turned, { origin: [x, y] })
  pdf.font(font).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
  pdf.restore()
  return x + pdf.widthOfString(text)
}

/** Lines of one column, `leading` apart. */
export function column(
  texts: readonly string[],
  x: number,
  y: number,
  style: Partial<SetLine> & { readonly leading?: number } = {},
): readonly SetLine[] {
  const { leading = 12, ...look } = style
  return texts.map((text, index) => ({ ...look, text, x, y: y + index * leading }))
}
