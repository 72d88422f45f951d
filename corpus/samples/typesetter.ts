/** Sets a sample source as a PDF. The same source gives the same bytes: dates are fixed, pictures are seeded. */
import PDFDocument from 'pdfkit'
import { drawPicture } from './figure.ts'
import { type Flow, openFlow } from './flow.ts'
import { FRONT_ROLES, LAYOUTS, type Layout, ROLE_STYLES } from './layouts.ts'
import type { SampleBlock, SampleSource, TextRole } from './sample-source.ts'
import { setTable } from './set-table.ts'
import { heightInFrame, pourText, setInFrame, type TextStyle } from './set-text.ts'
import { registerFace } from './typeface.ts'

/** Roles that never stand alone at the foot of a column. */
const KEEP_WITH_NEXT: readonly TextRole[] = ['heading', 'subheading', 'label']

type Pdf = PDFKit.PDFDocument
type Figure = Extract<SampleBlock, { kind: 'figure' }>
type Table = Extract<SampleBlock, { kind: 'table' }>
type Box = Extract<SampleBlock, { kind: 'box' }>

interface Setting {
  readonly pdf: Pdf
  readonly layout: Layout
  readonly flow: Flow
  readonly source: SampleSource
  /** What waits for the head of the next column or page. */
  readonly waiting: (Figure | Table)[]
}

/** Typesets a report into the bytes of a PDF. */
export async function typesetPdf(source: SampleSource): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info: informationOf(source) })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  registerFace(pdf, source.settings.face)
  setReport(pdf, source)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

export function informationOf({ settings }: SampleSource): PDFKit.DocumentInfo {
  const title = settings.pdfTitle === null ? {} : { Title: settings.pdfTitle }
  return {
    ...title,
    Creator: 'Calcigraph sample corpus',
    Producer: 'pdfkit',
    CreationDate: new Date(Date.UTC(settings.year, 0, 15)),
  }
}

function setReport(pdf: Pdf, source: SampleSource): void {
  const { settings } = source
  if (settings.layout === 'plain-text') throw new Error(`${source.name}: a plain-text report is not typeset`)
  checkLetters(source)
  const layout = scaled(LAYOUTS[settings.layout], settings.scale)
  const waiting: (Figure | Table)[] = []
  const setting: Setting = {
    pdf,
    layout,
    source,
    waiting,
    flow: openFlow(pdf, layout, settings, {
      atPageStart: () => placeWaiting(setting, 'wide'),
      atColumnStart: () => placeWaiting(setting, 'next'),
    }),
  }
  setting.flow.open()
  let inFront = layout.wideFront
  for (const block of source.blocks) {
    if (inFront && !(block.kind === 'text' && FRONT_ROLES.includes(block.role))) {
      setting.flow.beginColumns()
      inFront = false
    }
    setBlock(setting, block)
  }
  if (waiting.some((block) => block.placement === 'next')) setting.flow.nextColumn()
  if (waiting.length > 0) setting.flow.nextPage()
}

/** Letters that the standard fonts would print as something else without a word. */
const NOT_LATIN = /[^\n -~¡-ÿ–—‘’“”•…€]/u

/** `times` and `helvetica` hold Latin letters only; throws an Error that names the first other one. */
function checkLetters({ name, settings, blocks }: SampleSource): void {
  if (settings.face === 'serif' || settings.face === 'sans') return
  const odd = NOT_LATIN.exec(JSON.stringify([settings, blocks]))
  if (odd) throw new Error(`${name}: "${odd[0]}" is not in ${settings.face}; set face to serif or sans`)
}

function scaled(layout: Layout, factor: number): Layout {
  return { ...layout, sizePt: layout.sizePt * factor, leadingPt: layout.leadingPt * factor }
}

function setBlock(setting: Setting, block: SampleBlock): void {
  if (block.kind === 'text') setText(setting, block.role, block.text)
  else if (block.kind === 'break') block.what === 'page' ? setting.flow.nextPage() : setting.flow.nextColumn()
  else if (block.kind === 'box') setBox(setting, block)
  else if (block.placement === 'here') placeHere(setting, block)
  else setting.waiting.push(block)
}

function styleOf({ layout, source }: Setting, role: TextRole): TextStyle {
  const look = ROLE_STYLES[role]
  return {
    sizePt: layout.sizePt * look.scale,
    leadingPt: layout.leadingPt * look.scale,
    style: look.style,
    align: look.align === 'justify' && !layout.justified ? 'left' : look.align,
    indentPt: role === 'paragraph' ? layout.indentPt : 0,
    hyphenMark: source.settings.hyphenMark,
  }
}

function setText(setting: Setting, role: TextRole, text: string): void {
  const { flow, layout, pdf } = setting
  const look = ROLE_STYLES[role]
  const style = styleOf(setting, role)
  if (role === 'slide' && flow.y > layout.topPt + 1) flow.nextPage()
  if (flow.y > layout.topPt + 1) flow.y += look.above * layout.leadingPt
  if (KEEP_WITH_NEXT.includes(role) && flow.room() < 4 * layout.leadingPt) flow.nextColumn()
  pourText(pdf, flow, role === 'bullet' ? `• ${text}` : text, style)
  flow.y += look.below * layout.leadingPt
}

function placeWaiting(setting: Setting, placement: 'next' | 'wide'): void {
  const due = setting.waiting.filter((block) => block.placement === placement)
  for (const block of due) {
    setting.waiting.splice(setting.waiting.indexOf(block), 1)
    placeHere(setting, block)
  }
}

function placeHere(setting: Setting, block: Figure | Table): void {
  const height = block.kind === 'figure' ? setFigure(setting, block, false) : setTableBlock(setting, block, false)
  if (setting.flow.room() < height) setting.flow.nextColumn()
  if (block.kind === 'figure') setFigure(setting, block, true)
  else setTableBlock(setting, block, true)
  setting.flow.y += height + 0.8 * setting.layout.leadingPt
}

function setFigure(setting: Setting, figure: Figure, draw: boolean): number {
  const { pdf, flow } = setting
  const column = flow.column()
  const style = styleOf(setting, 'small')
  const captionHeight = heightInFrame(pdf, figure.caption, column.widthPt, style)
  if (draw) {
    const frame = { ...column, y: flow.y, heightPt: figure.heightPt }
    drawPicture(pdf, figure.picture, frame, figure.caption.length + figure.heightPt)
    setInFrame(pdf, figure.caption, { ...column, y: flow.y + figure.heightPt + 4 }, style)
  }
  return figure.heightPt + 4 + captionHeight
}

function setTableBlock(setting: Setting, table: Table, draw: boolean): number {
  return setTable(setting.pdf, table, { ...setting.flow.column(), y: setting.flow.y }, styleOf(setting, 'small'), draw)
}

function setBox(setting: Setting, box: Box): void {
  const { pdf, flow, layout } = setting
  const column = flow.column()
  const style = styleOf(setting, 'small')
  const widthPt = column.widthPt - 12
  const texts = [`**${box.title}**`, ...box.lines]
  const height = texts.reduce((sum, text) => sum + heightInFrame(pdf, text, widthPt, style) + 2, 10)
  if (flow.room() < height) flow.nextColumn()
  const { x } = flow.column()
  pdf.rect(x, flow.y, column.widthPt, height).fill('#e8eef4')
  pdf.fillColor('black')
  let y = flow.y + 5
  for (const text of texts) y += setInFrame(pdf, text, { x: x + 6, y, widthPt }, style) + 2
  flow.y += height + layout.leadingPt
}
