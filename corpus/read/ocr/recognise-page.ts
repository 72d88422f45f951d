/** One scanned page: drawn, turned upright, recognised, and brought back to the places of the page. */
import type { TextItem } from '../pdf/pdf-source.ts'
import { type Quarters, type Turned, turnedPicture } from './picture.ts'
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

/** Scans are made at 200 dpi and better, and the engine was trained for that. */
const PIXELS_PER_POINT = 200 / 72
/** Larger pictures only cost time. */
const MAX_PIXELS = 10_000_000
/** Below this the page may lie on its side. */
const UPRIGHT_CONFIDENCE = 0.7
/** The engine reads lines that slope less than this without help. */
const MOST_SKEW = 0.008
/** Which way is up shows at half the size. */
const TRIAL_SCALE = 0.5

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
  let turned = await turnedPicture(png, 0)
  let recognition = await recogniser.recognise(turned.png)
  if (uprightness(recognition) < UPRIGHT_CONFIDENCE) {
    const quarters = await bestTurn(recogniser, png)
    if (quarters !== 0) {
      turned = await turnedPicture(png, quarters)
      recognition = await recogniser.recognise(turned.png)
    }
  }
  const skew = skewOf(recognition)
  if (Math.abs(skew) > MOST_SKEW) {
    turned = await turnedPicture(png, turned.quarters, 1, skew)
    recognition = await recogniser.recognise(turned.png)
  }
  const turn = turnOf(turned, page, pixelsPerPoint)
  return { items: recognisedItems(recognition, turn), confidence: recognition.confidence }
}

/** Slope of the lines, in radians: that of the middle one. */
function skewOf({ lines }: Recognition): number {
  const slopes = lines
    .filter((line) => line.x1 - line.x0 > 200)
    .map((line) => Math.atan2(line.y1 - line.y0, line.x1 - line.x0))
    .sort((a, b) => a - b)
  return slopes[Math.floor(slopes.length / 2)] ?? 0
}

/** Confidence, less where lines run up or down the picture: the engine reads those too, but lays them out badly. */
function uprightness({ confidence, lines }: Recognition): number {
  const level = lines.filter((line) => Math.abs(line.x1 - line.x0) >= Math.abs(line.y1 - line.y0)).length
  return lines.length === 0 ? confidence : (confidence * level) / lines.length
}

async function bestTurn(recogniser: Recogniser, png: Uint8Array): Promise<Quarters> {
  let best: Quarters = 0
  let most = 0
  for (const quarters of [0, 1, 3, 2] as const) {
    const trial = await recogniser.recognise((await turnedPicture(png, quarters, TRIAL_SCALE)).png)
    const score = uprightness(trial)
    if (score > most) {
      best = quarters
      most = score
    }
    if (most >= UPRIGHT_CONFIDENCE) break
  }
  return best
}

/** Undoes the straightening, then the quarter turns. */
function turnOf(turned: Turned, page: PageSize, pixelsPerPoint: number): Turn {
  const centreX = turned.width / 2
  const centreY = turned.height / 2
  const sin = Math.sin(turned.skew)
  const cos = Math.cos(turned.skew)
  return {
    pixelsPerPoint,
    toPage(x, y) {
      const left = (x - centreX) * cos - (y - centreY) * sin + centreX
      const top = (x - centreX) * sin + (y - centreY) * cos + centreY
      return unturned(left / pixelsPerPoint, top / pixelsPerPoint, turned.quarters, page)
    },
  }
}

function unturned(x: number, y: number, quarters: Quarters, page: PageSize): { x: number; y: number } {
  if (quarters === 1) return { x: y, y: page.height - x }
  if (quarters === 2) return { x: page.width - x, y: page.height - y }
  if (quarters === 3) return { x: page.width - y, y: x }
  return { x, y }
}
