/** One page: its picture, its words (for selecting), and the boxes of its facts. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { memo } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PaperDetail } from '../api/types.ts'
import type { FactBox } from './fact-boxes.ts'
import type { Chosen } from './paper-view.tsx'
import { paintPage } from './pdf.ts'

type SheetPage = PaperDetail['pages'][number]

interface PageSheetProps {
  readonly page: SheetPage
  readonly pdf: PDFDocumentProxy | null
  /** The element that scrolls. */
  readonly stack: { readonly current: HTMLElement | null }
  readonly zoom: number
  readonly boxes: readonly FactBox[]
  readonly chosen: Chosen | null
  onChoose(fact: string, evidence: number): void
}

export function PageSheet(props: PageSheetProps) {
  const { page, pdf, zoom } = props
  const sheet = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const isNear = useNear(sheet, props.stack)
  const [problem, setProblem] = useState(false)
  useEffect(() => {
    if (!isNear || pdf === null || picture.current === null) return
    const painting = paintPage(pdf, page.number, picture.current)
    painting.done.catch(() => setProblem(true))
    return () => painting.stop()
  }, [isNear, pdf, page.number, zoom])
  return (
    <figure
      class="sheet"
      ref={sheet}
      style={{ '--page-width': page.width, '--page-height': page.height, '--zoom': zoom }}
      data-page={page.number}
    >
      <div class="sheet-picture" ref={picture} />
      {problem && <p class="sheet-note">This page could not be drawn.</p>}
      {page.source === 'ocr' && <p class="sheet-note">Scanned page, read by OCR{confidence(page)}</p>}
      {isNear && (
        <Boxes
          page={page}
          boxes={props.boxes}
          chosen={props.chosen?.fact ?? null}
          at={props.chosen?.evidence ?? 0}
          onChoose={props.onChoose}
        />
      )}
      <figcaption class="sheet-number">Page {page.number}</figcaption>
    </figure>
  )
}

function confidence(page: SheetPage): string {
  return page.confidence === null ? '' : ` (${Math.round(page.confidence * 100)}% sure)`
}

interface BoxesProps {
  readonly page: SheetPage
  readonly boxes: readonly FactBox[]
  readonly chosen: string | null
  readonly at: number
  onChoose(fact: string, evidence: number): void
}

/** For pointing only: by keyboard and screen reader the same facts are reached in the panel. */
const Boxes = memo(function Boxes({ page, boxes, chosen, at, onChoose }: BoxesProps) {
  return (
    <div class="boxes" aria-hidden="true">
      {boxes.map((box, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the panel holds the same facts for the keyboard
        // biome-ignore lint/a11y/useKeyWithClickEvents: the panel holds the same facts for the keyboard
        <div
          key={index}
          class={`box kind-${box.kind} ${box.fact === chosen ? 'chosen' : ''} ${box.fact === chosen && box.evidence === at ? 'at' : ''} ${box.rejected ? 'rejected' : ''} ${box.repeated ? 'repeated' : ''}`}
          title={box.title}
          data-fact={box.fact}
          data-evidence={box.evidence}
          style={placeOf(box, page)}
          onClick={() => onChoose(box.fact, box.evidence)}
        />
      ))}
    </div>
  )
})

function placeOf(box: FactBox, page: SheetPage): Record<string, string> {
  return {
    left: `${(box.x / page.width) * 100}%`,
    top: `${(box.y / page.height) * 100}%`,
    width: `${(box.width / page.width) * 100}%`,
    height: `${(box.height / page.height) * 100}%`,
  }
}

type ElementRef = { readonly current: HTMLElement | null }

/** Whether the element is within a screen and a half of what is seen. */
function useNear(element: ElementRef, stack: ElementRef): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), {
      root: stack.current,
      rootMargin: '150% 0px',
    })
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [element, stack])
  return isNear
}
