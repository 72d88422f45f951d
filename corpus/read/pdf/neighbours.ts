/** Other articles on the same pages: the end of the one before, the beginning of the one after. Pure. */
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import { isProse, type KindedBlock } from './front-matter.ts'

/** Marks the blocks of a letter that ends above this one's title, and of one that begins below its references. */
export function withNeighbours(blocks: readonly KindedBlock[], body: BodyStyle): readonly KindedBlock[] {
  const own = ownTitle(blocks, body)
  const start = own !== null && isForeignBefore(blocks.slice(0, own)) ? own : 0
  const end = nextArticle(blocks, start, body)
  if (start === 0 && end === blocks.length) return blocks
  return blocks.map((block, index): KindedBlock => {
    if (index < start || index >= end) return { ...block, section: 'neighbour' }
    return index === start && start > 0 && block.kind === 'heading'
      ? { ...block, kind: 'title', section: 'front' }
      : block
  })
}

function ownTitle(blocks: readonly KindedBlock[], body: BodyStyle): number | null {
  const title = blocks.findIndex((block) => block.kind === 'title')
  if (title >= 0) return title
  const first = blocks.findIndex((block) => isTitleLike(block, body))
  return first < 0 ? null : first
}

/** A heading of several words that names no part of a paper. */
function isTitleLike(block: KindedBlock, body: BodyStyle): boolean {
  const words = block.text.split(/\s+/).length
  return (
    block.kind === 'heading' &&
    block.lines[0]!.page === 1 &&
    words >= 3 &&
    sectionOfHeading(block.text) === null &&
    block.lines[0]!.size > 0.97 * body.size
  )
}

/** Text that begins in the middle, or a reference list, stands before the title. */
function isForeignBefore(before: readonly KindedBlock[]): boolean {
  const prose = before.find((block) => isProse(block))
  if (prose === undefined) return false
  const references = before.some(
    (block) =>
      block.kind === 'reference' || (block.kind === 'heading' && sectionOfHeading(block.text) === 'references'),
  )
  return references || /^[\p{Ll}(,;]/u.test(prose.text)
}

/** After the references: a heading that names no part of a paper, with prose below it. */
function nextArticle(blocks: readonly KindedBlock[], start: number, body: BodyStyle): number {
  const title = blocks.findIndex((block) => block.kind === 'title')
  const titleSize = title < 0 ? body.size : blocks[title]!.lines[0]!.size
  const references = blocks.findIndex((block, index) => index > start && block.kind === 'reference')
  if (references < 0) return blocks.length
  for (let index = references + 1; index < blocks.length; index++) {
    const block = blocks[index]!
    const large = block.lines[0]!.size > Math.max(1.1 * body.size, 0.85 * titleSize)
    if (
      block.kind !== 'heading' ||
      !large ||
      block.text.split(/\s+/).length < 3 ||
      sectionOfHeading(block.text) !== null
    )
      continue
    if (
      blocks
        .slice(index + 1, index + 6)
        .some((after) => isProse({ ...after, kind: after.kind === 'reference' ? 'paragraph' : after.kind }))
    )
      return index
  }
  return blocks.length
}
