/** The one place that touches tesseract.js: pictures of pages in, words with places and confidence out. No download. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, PSM, type Worker } from 'tesseract.js'

/** A recognised word, in pixels of the picture it was read from. */
export interface RecognisedWord {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly confidence: number
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[]
  /** Baseline at both ends of the line. */
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** From the top of the tall letters to the foot of the deep ones. */
  readonly rowHeight: number
}

export interface Recognition {
  readonly lines: readonly RecognisedLine[]
  /** 0 to 1. */
  readonly confidence: number
}

export interface Recogniser {
  recognise(png: Uint8Array): Promise<Recognition>
  close(): Promise<void>
}

/** Loads the engine into a worker of its own; about a quarter of a second. */
export async function openRecogniser(): Promise<Recogniser> {
  const language = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')
  const langPath = join(dirname(language), '4.0.0_best_int')
  const worker = await createWorker('eng', 1, { langPath, gzip: true, cacheMethod: 'none' })
  // told the resolution, the engine does not guess it aloud on stderr
  // and the layout of the page (columns, pictures) is found out, which is not its default
  await worker.setParameters({ user_defined_dpi: '200', tessedit_pageseg_mode: PSM.AUTO })
  return {
    recognise: (png) => recognise(worker, png),
    close: async () => void (await worker.terminate()),
  }
}

async function recognise(worker: Worker, png: Uint8Array): Promise<Recognition> {
  const { data } = await worker.recognize(Buffer.from(png), {}, { blocks: true, text: false })
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return {
    confidence: (data.confidence ?? 0) / 100,
    lines: lines.map((line) => ({
      x0: line.baseline.x0,
      y0: line.baseline.y0,
      x1: line.baseline.x1,
      y1: line.baseline.y1,
      rowHeight: line.rowAttributes.rowHeight,
      words: line.words.map(({ text, bbox, confidence }) => ({
        text,
        x: bbox.x0,
        width: bbox.x1 - bbox.x0,
        confidence: confidence / 100,
      })),
    })),
  }
}
