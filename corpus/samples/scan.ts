/**
 * A scanned report: the typeset pages drawn as black-and-white pictures, a little crooked and specked, without a text layer.
 */

import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { plainOf } from './inline.ts'
import { LAYOUTS, ROLE_STYLES } from './layouts.ts'
import type { SampleSource } from './sample-source.ts'
import { fontFolder } from './typeface.ts'
import { informationOf } from './typesetter.ts'

const PIXELS_PER_PT = 200 / 72
const CROOKED_DEGREES = 0.6
const FAMILY = 'Scanned Serif'

/** Builds a PDF whose pages are pictures only. */
export async function scannedPdf(source: SampleSource): Promise<Uint8Array> {
  const { widthPt, heightPt } = LAYOUTS.scan
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info: informationOf(source) })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  for (const lines of pagesOf(source)) {
    pdf.addPage({ size: [widthPt, heightPt], margin: 0 })
    pdf.image(Buffer.from(scanOf(lines)), 0, 0, { width: widthPt, height: heightPt })
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

interface ScannedLine {
  readonly text: string
  readonly y: number
  readonly font: string
}

/** Lays the text out in one column of pages. */
function pagesOf(source: SampleSource): readonly (readonly ScannedLine[])[] {
  const layout = LAYOUTS.scan
  const context = contextOf(1, 1)
  const pages: ScannedLine[][] = [[]]
  let y = layout.topPt
  for (const block of source.blocks) {
    if (block.kind !== 'text') throw new Error(`${source.name}: a scan holds text only, not a ${block.kind}`)
    const look = ROLE_STYLES[block.role]
    const weight = look.style === 'bold' ? 'bold ' : ''
    const font = `${weight}${layout.sizePt * look.scale * PIXELS_PER_PT}px "${FAMILY}"`
    context.font = font
    for (const text of wrapped(context, plainOf(block.text), (layout.widthPt - 2 * layout.marginXPt) * PIXELS_PER_PT)) {
      if (y > layout.heightPt - layout.bottomPt) {
        pages.push([])
        y = layout.topPt
      }
      pages.at(-1)?.push({ text, y, font })
      y += layout.leadingPt * look.scale
    }
    y += 0.6 * layout.leadingPt
  }
  return pages
}

function wrapped(context: SKRSContext2D, text: string, widthPx: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (context.measureText(longer).width > widthPx) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function contextOf(widthPx: number, heightPx: number): SKRSContext2D {
  if (!GlobalFonts.has(FAMILY)) {
    for (const file of ['DejaVuSerif.ttf', 'DejaVuSerif-Bold.ttf'])
      GlobalFonts.registerFromPath(join(fontFolder(), file), FAMILY)
  }
  return createCanvas(widthPx, heightPx).getContext('2d')
}

function scanOf(lines: readonly ScannedLine[]): Uint8Array {
  const { widthPt, heightPt, marginXPt } = LAYOUTS.scan
  const width = Math.round(widthPt * PIXELS_PER_PT)
  const height = Math.round(heightPt * PIXELS_PER_PT)
  const context = contextOf(width, height)
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'black'
  context.rotate((CROOKED_DEGREES * Math.PI) / 180)
  for (const line of lines) {
    context.font = line.font
    context.fillText(line.text, marginXPt * PIXELS_PER_PT, line.y * PIXELS_PER_PT)
  }
  for (let speck = 0; speck < 60; speck += 1) context.fillRect((speck * 733) % width, (speck * 1171) % height, 2, 2)
  return bitonalPng(context.getImageData(0, 0, width, height).data, width, height)
}

/** A one-bit grey PNG, the form fax machines and old scanners leave. */
function bitonalPng(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const rowLength = Math.ceil(width / 8)
  const rows = Buffer.alloc((rowLength + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = (rgba[(y * width + x) * 4] ?? 255) > 140
      const at = y * (rowLength + 1) + 1 + (x >> 3)
      if (light) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** pdfkit takes the pixels as they are and does not check the sums, so they are left empty. */
function chunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
}
