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

/** Words of an address. */
export const ADDRESS =
  /\b(?:universit\w*|hospital\w*|department|dept|division|institut\w*|school|faculty|college|clinic|centre|center|laborator\w+|klinik|unit\u00E0|dipartimento|servicio|service de|unit of|section of|ministry|foundation|medical cent)\b/i
const STATED_AFTER =
  /^(?:correspond|address|e-?mail|received|accepted|revised|published|copyright|\u00A9|academic editor|editor|citation|cite this|how to cite|open access|doi|https?:|this (?:is an )?(?:open|article)|submitted|reviewed|categor|\*|keywords?)/i

/** Finds the title and names what stands between it and the text. `heads` are the running heads of the paper. */
export function withFrontMatter(
  blocks: readonly KindedBlock[],
  body: BodyStyle,
  heads: readonly string[],
): readonly KindedBlock[] {
  const title = titleIndex(blocks, body, heads)
  if (title === null) return blocks
  const end = frontEnd(blocks, title)
  const named = blocks.map((block, index): KindedBlock => {
    if (index === title) return { ...block, kind: 'title', section: 'front' }
    if (block.lines[0]!.page !== 1 || block.section !== null) return block
    if (index > title && index < end) return frontBlock(block, index - title)
    if (isAbove(block, blocks[title]!)) return aboveTitle(block)
    return laterFrontBlock(block, body)
  })
  return frontFirst(named, title)
}

/** The kind of paper, the journal, a date; a picture's letter stays a label. */
function aboveTitle(block: KindedBlock): KindedBlock {
  if (block.kind === 'figure-label' && block.text.length < 4) return block
  return isProse(block) ? block : { ...block, kind: 'running-head', section: 'front' }
}

function isAbove(block: KindedBlock, title: KindedBlock): boolean {
  return block.lines.at(-1)!.y < title.lines[0]!.y
}

/** Addresses and dates in small type at the foot of the first page. */
function laterFrontBlock(block: KindedBlock, body: BodyStyle): KindedBlock {
  const small = block.lines[0]!.size < 0.93 * body.size
  if (!small || (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'figure-label'))
    return block
  if (ADDRESS.test(block.text) || STATED_AFTER.test(block.text)) return { ...block, kind: 'footnote', section: 'front' }
  return block
}

/** Some files draw the head of the first page after its text: title and what follows it go to the front. */
function frontFirst(blocks: readonly KindedBlock[], title: number): readonly KindedBlock[] {
  const below = blocks
    .slice(0, title)
    .some((block) => block.lines[0]!.page === 1 && block.lines[0]!.y > blocks[title]!.lines[0]!.y)
  if (!below) return blocks
  const rest = blocks.slice(title + 1)
  const length = rest.findIndex((block) => block.lines[0]!.page !== 1 || isAbove(block, blocks[title]!))
  const end = length < 0 ? blocks.length : title + 1 + length
  const above = blocks.slice(0, title).filter((block) => isAbove(block, blocks[title]!))
  return [
    ...above,
    ...blocks.slice(title, end),
    ...blocks.slice(0, title).filter((block) => !above.includes(block)),
    ...blocks.slice(end),
  ]
}

/** The largest type in the upper part of the first page that holds words; the longer of two wins. */
function titleIndex(blocks: readonly KindedBlock[], body: BodyStyle, heads: readonly string[]): number | null {
  const headText = heads.join('\n').toLowerCase()
  let best: number | null = null
  for (const [index, block] of blocks.entries()) {
    const first = block.lines[0]!
    if (first.page !== 1 || block.text.length > 400 || block.text.split(/\s+/).length < 2) continue
    // the journal's name is larger than the title now and then, and stands in the running heads
    if (headText.includes(block.text.toLowerCase()) || /^journal of /i.test(block.text)) continue
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
    if (isProse(block) && !/^(?:abstract|summary)\b/i.test(block.text)) return index
  }
  return blocks.length
}

/** Sentences with verbs; addresses and names have none. */
export function isProse(block: KindedBlock): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'abstract') return false
  if (block.text.length < 110 || STATED_AFTER.test(block.text) || !/[.!?]/.test(block.text)) return false
  const verbs =
    block.text.match(
      /(?<![\p{L}-])(?:is|are|was|were|has|had|have|been|be|can|may|we|she|he|presented|showed|revealed|report|describe|est|sont|fut|wurde|ist)(?![\p{L}-])/giu,
    )?.length ?? 0
  return verbs >= 2 || (verbs === 1 && !ADDRESS.test(block.text.slice(0, 200)))
}

function frontBlock(block: KindedBlock, distance: number): KindedBlock {
  const { text } = block
  if (/^(?:abstract|summary|synopsis|r\u00E9sum\u00E9)\b/i.test(text) && text.length > 60)
    return { ...block, kind: 'abstract', section: 'abstract' }
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
