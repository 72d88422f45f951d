/** The paper as one flow: sections that need the order of blocks (abstract, references, footnotes), and text joined over breaks. Pure. */
import type { SectionKind } from '../../document.ts'
import { sectionOfHeading } from '../sections.ts'
import { ADDRESS, isProse, type KindedBlock } from './front-matter.ts'

/** Marks the abstract's paragraphs and splits the reference list off. */
export function withFlow(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const out: KindedBlock[] = []
  let section: SectionKind | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.section === null) {
      const ends: boolean = section === 'abstract' || (section === 'references' && !isListed(blocks[index + 1]))
      section = sectionOfHeading(block.text) ?? (ends ? null : section)
    }
    if (block.kind === 'keywords') section = null
    out.push(inSection(block, section))
  }
  return withSignatures(withBareReferences(unlabelledAbstract(out)))
}

/** A numbered entry: the reference list goes on. */
function isListed(block: KindedBlock | undefined): boolean {
  return block !== undefined && /^[[(]?\d{1,3}[.\])]?\s/.test(block.text)
}

/** "Funding: none." set as a line of its own, wherever it stands. */
const BACK_STATEMENT =
  /^(?:conflicts? of interests?|competing interests?|declaration of|disclosures?|funding|financial|source of (?:finance|funding)|(?:patient |informed |written )?consent|ethic\w*|acknowledge?ments?|author\w*['\u2019]? contributions?|authorship|data availability|correspond\w*|address for|address correspondence|please address|reprints?|e-?mail|received|accepted|\u00A9|copyright|peer[- ]review|provenance|orcid)\b[^.:]{0,60}[.:]/i

function inSection(block: KindedBlock, section: SectionKind | null): KindedBlock {
  if (block.section !== null) return block
  const running = block.kind === 'paragraph' || block.kind === 'list-item'
  if (BACK_STATEMENT.test(block.text) && (running || block.kind === 'footnote')) return { ...block, section: 'back' }
  if (section === 'abstract' && running) return { ...block, kind: 'abstract', section: 'abstract' }
  const small = (block.kind === 'footnote' || block.kind === 'figure-label') && REFERENCE_LOOK.test(block.text)
  if (section === 'references' && (running || small)) return { ...block, kind: 'reference', section: 'references' }
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

const REFERENCE_LOOK = /(?:19|20)\d\d.*\d+\s*[:;(,]\s*[\de]|\bet al\b|(?:19|20)\d\d\s?[;:.]/

/** A numbered list of papers at the end of a letter is its reference list, with or without a heading. */
function withBareReferences(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  if (blocks.some((block) => block.kind === 'reference')) return blocks
  const isReference = (block: KindedBlock): boolean =>
    /^\[?\(?\d{1,3}[.\])]?\s/.test(block.text) && REFERENCE_LOOK.test(block.text)
  const first = blocks.findIndex((block) => /^\[?\(?1[.\])]?\s/.test(block.text) && isReference(block))
  if (first < blocks.length / 3) return blocks
  return blocks.map((block, index) =>
    index >= first && isReference(block) ? { ...block, kind: 'reference', section: 'references' } : block,
  )
}

/** "V. ORSELLI\u00B9, MD, G. TASSINARI\u00B2, MD" under a letter: its authors and their addresses. */
function withSignatures(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const first = blocks.findIndex((block) => isProse(block) && block.section === null)
  return blocks.map((block, index): KindedBlock => {
    if (first < 0 || index <= first || block.section !== null || block.text.length > 400) return block
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'list-item') return block
    if (isSignature(block.text)) return { ...block, kind: 'authors', section: 'back' }
    const address = ADDRESS.test(block.text) && !isProse({ ...block, kind: 'paragraph', text: block.text.padEnd(120) })
    return address && isAfterSignature(blocks, index) ? { ...block, kind: 'affiliation', section: 'back' } : block
  })
}

function isAfterSignature(blocks: readonly KindedBlock[], index: number): boolean {
  return blocks.slice(Math.max(0, index - 2), index).some((block) => isSignature(block.text))
}

/** Names with initials or degrees and hardly a word in small letters. */
function isSignature(text: string): boolean {
  if (text.length > 300 || /[.!?]\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text)) return false
  const degrees = text.match(/\b(?:M\.?D|Ph\.?D|MBBS|MRCP|FRCP|MSc|DO|RN|B\.?Sc)\b/g)?.length ?? 0
  const initials = text.match(/\b\p{Lu}\.(?:\s?-?\p{Lu}\.)*\s\p{Lu}/gu)?.length ?? 0
  const lowers = text.match(/(?<![\p{L}])\p{Ll}{3,}/gu)?.length ?? 0
  return degrees + initials >= 1 && lowers <= 2 && /\p{Lu}\p{L}+/u.test(text)
}
