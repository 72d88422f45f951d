/** The paper as one flow: sections that need the order of blocks (abstract, references, footnotes), and text joined over breaks. Pure. */
import type { SectionKind } from '../../document.ts'
import { sectionOfHeading } from '../sections.ts'
import type { KindedBlock } from './front-matter.ts'

/** Marks the abstract's paragraphs and splits the reference list off. */
export function withFlow(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const out: KindedBlock[] = []
  let section: SectionKind | null = null
  for (const block of blocks) {
    if (block.kind === 'heading' && block.section === null)
      section = sectionOfHeading(block.text) ?? (section === 'abstract' ? null : section)
    if (block.kind === 'keywords') section = null
    out.push(inSection(block, section))
  }
  return unlabelledAbstract(out)
}

function inSection(block: KindedBlock, section: SectionKind | null): KindedBlock {
  if (block.section !== null) return block
  const running = block.kind === 'paragraph' || block.kind === 'list-item'
  if (section === 'abstract' && running) return { ...block, kind: 'abstract', section: 'abstract' }
  if (section === 'references' && (running || block.kind === 'footnote' || block.kind === 'figure-label'))
    return { ...block, kind: 'reference', section: 'references' }
  return block
}

/** Prose between the front matter and the first heading of an article that has headings is its abstract. */
function unlabelledAbstract(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  if (blocks.some((block) => block.kind === 'abstract')) return blocks
  const title = blocks.findIndex((block) => block.kind === 'title')
  const heading = blocks.findIndex(
    (block, index) => index > title && block.kind === 'heading' && block.section === null,
  )
  const named = heading < 0 ? null : sectionOfHeading(blocks[heading]!.text)
  if (title < 0 || (named !== 'introduction' && named !== 'case') || blocks[heading]!.lines[0]!.page !== 1)
    return blocks
  return blocks.map((block, index) => {
    const prose = block.kind === 'paragraph' && block.text.length > 120 && block.section === null
    return index > title && index < heading && prose ? { ...block, kind: 'abstract', section: 'abstract' } : block
  })
}
