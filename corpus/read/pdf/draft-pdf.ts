/** All pages of a PDF become draft blocks in reading order. Pure. */
import type { DraftBlock } from '../draft.ts'
import { healInterruptions } from '../interruptions.ts'
import { countWords, hyphenJudge } from '../line-join.ts'
import { kindByLook } from './block-kind.ts'
import { bodyStyle } from './body-style.ts'
import { withFlow } from './flow.ts'
import { askewBox, type FramePage } from './frame.ts'
import { type KindedBlock, withFrontMatter } from './front-matter.ts'
import { furnitureOf } from './furniture.ts'
import { linesOf } from './line.ts'
import { orderedLines } from './page-order.ts'
import { placedText } from './paragraph-text.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { SourcePage } from './pdf-source.ts'

export function draftPdf(frames: readonly FramePage[], sources: readonly SourcePage[]): readonly DraftBlock[] {
  const pages = frames.map((page) => ({ page, lines: linesOf(page) }))
  const all = pages.flatMap(({ lines }) => lines)
  if (all.length === 0) return []
  const body = bodyStyle(all)
  const furniture = furnitureOf(pages, body.size)
  const dropsHyphen = hyphenJudge(countWords(all.map((line) => line.text)))
  const frameOf = new Map(frames.map((page) => [page.number, page]))
  const pageOf = (number: number): FramePage => frameOf.get(number)!
  const blocks: KindedBlock[] = []
  for (const { lines } of pages) {
    const kept = orderedLines(
      lines.filter((line) => !furniture.has(line)),
      body,
    )
    for (const paragraph of paragraphsOf(kept, body)) {
      const { text } = placedText(paragraph.lines, pageOf, dropsHyphen)
      blocks.push({ kind: kindByLook({ paragraph, text }, body), section: null, text, lines: paragraph.lines })
    }
  }
  const flowing = withFlow(withFrontMatter(blocks, body)).map((block): DraftBlock => {
    const { text, runs } = placedText(block.lines, pageOf, dropsHyphen)
    return { kind: block.kind, section: block.section, page: block.lines[0]!.page, text, runs }
  })
  const heads = [...furniture].map((line): DraftBlock => {
    const { text, runs } = placedText([line], pageOf, dropsHyphen)
    return { kind: 'running-head', section: 'furniture', page: line.page, text, runs }
  })
  const askew = sources.flatMap((source, index) => askewBlocks(source, frames[index]!))
  return [...healInterruptions(flowing, dropsHyphen), ...heads, ...askew]
}

/** Margin strips and labels that run up the page are kept at the end, out of the flow. */
function askewBlocks(source: SourcePage, frame: FramePage): readonly DraftBlock[] {
  return frame.askew.map((item): DraftBlock => {
    const text = item.text.trim()
    const box = askewBox(source, item)
    const margin = box.x < 0.08 * source.width || box.x + box.width > 0.92 * source.width
    const kind = margin ? 'running-head' : 'figure-label'
    return { kind, section: 'furniture', page: source.number, text, runs: [{ start: 0, end: text.length, ...box }] }
  })
}
