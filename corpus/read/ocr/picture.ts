/** Pictures of pages made ready for recognition: grey on white, turned by quarters, drawn smaller. */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'

export type Quarters = 0 | 1 | 2 | 3

export interface Turned {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** Clockwise quarter turns that were made. */
  readonly quarters: Quarters
  /** Anticlockwise turn in radians on top of them. */
  readonly skew: number
}

/** `skew` is the slope of the lines in radians, which is taken out as well. */
export async function turnedPicture(png: Uint8Array, quarters: Quarters, scale = 1, skew = 0): Promise<Turned> {
  const image = await loadImage(Buffer.from(png))
  const across = Math.round(image.width * scale)
  const down = Math.round(image.height * scale)
  const width = quarters % 2 === 0 ? across : down
  const height = quarters % 2 === 0 ? down : across
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  // an empty background is transparent, which the engine takes for ink of a kind
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((quarters * Math.PI) / 2 - skew)
  context.drawImage(image, -across / 2, -down / 2, across, down)
  makeGrey(canvas)
  return { png: canvas.toBuffer('image/png'), width, height, quarters, skew }
}

function makeGrey(canvas: Canvas): void {
  const context = canvas.getContext('2d')
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  const { data: values } = pixels
  for (let index = 0; index < values.length; index += 4) {
    const grey = (3 * values[index]! + 6 * values[index + 1]! + values[index + 2]!) / 10
    values[index] = grey
    values[index + 1] = grey
    values[index + 2] = grey
    values[index + 3] = 255
  }
  context.putImageData(pixels, 0, 0)
}
