/** The stream of columns a report is poured into: knows where the next line goes and opens pages. */
import type { Layout } from './layouts.ts'
import type { SampleSettings } from './sample-source.ts'
import { useStyle } from './typeface.ts'

export interface Column {
  readonly x: number
  readonly widthPt: number
}

export interface Flow {
  y: number
  readonly column: () => Column
  /** Points left in this column. */
  readonly room: () => number
  /** Ends the wide front of the page: columns begin here. */
  readonly beginColumns: () => void
  readonly nextColumn: () => void
  readonly nextPage: () => void
  /** Starts the first page. */
  readonly open: () => void
}

/** `atColumnStart` may place a waiting figure; `atPageStart` a waiting wide table, before columns begin. */
export interface FlowHooks {
  readonly atColumnStart: () => void
  readonly atPageStart: () => void
}

export function openFlow(pdf: PDFKit.PDFDocument, layout: Layout, settings: SampleSettings, hooks: FlowHooks): Flow {
  const columnWidth = (layout.widthPt - 2 * layout.marginXPt - (layout.columns - 1) * layout.gutterPt) / layout.columns
  let page = settings.firstPage - 1
  let top = layout.topPt
  /** -1 while the wide front of a page is being set. */
  let index = 0

  const startPage = (): void => {
    pdf.addPage({ size: [layout.widthPt, layout.heightPt], margin: 0 })
    page += 1
    drawFurniture(pdf, layout, settings, page)
    index = -1
    flow.y = layout.topPt
    hooks.atPageStart()
    flow.beginColumns()
  }
  const flow: Flow = {
    y: layout.topPt,
    column: () =>
      index < 0
        ? { x: layout.marginXPt, widthPt: layout.widthPt - 2 * layout.marginXPt }
        : { x: layout.marginXPt + index * (columnWidth + layout.gutterPt), widthPt: columnWidth },
    room: () => layout.heightPt - layout.bottomPt - flow.y,
    beginColumns: () => {
      index = 0
      top = flow.y
    },
    nextColumn: () => {
      if (index < layout.columns - 1) {
        index += 1
        flow.y = top
      } else startPage()
      hooks.atColumnStart()
    },
    open: () => {
      startPage()
      if (layout.wideFront) index = -1
    },
    nextPage: () => {
      startPage()
      hooks.atColumnStart()
    },
  }
  return flow
}

function drawFurniture(pdf: PDFKit.PDFDocument, layout: Layout, settings: SampleSettings, page: number): void {
  const head = (page % 2 === 0 ? settings.headEven : settings.head).replace('{page}', String(page))
  const foot = settings.foot.replace('{page}', String(page))
  useStyle(pdf, 'roman', 8)
  const edge = (text: string): number =>
    page % 2 === 0 ? layout.marginXPt : layout.widthPt - layout.marginXPt - pdf.widthOfString(text)
  if (head !== '') pdf.text(head, edge(head), 30, { lineBreak: false })
  if (head !== '' && layout.columns > 1)
    pdf
      .moveTo(layout.marginXPt, 44)
      .lineTo(layout.widthPt - layout.marginXPt, 44)
      .lineWidth(0.5)
      .stroke('black')
  if (foot !== '') pdf.text(foot, edge(foot), layout.heightPt - 34, { lineBreak: false })
  pdf.fillColor('black')
}
