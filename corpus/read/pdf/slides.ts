/** Slide decks: one topic a page, its title on top, bullets below, labels inside pictures. Pure. */
import { LIST_MARK } from '../block-marks.ts'
import type { FramePage } from './frame.ts'
import type { KindedBlock } from './front-matter.ts'

/** More letters than this on a page and it is an article printed crosswise. */
const MAX_LETTERS = 1100

export function isSlideDeck(pages: readonly FramePage[]): boolean {
  if (pages.length < 2) return false
  const crosswise = pages.filter((page) => page.width > 1.1 * page.height)
  const letters = pages.map((page) => page.items.reduce((sum, item) => sum + item.text.length, 0))
  const airy = letters.filter((count) => count < MAX_LETTERS).length
  return crosswise.length > 0.6 * pages.length && airy > 0.75 * pages.length
}

/** Titles become headings and come first on their slide; nothing flows from one slide to the next. */
export function withSlides(blocks: readonly KindedBlock[], pages: readonly FramePage[]): readonly KindedBlock[] {
  const title = blocks.find((block) => block.kind === 'title')
  return pages.flatMap((page) => {
    const own = blocks.filter((block) => block.lines[0]!.page === page.number)
    const heading = own.find((block) => block === title) ?? slideTitle(own, page)
    const rest = own.filter((block) => block !== heading)
    const biggest = Math.max(0, ...rest.map((block) => block.lines[0]!.size))
    const top: readonly KindedBlock[] =
      heading === undefined ? [] : [{ ...heading, kind: heading === title ? 'title' : 'heading', section: 'slide' }]
    const named = rest.map((block) => onSlide(block, biggest))
    const isLabel = (block: KindedBlock): boolean => block.kind === 'figure-label'
    return [...top, ...named.filter((block) => !isLabel(block)), ...named.filter(isLabel)]
  })
}

function slideTitle(blocks: readonly KindedBlock[], page: FramePage): KindedBlock | undefined {
  const upper = blocks.filter(
    (block) =>
      block.lines[0]!.y < 0.4 * page.height &&
      block.text.length < 120 &&
      /\p{L}{2}/u.test(block.text) &&
      !LIST_MARK.test(block.text),
  )
  const [first] = [...upper].sort((a, b) => b.lines[0]!.size - a.lines[0]!.size || a.lines[0]!.y - b.lines[0]!.y)
  if (first === undefined) return undefined
  const rest = blocks.filter((block) => block !== first)
  const larger = rest.every((block) => block.lines[0]!.size <= first.lines[0]!.size * 1.02)
  return larger ? first : undefined
}

function onSlide(block: KindedBlock, biggest: number): KindedBlock {
  if (LIST_MARK.test(block.text)) return { ...block, kind: 'list-item', section: 'slide' }
  const words = block.text.split(/\s+/).length
  const small = block.lines[0]!.size < 0.62 * biggest
  const address = /^(?:from:?\s*)?(?:https?:|www\.)\S*$/i.test(block.text)
  if (address || (small && words <= 4 && !/[.:;?!]$/.test(block.text)) || /^\(?\p{L}\)?$/u.test(block.text))
    return { ...block, kind: 'figure-label', section: 'slide' }
  const kind =
    block.kind === 'caption' || block.kind === 'table' || block.kind === 'reference' ? block.kind : 'paragraph'
  return { ...block, kind, section: 'slide' }
}
