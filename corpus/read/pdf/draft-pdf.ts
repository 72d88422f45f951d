/** All pages of a PDF become draft blocks in reading order. Pure. */
import type { DraftBlock } from '../draft.ts'
import { healInterruptions } from '../interruptions.ts'
import { countWords, hyphenJudge } from '../line-join.ts'
import { kindByLook } from './block-kind.ts'
import { type BodyStyle, bodyStyle } from './body-style.ts'
import { withFlow } from './flow.ts'
import { askewBox, type FramePage } from './frame.ts'
import { type KindedBlock, withFrontMatter } from './front-matter.ts'
import { furnitureOf } from './furniture.ts'
import { type Line, linesOf } from './line.ts'
import { withNeighbours } from './neighbours.ts'
import { orderedLines } from './page-order.ts'
import { type PlacedText, placedText } from './paragraph-text.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { SourcePage } from './pdf-source.ts'
import { withSideBoxes } from './side-boxes.ts'
import { isSlideDeck, withSlides } from './slides.ts'
import { withContinuedTables } from './table-continued.ts'
import { tableDraft } from './table-draft.ts'
import { gridOf } from './table-grid.ts'
import { type FlowPart, withTables } from './table-region.ts'

/** `fontOf` numbers the typefaces whose letter widths are known. */
export function draftPdf(
  frames: readonly FramePage[],
  sources: readonly SourcePage[],
  fontOf: (name: string) => number | undefined,
): readonly DraftBlock[] {
  const pages = frames.map((page) => ({ page, lines: linesOf(page) }))
  const all = pages.flatMap(({ lines }) => lines)
  if (all.length === 0) return []
  const body = bodyStyle(all)
  const furniture = furnitureOf(pages, body.size)
  const dropsHyphen = hyphenJudge(countWords(all.map((line) => line.text)))
  const frameOf = new Map(frames.map((page) => [page.number, page]))
  const pageOf = (number: number): FramePage => frameOf.get(number)!
  const known = new Map<readonly Line[], PlacedText>()
  const placed = (lines: readonly Line[]): PlacedText => {
    const text = known.get(lines) ?? placedText(lines, pageOf, dropsHyphen, fontOf)
    known.set(lines, text)
    return text
  }
  const blocks: KindedBlock[] = []
  for (const { page, lines } of pages) {
    const kept = orderedLines(
      lines.filter((line) => !furniture.has(line)),
      body,
    )
    for (const part of withTables(kept, page.rules, body)) blocks.push(...kindedBlocks(part, body, placed))
  }
  const heads = [...furniture]
  const fronted = withFrontMatter(
    withContinuedTables(blocks),
    body,
    heads.map((line) => line.text),
  )
  const named = isSlideDeck(frames)
    ? withSlides(fronted, frames)
    : withNeighbours(withFlow(withSideBoxes(fronted, body)), body)
  const healed = healInterruptions(named, setAlike, (before, after) => {
    const lines = [...before.lines, ...after.lines]
    return { ...before, lines, text: placed(lines).text }
  })
  const flowing = healed.map((block) => draftBlock(block, placed))
  const margins = heads.map((line): DraftBlock => {
    const { text, runs } = placed([line])
    return { kind: 'running-head', section: 'furniture', page: line.page, text, runs }
  })
  const askew = sources.flatMap((source, index) => askewBlocks(source, frames[index]!))
  return [...flowing, ...margins, ...askew]
}

/** Two halves of one sentence are printed in one type; only an italic or bold line may stand at the break. */
function setAlike(before: KindedBlock, after: KindedBlock): boolean {
  const last = before.lines.at(-1)!
  const first = after.lines[0]!
  return (
    Math.abs(last.size - first.size) < 0.05 * last.size && (last.font === first.font || !(last.plain && first.plain))
  )
}

type Placing = (lines: readonly Line[]) => PlacedText

function kindedBlocks(part: FlowPart, body: BodyStyle, placed: Placing): readonly KindedBlock[] {
  if (part.kind === 'lines') {
    const blocks = paragraphsOf(part.lines, body).map((paragraph): KindedBlock => {
      const { text } = placed(paragraph.lines)
      return { kind: kindByLook({ paragraph, text }, body), section: null, text, lines: paragraph.lines }
    })
    return withSmallHeadings(blocks, body)
  }
  const { caption, lines, notes, frame } = part.region
  const grid = gridOf(lines, frame)
  const blocks: KindedBlock[] = []
  if (caption.length > 0) blocks.push({ kind: 'caption', section: null, text: placed(caption).text, lines: caption })
  if (grid === null) blocks.push(...kindedBlocks({ kind: 'lines', lines }, body, placed))
  else blocks.push({ kind: 'table', section: null, text: '', lines, grid })
  if (notes.length > 0) blocks.push({ kind: 'footnote', section: null, text: placed(notes).text, lines: notes })
  return blocks
}

/** A short line of its own type right above running text, flush with it, is a heading and no label. */
function withSmallHeadings(blocks: readonly KindedBlock[], body: BodyStyle): readonly KindedBlock[] {
  return blocks.map((block, index): KindedBlock => {
    const next = blocks[index + 1]
    if (block.kind !== 'figure-label' || next?.kind !== 'paragraph' || !/^\p{Lu}.*\p{Ll}{3}/u.test(block.text))
      return block
    const last = block.lines.at(-1)!
    const first = next.lines[0]!
    const step = first.y - last.y
    const close = first.page === last.page && step > 0 && step < 2.2 * body.leading
    return close && Math.abs(first.x0 - last.x0) < 1.6 * body.size && first.font === body.font
      ? { ...block, kind: 'heading' }
      : block
  })
}

function draftBlock({ kind, section, lines, grid }: KindedBlock, placed: Placing): DraftBlock {
  const page = lines[0]!.page
  if (grid !== undefined) return { kind, section, page, ...tableDraft(grid, placed) }
  return { kind, section, page, ...placed(lines) }
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
