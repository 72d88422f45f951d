/** All pages one below the other; a page is painted when it comes near and forgotten when it is far. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { sentenceOf } from '../api/client.ts'
import type { Fact, PaperDetail } from '../api/types.ts'
import { Problem } from '../frame/states.tsx'
import { boxesByPage } from './fact-boxes.ts'
import { PageSheet } from './page-sheet.tsx'
import type { Chosen } from './paper-view.tsx'
import { openPdf } from './pdf.ts'

export interface PageStackProps {
  readonly detail: PaperDetail
  readonly facts: readonly Fact[]
  readonly chosen: Chosen | null
  onChoose(fact: string, evidence: number): void
}

const ZOOMS = [0.6, 0.8, 1, 1.25, 1.5, 2] as const

export function PageStack(props: PageStackProps) {
  const { detail, facts, chosen } = props
  const { pdf, problem } = usePdf(`/api/papers/${detail.paper.id}/file`)
  const [zoom, setZoom] = useState(2)
  const stack = useRef<HTMLDivElement>(null)
  const boxes = useMemo(() => boxesByPage(facts), [facts])
  // a fact that changes is not shown again, only one that is chosen
  useEffect(() => {
    showChosen(
      stack.current,
      facts.find(({ id }) => id === chosen?.fact),
      chosen,
    )
  }, [chosen])
  if (problem !== null) return <Problem message={problem} />
  return (
    <>
      <div class="zoom" role="toolbar" aria-label="Zoom">
        <button
          type="button"
          class="small"
          aria-label="Smaller"
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          −
        </button>
        <span class="number small">{Math.round(ZOOMS[zoom]! * 100)}%</span>
        <button
          type="button"
          class="small"
          aria-label="Larger"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          +
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="page-stack" ref={stack} tabIndex={0} aria-label={`${detail.pages.length} pages`}>
        {detail.pages.map((page) => (
          <PageSheet
            key={page.number}
            page={page}
            pdf={pdf}
            stack={stack}
            zoom={ZOOMS[zoom]!}
            boxes={boxes.get(page.number) ?? NONE}
            chosen={chosen}
            onChoose={props.onChoose}
          />
        ))}
      </section>
    </>
  )
}

const NONE: readonly never[] = []

function usePdf(url: string): { readonly pdf: PDFDocumentProxy | null; readonly problem: string | null } {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const task = openPdf(url)
    task.promise.then(setPdf, (error: unknown) => setProblem(`The page pictures cannot be drawn: ${sentenceOf(error)}`))
    return () => void task.destroy()
  }, [url])
  return { pdf, problem }
}

/** Scrolls the chosen quote into the middle of the pages, and only there; its page may not be painted yet. */
function showChosen(stack: HTMLElement | null, fact: Fact | undefined, chosen: Chosen | null): void {
  const box = fact?.evidence[chosen?.evidence ?? 0]?.boxes[0]
  const sheet = stack?.querySelector<HTMLElement>(`[data-page="${box?.page}"]`)
  if (!stack || !box || !sheet) return
  const frame = stack.getBoundingClientRect()
  const page = sheet.getBoundingClientRect()
  const scale = page.width / Number(sheet.style.getPropertyValue('--page-width'))
  const top = page.top + box.y * scale - frame.top
  if (top < 60 || top + box.height * scale > frame.height - 60) {
    stack.scrollBy({ top: top - frame.height / 3, behavior: 'smooth' })
  }
  const left = page.left + box.x * scale - frame.left
  if (left < 0 || left + box.width * scale > frame.width) stack.scrollBy({ left: left - 40 })
}
