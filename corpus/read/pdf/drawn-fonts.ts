/**
 * The fonts of a page, taken from pdf.js on their way from its worker, which in Node is in this process, to the page. A
 * font is sent when it is first drawn with; where the last one wanted is met the drawing is broken off, for a page drawn to
 * its end costs as much as reading it. Part of the fence around pdf-parse.
 */
import type { DrawnFont } from './letter-widths.ts'

interface FontMessage {
  readonly action: 'commonobj'
  readonly data: readonly [name: string, kind: 'Font', font: { readonly extra?: DrawnFont }]
}
export interface WorkerPort {
  postMessage(message: unknown, transfer?: unknown): void
}
interface Drawing {
  getOperatorList(options: { annotationMode: number }): Promise<unknown>
}

export const WITHOUT_ANNOTATIONS = 0

/** Adds the named fonts to `met`, as far as the page is drawn with them. The page cannot be drawn properly afterwards. */
export async function meetFonts(
  page: Drawing,
  port: WorkerPort,
  names: readonly string[],
  met: Map<string, DrawnFont>,
): Promise<void> {
  const missing = new Set(names.filter((name) => !met.has(name)))
  if (missing.size === 0) return
  const { postMessage } = port
  port.postMessage = (message, transfer) => {
    if (!isFont(message)) return postMessage.call(port, message, transfer)
    const [name, , { extra }] = message.data
    if (extra !== undefined) met.set(name, extra)
    missing.delete(name)
    // pdf.js passes over what cannot be drawn and ends the page there
    if (missing.size === 0) throw new Error('the fonts wanted have been met')
  }
  try {
    await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS })
  } finally {
    port.postMessage = postMessage
  }
}

/** Adds the fonts that are sent while something is drawn to its end. */
export async function hearFonts<T>(port: WorkerPort, met: Map<string, DrawnFont>, draw: () => Promise<T>): Promise<T> {
  const { postMessage } = port
  port.postMessage = (message, transfer) => {
    const [name, , font] = isFont(message) ? message.data : []
    if (name !== undefined && font?.extra !== undefined) met.set(name, font.extra)
    postMessage.call(port, message, transfer)
  }
  try {
    return await draw()
  } finally {
    port.postMessage = postMessage
  }
}

function isFont(message: unknown): message is FontMessage {
  const { action, data } = message as { action?: unknown; data?: unknown }
  return action === 'commonobj' && Array.isArray(data) && data[1] === 'Font'
}
