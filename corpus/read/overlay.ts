/** The pages of a read PDF with its blocks, reading order and sentences drawn over them, to look at. */
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { boxesOf } from '../boxes.ts'
import type { Block, BlockKind, Box, Document } from '../document.ts'
import { openPdf } from './pdf/pdf-source.ts'

export interface OverlayPicture {
  readonly page: number
  readonly png: Uint8Array
}

const PIXELS_PER_POINT = 1.5
const COLOURS: Partial<Record<BlockKind, string>> = {
  title: '#8e24aa',
  authors: '#6d4c41',
  affiliation: '#6d4c41',
  abstract: '#00838f',
  heading: '#8e24aa',
  paragraph: '#1565c0',
  'list-item': '#1565c0',
  caption: '#ef6c00',
  table: '#2e7d32',
  reference: '#546e7a',
  'side-box': '#c2185b',
}
const QUIET_COLOUR = '#9e9e9e'

/** One picture for each page of the PDF the document was read from. */
export async function overlayPictures(bytes: Uint8Array, document: Document): Promise<readonly OverlayPicture[]> {
  const source = await openPdf(bytes, document.file)
  try {
    const pictures: OverlayPicture[] = []
    for (const { number } of document.pages)
      pictures.push({
        page: number,
        png: await overlayPicture(await source.picture(number, PIXELS_PER_POINT), document, number),
      })
    return pictures
  } finally {
    await source.close()
  }
}

async function overlayPicture(png: Uint8Array, document: Document, page: number): Promise<Uint8Array> {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  context.scale(PIXELS_PER_POINT, PIXELS_PER_POINT)
  for (const [index, sentence] of document.sentences.entries()) {
    context.fillStyle = index % 2 === 0 ? 'rgba(255, 235, 59, 0.35)' : 'rgba(129, 212, 250, 0.35)'
    for (const box of boxesOf(document, sentence.span))
      if (box.page === page) context.fillRect(box.x, box.y, box.width, box.height)
  }
  for (const [index, block] of document.blocks.entries())
    for (const [part, box] of block.boxes.entries())
      if (box.page === page)
        drawBlock(context, block, box, part === 0 ? `${index + 1} ${label(block)}` : `${index + 1} \u2026`)
  return canvas.toBuffer('image/png')
}

function label(block: Block): string {
  return `${block.kind} / ${block.section}`
}

function drawBlock(context: SKRSContext2D, block: Block, box: Box, text: string): void {
  const colour = COLOURS[block.kind] ?? QUIET_COLOUR
  context.strokeStyle = colour
  context.lineWidth = 0.8
  context.strokeRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2)
  context.font = '6px sans-serif'
  const width = context.measureText(text).width
  context.fillStyle = colour
  context.fillRect(box.x - 1, box.y - 8, width + 4, 7)
  context.fillStyle = '#fff'
  context.fillText(text, box.x + 1, box.y - 2.5)
}
