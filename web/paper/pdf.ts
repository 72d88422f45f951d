/** The one place that knows pdf.js: opening a file, painting a page with its invisible words. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  TextLayer,
} from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** Sharp on fine screens, but not beyond what a page needs. */
const MAX_PIXEL_RATIO = 2

export function openPdf(url: string): PDFDocumentLoadingTask {
  return getDocument({
    url,
    // a function of a PDF is never made into code
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    iccUrl: '/pdfjs/iccs/',
    wasmUrl: '/pdfjs/wasm/',
  })
}

export interface Painting {
  readonly done: Promise<void>
  /** Ends the work and frees the picture. */
  stop(): void
}

/** Paints into `frame` at the frame's own width. */
export function paintPage(pdf: PDFDocumentProxy, pageNumber: number, frame: HTMLElement): Painting {
  const ending: (() => void)[] = [() => frame.replaceChildren()]
  let isStopped = false
  const paint = async () => {
    const page = await pdf.getPage(pageNumber)
    if (isStopped) return
    const scale = frame.clientWidth / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    const ratio = Math.min(devicePixelRatio, MAX_PIXEL_RATIO)
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width * ratio)
    canvas.height = Math.floor(viewport.height * ratio)
    const words = document.createElement('div')
    words.className = 'words'
    words.style.setProperty('--scale-factor', String(scale))
    words.style.setProperty('--total-scale-factor', String(scale))
    frame.replaceChildren(canvas, words)
    const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] })
    ending.push(() => task.cancel())
    await task.promise
    if (isStopped) return
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
    ending.push(() => layer.cancel())
    await layer.render()
  }
  return {
    done: paint().catch((error: unknown) => {
      if (!isStopped) throw error
    }),
    stop() {
      isStopped = true
      for (const end of ending.splice(0)) end()
    },
  }
}
