/** The first page above the text: title, authors, affiliations, abstract. Pure. */
import type { BlockKind, SectionKind } from '../../document.ts'
import { sectionOfHeading } from '../sections.ts'
import type { BodyStyle } from './body-style.ts'
import type { Line } from './line.ts'
import type { Grid } from './table-grid.ts'

/** A block on its way to a draft. */
export interface KindedBlock {
  readonly kind: BlockKind
  readonly section: SectionKind | null
  readonly text: string
  readonly lines: readonly Line[]
  readonly grid?: Grid
}

const ADDRESS =
  /\b(?:universit\w*|hospital\w*|department|dept|division|institut\w*|school|faculty|college|clinic|centre|center|laborator\w+|klinik|unit\u00E0|dipartimento|servicio|service de|unit of|section of|ministry|foundation|medical cent)\b/i
const STATED_AFTER =
  /^(?:correspond|address|e-?mail|received|accepted|revised|published|copyright|\u00A9|academic editor|editor|citation|cite this|how to cite|open access|doi|https?:|this (?:is an )?(?:open|article)|submitted|reviewed|categor|\*|keywords?)/i

/** Finds the title and names what stands between it and the text. */
export function withFrontMatter(blocks: readonly KindedBlock[], body: BodyStyle): readonly KindedBlock[] {
  const title = titleIndex(blocks, body)
  if (title === null) return blocks
  const end = frontEnd(blocks, title)
  return blocks.map((block, index) => {
    if (index === title) return { ...block, kind: 'title', section: 'front' }
    if (
      index < title &&
      block.lines[0]!.page === blocks[title]!.lines[0]!.page &&
      (block.kind === 'heading' || block.text.length < 80)
    )
      return { ...block, kind: block.kind === 'heading' ? 'running-head' : block.kind, section: 'front' }
    if (index > title && index < end) return frontBlock(block, index - title)
    return block
  })
}

/** The largest type in the upper part of the first page that holds words; the longer of two wins. */
function titleIndex(blocks: readonly KindedBlock[], body: BodyStyle): number | null {
  let best: number | null = null
  for (const [index, block] of blocks.entries()) {
    const first = block.lines[0]!
    if (first.page !== 1 || block.text.length > 400 || block.text.split(/\s+/).length < 2) continue
    if (first.size < 1.12 * body.size || !/\p{Ll}|\p{Lu}{3}/u.test(block.text)) continue
    if (
      /^(?:case reports?|original (?:article|research)|letters?(?: to the editors?)?|review(?: article)?|research article|clinical study|short communication|brief report|images? in .*|abstract|introduction)$/i.test(
        block.text,
      )
    )
      continue
    const size = blocks[best ?? index]!.lines[0]!.size
    if (
      best === null ||
      first.size > size * 1.04 ||
      (first.size > size * 0.97 && block.text.length > 1.5 * blocks[best]!.text.length)
    )
      best = index
  }
  return best
}

/** The front matter ends at the first section heading or at the first long prose. */
function frontEnd(blocks: readonly KindedBlock[], title: number): number {
  for (let index = title + 1; index < blocks.length; index++) {
    const block = blocks[index]!
    if (block.lines[0]!.page !== 1) return index
    if (block.kind === 'heading' && sectionOfHeading(block.text) !== null) return index
    if (isProse(block)) return index
  }
  return blocks.length
}

function isProse(block: KindedBlock): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'abstract') return false
  return (
    block.text.length > 220 &&
    !ADDRESS.test(block.text.slice(0, 200)) &&
    !STATED_AFTER.test(block.text) &&
    /\p{Ll}{2,} \p{Ll}{2,} \p{Ll}{2,}/u.test(block.text)
  )
}

function frontBlock(block: KindedBlock, distance: number): KindedBlock {
  const { text } = block
  if (block.kind === 'keywords' || block.kind === 'caption') return { ...block, section: 'front' }
  if (STATED_AFTER.test(text)) return { ...block, kind: 'footnote', section: 'front' }
  if (ADDRESS.test(text)) return { ...block, kind: 'affiliation', section: 'front' }
  const names = text.match(/\p{Lu}[\p{L}.'\u2019-]*/gu)?.length ?? 0
  const lowers = text.match(/(?<![\p{L}])\p{Ll}{3,}/gu)?.length ?? 0
  if (distance <= 3 && names >= 2 && lowers <= names / 2 && !/[.!?]\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text))
    return { ...block, kind: 'authors', section: 'front' }
  if (/^\u00B9|^[a-e\d*\u2020]\s?\p{Lu}/u.test(text) && text.length < 200)
    return { ...block, kind: 'affiliation', section: 'front' }
  return { ...block, section: 'front' }
}
