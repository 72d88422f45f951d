/** Runs inside the page: where the browser itself draws words of the PDF, told by the text layer. */

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** As much of the page's own types as is used here; the tests are compiled without them. */
interface PageNode {
  readonly textContent: string | null
}
declare const document: {
  querySelector(selector: string): PageNode | null
  createTreeWalker(root: PageNode, show: number): { nextNode(): PageNode | null }
  createRange(): {
    setStart(node: PageNode, offset: number): void
    setEnd(node: PageNode, offset: number): void
    getBoundingClientRect(): Rectangle
  }
}

/** The rectangle of `text` on a page if it stands there exactly once and on one line; else null. */
export function wordsOnPage({ number, text }: { number: number; text: string }): Rectangle | null {
  const showText = 4
  const mostOneLine = 30
  const layer = document.querySelector(`[data-page="${number}"] .words`)
  if (!layer) return null
  const pieces: { node: PageNode; start: number }[] = []
  let all = ''
  const walker = document.createTreeWalker(layer, showText)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, start: all.length })
    all += node.textContent ?? ''
  }
  const at = all.indexOf(text)
  if (at < 0 || all.indexOf(text, at + 1) >= 0) return null
  const range = document.createRange()
  const first = pieces.findLast(({ start }) => start <= at)!
  const last = pieces.findLast(({ start }) => start < at + text.length)!
  range.setStart(first.node, at - first.start)
  range.setEnd(last.node, at + text.length - last.start)
  const { x, y, width, height } = range.getBoundingClientRect()
  return height > mostOneLine ? null : { x, y, width, height }
}
