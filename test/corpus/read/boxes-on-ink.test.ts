/** Evidence boxes against the rendered page: the word's ink lies inside its box, the blanks beside it do not cut letters. */
import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { boxesOf } from '../../../corpus/boxes.ts'
import type { Box, Document } from '../../../corpus/document.ts'
import { packageFile } from '../../../corpus/package-root.ts'
import { openPdf } from '../../../corpus/read/pdf/pdf-source.ts'
import { readReport } from '../../../corpus/read-report.ts'

const PIXELS_PER_POINT = 3
const WORDS = 100
/** An edge may touch this much of the blank beside the word, in line heights. */
const SLACK = 0.17

interface Ink {
  /** Whether a column of pixels between two heights has ink, places in points. */
  has(x: number, top: number, bottom: number): boolean
}

async function inkOf(png: Uint8Array): Promise<Ink> {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  const { data: values } = context.getImageData(0, 0, image.width, image.height)
  return {
    has(x, top, bottom) {
      const column = Math.round(x * PIXELS_PER_POINT)
      for (let row = Math.ceil(top * PIXELS_PER_POINT); row < bottom * PIXELS_PER_POINT; row++)
        if (values[(row * image.width + column) * 4]! < 140) return true
      return false
    },
  }
}

/** A blank column lies within the slack of the edge: the box ends between letters and blank, not within a letter. */
function endsAtBlank(ink: Ink, box: Box, edge: number): boolean {
  const slack = SLACK * box.height
  for (let x = edge - slack; x <= edge + slack; x += 0.5 / PIXELS_PER_POINT)
    if (!ink.has(x, box.y + 0.12 * box.height, box.y + 0.98 * box.height)) return true
  return false
}

function isCovered(ink: Ink, box: Box): boolean {
  const inside = [0.2, 0.35, 0.5, 0.65, 0.8].filter((share) =>
    ink.has(box.x + share * box.width, box.y, box.y + box.height),
  )
  return inside.length >= 2 && endsAtBlank(ink, box, box.x) && endsAtBlank(ink, box, box.x + box.width)
}

/** Words between blanks, spread evenly over the document. */
function sampledWords(document: Document): readonly { readonly start: number; readonly end: number }[] {
  const words = [...document.text.matchAll(/(?<=\s)\p{L}{4,}(?=\s)/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const step = Math.max(1, Math.floor(words.length / WORDS))
  return words.filter((_, index) => index % step === 0).slice(0, WORDS)
}

describe('boxes of words', () => {
  test.each(['elbow-article', 'gluteal-letter', 'shoulder-quiz', 'hand-series', 'spine-slides'])(
    '%s: the box covers the word on the page',
    async (name) => {
      const bytes = readFileSync(packageFile(`corpus/reports/${name}.pdf`))
      const document = await readReport(bytes, `${name}.pdf`)
      const source = await openPdf(bytes, name)
      const inks = new Map<number, Ink>()
      const missed: string[] = []
      const words = sampledWords(document)
      for (const span of words) {
        const boxes = boxesOf(document, span)
        // a word broken at a line end has a box on each line
        for (const box of boxes) {
          const ink = inks.get(box.page) ?? (await inkOf(await source.picture(box.page, PIXELS_PER_POINT)))
          inks.set(box.page, ink)
          if (boxes.length === 1 && !isCovered(ink, box)) missed.push(document.text.slice(span.start, span.end))
        }
      }
      await source.close()
      expect(words.length).toBeGreaterThan(50)
      expect(missed.length / words.length, missed.join(' ')).toBeLessThanOrEqual(0.01)
    },
  )
})
