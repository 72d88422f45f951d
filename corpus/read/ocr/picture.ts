/** Pictures of pages: turned by quarters for recognition. */
import { createCanvas, loadImage } from '@napi-rs/canvas'

export interface Turned {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** Clockwise quarter turns that were made. */
  readonly quarters: 0 | 1 | 2 | 3
}

export async function turnedPicture(png: Uint8Array, quarters: Turned['quarters']): Promise<Turned> {
  const image = await loadImage(Buffer.from(png))
  if (quarters === 0) return { png, width: image.width, height: image.height, quarters }
  const crosswise = quarters !== 2
  const width = crosswise ? image.height : image.width
  const height = crosswise ? image.width : image.height
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.translate(width / 2, height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(image, -image.width / 2, -image.height / 2)
  return { png: canvas.toBuffer('image/png'), width, height, quarters }
}
