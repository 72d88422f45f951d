/** Pictures of the samples: drawn, not photographed, so that no patient was needed. The same seed draws the same picture. */
import type { FigureKind } from './sample-source.ts'

interface Frame {
  readonly x: number
  readonly y: number
  readonly widthPt: number
  readonly heightPt: number
}

const GROUND: Readonly<Record<FigureKind, string>> = {
  radiograph: '#1c1c1c',
  scan: '#0a0a0a',
  photograph: '#d8c3b1',
  histology: '#f3dfe9',
}
const TISSUE: Readonly<Record<FigureKind, string>> = {
  radiograph: '#4a4a4a',
  scan: '#3b3b3b',
  photograph: '#c9a58c',
  histology: '#dcb2cb',
}
const DEPOSIT: Readonly<Record<FigureKind, string>> = {
  radiograph: '#f2f2f2',
  scan: '#ffffff',
  photograph: '#f5efe0',
  histology: '#5b3a78',
}

/** Draws a picture with a bone or limb shape, scattered deposits and a side marker. */
export function drawPicture(pdf: PDFKit.PDFDocument, picture: FigureKind, frame: Frame, seed: number): void {
  const random = randomFrom(seed)
  pdf.save()
  pdf.rect(frame.x, frame.y, frame.widthPt, frame.heightPt).clip()
  pdf.rect(frame.x, frame.y, frame.widthPt, frame.heightPt).fill(GROUND[picture])
  const middle = frame.y + frame.heightPt / 2
  pdf
    .ellipse(frame.x + frame.widthPt / 2, middle, frame.widthPt * 0.46, frame.heightPt * (0.25 + 0.15 * random()))
    .fill(TISSUE[picture])
  for (let blob = 0; blob < 22; blob += 1) {
    const x = frame.x + frame.widthPt * (0.2 + 0.6 * random())
    const y = middle + frame.heightPt * 0.3 * (random() - 0.5)
    pdf.circle(x, y, 1.5 + 6 * random()).fill(DEPOSIT[picture])
  }
  pdf.restore()
  if (picture === 'radiograph' || picture === 'scan') {
    pdf.font('bold').fontSize(8).fillColor('white')
    pdf.text(random() > 0.5 ? 'R' : 'L', frame.x + 5, frame.y + 4, { lineBreak: false })
  }
  pdf.fillColor('black')
}

/** A small congruential generator: the pictures must not change from one build to the next. */
function randomFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
