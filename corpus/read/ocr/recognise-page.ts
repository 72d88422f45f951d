/** One scanned page: drawn, turned upright, recognised, and brought back to the places of the page. */
import type { TextItem } from '../pdf/pdf-source.ts'
import { type Turned, turnedPicture } from './picture.ts'
import { recognisedItems, type Turn } from './recognised-items.ts'
import type { Recogniser, Recognition } from './recogniser.ts'

export interface RecognisedPage {
  readonly items: readonly TextItem[]
  readonly confidence: number
}

interface PageSize {
  readonly width: number
  readonly height: number
}

/** 200 dpi and better is what the engine was trained for. */
export const PIXELS_PER_POINT = 300 / 72
/** Larger pictures only cost time. */
const MAX_PIXELS = 14_000_000
/** Below this the page may lie on its side. */
const UPRIGHT_CONFIDENCE = 0.7

/** How finely a page is drawn for recognition. */
export function recognitionScale({ width, height }: PageSize): number {
  return Math.min(PIXELS_PER_POINT, Math.sqrt(MAX_PIXELS / (width * height)))
}

export async function recognisePage(
  recogniser: Recogniser,
  png: Uint8Array,
  page: PageSize,
  pixelsPerPoint: number,
): Promise<RecognisedPage> {
  let best: { recognition: Recognition; turned: Turned } | null = null
  for (const quarters of [0, 1, 3, 2] as const) {
    const turned = await turnedPicture(png, quarters)
    const recognition = await recogniser.recognise(turned.png)
    if (best === null || recognition.confidence > best.recognition.confidence) best = { recognition, turned }
    if (best.recognition.confidence >= UPRIGHT_CONFIDENCE) break
  }
  const { recognition, turned } = best!
  const turn = turnOf(recognition, turned, page, pixelsPerPoint)
  return { items: recognisedItems(recognition, turn), confidence: recognition.confidence }
}

/** Undoes the engine's own straightening, then the quarter turns. */
function turnOf(recognition: Recognition, turned: Turned, page: PageSize, pixelsPerPoint: number): Turn {
  const centreX = turned.width / 2
  const centreY = turned.height / 2
  const sin = Math.sin(-recognition.turnedRadians)
  const cos = Math.cos(-recognition.turnedRadians)
  return {
    pixelsPerPoint,
    toPage(x, y) {
      const left = (x - centreX) * cos - (y - centreY) * sin + centreX
      const top = (x - centreX) * sin + (y - centreY) * cos + centreY
      return unturned(left / pixelsPerPoint, top / pixelsPerPoint, turned.quarters, page)
    },
  }
}

function unturned(x: number, y: number, quarters: Turned['quarters'], page: PageSize): { x: number; y: number } {
  if (quarters === 1) return { x: y, y: page.height - x }
  if (quarters === 2) return { x: page.width - x, y: page.height - y }
  if (quarters === 3) return { x: page.width - y, y: x }
  return { x, y }
}
