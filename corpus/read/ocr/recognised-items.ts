/** Recognised lines become text items, so that a scan is laid out by the same rules as a text layer. Pure. */
import type { TextItem } from '../pdf/pdf-source.ts'
import type { RecognisedLine, RecognisedWord, Recognition } from './recogniser.ts'

/** Letters of most typefaces fill this much of the font size from head to foot. */
const ROW_SHARE = 0.92
/** Dust and folds are read as marks without letters. */
const SPECK_CONFIDENCE = 0.9
const GARBAGE_CONFIDENCE = 0.3

export interface Turn {
  /** Maps a place in the turned picture to the page. */
  toPage(x: number, y: number): { readonly x: number; readonly y: number }
  readonly pixelsPerPoint: number
}

export function recognisedItems(recognition: Recognition, turn: Turn): readonly TextItem[] {
  const usual = usualHeight(recognition.lines)
  return recognition.lines.flatMap((line) => lineItems(line, usual, turn))
}

/** Row heights waver by a pixel or two; what is near the usual height has it. */
function usualHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.flatMap((line) => line.words.map(() => line.rowHeight)).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

function lineItems(line: RecognisedLine, usual: number, turn: Turn): readonly TextItem[] {
  const words = kept(line.words)
  if (words.length === 0) return []
  const height = Math.abs(line.rowHeight - usual) < 0.12 * usual ? usual : line.rowHeight
  const slope = line.x1 > line.x0 ? (line.y1 - line.y0) / (line.x1 - line.x0) : 0
  const middle = line.y0 + (slope * (line.x1 - line.x0)) / 2
  return words.map(({ text, x, width }): TextItem => {
    const start = turn.toPage(x, middle)
    const end = turn.toPage(x + width, middle)
    const length = Math.hypot(end.x - start.x, end.y - start.y)
    return {
      text,
      x: start.x,
      y: start.y,
      dx: (end.x - start.x) / length,
      dy: (end.y - start.y) / length,
      width: length,
      size: height / ROW_SHARE / turn.pixelsPerPoint,
      font: 'recognised',
    }
  })
}

/** One doubtful sign; doubtful words are kept, for a gap in a sentence is worse. */
function isGarbage({ text, confidence }: RecognisedWord): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return text.trim() === '' || (signs < 2 && confidence < GARBAGE_CONFIDENCE)
}

function kept(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const read = words
    .map((word) => ({ ...word, text: word.text.replace(/^[~|\u00A6_]+(?=\p{L})/u, '') }))
    .filter((word) => word.width > 0 && !isGarbage(word))
  const isSpeck = (word: RecognisedWord): boolean =>
    !/[\p{L}\p{N}+=<>\u00B1\u00D7%]/u.test(word.text) && word.confidence < SPECK_CONFIDENCE
  // a dash or a bracket within a line is text; a lone mark at its ends is dust
  const from = read.findIndex((word) => !isSpeck(word))
  const to = read.findLastIndex((word) => !isSpeck(word))
  return from < 0 ? [] : read.slice(from, to + 1)
}
