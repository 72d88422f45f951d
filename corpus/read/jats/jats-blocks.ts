/** The body of a JATS article as draft blocks, section by section. Pure. */
import type { BlockKind, SectionKind } from '../../document.ts'
import type { DraftBlock } from '../draft.ts'
import { sectionOfHeading } from '../sections.ts'
import { FLOATS, inlineText } from './inline-text.ts'
import { jatsTable } from './jats-table.ts'
import { childrenOf, find, type XmlElement, type XmlNode } from './xml-tree.ts'

const SECTION_TYPES: Readonly<Record<string, SectionKind>> = {
  intro: 'introduction',
  background: 'introduction',
  cases: 'case',
  'case-report': 'case',
  case: 'case',
  methods: 'methods',
  materials: 'methods',
  'materials|methods': 'methods',
  subjects: 'methods',
  results: 'results',
  discussion: 'discussion',
  conclusions: 'conclusion',
  conclusion: 'conclusion',
  'supplementary-material': 'back',
  'data-availability': 'back',
  'COI-statement': 'back',
}

export function block(kind: BlockKind, section: SectionKind, text: string): readonly DraftBlock[] {
  return text === '' ? [] : [{ kind, section, page: 1, text, runs: [] }]
}

/** Blocks of an element's children; `paragraph` is what its paragraphs are called. */
export function blocksOf(
  element: XmlElement,
  section: SectionKind,
  paragraph: BlockKind = 'paragraph',
): readonly DraftBlock[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : elementBlocks(child, section, paragraph),
  )
}

function elementBlocks(element: XmlElement, section: SectionKind, paragraph: BlockKind): readonly DraftBlock[] {
  const { name } = element
  if (name === 'sec' || name === 'app') return sectionBlocks(element, section, paragraph)
  if (name === 'title') return block('heading', section, inlineText(element))
  if (name === 'list' || name === 'def-list')
    return childrenOf(element, 'list-item', 'def-item').flatMap((item) =>
      withFloats(item, section, paragraph === 'paragraph' ? 'list-item' : paragraph),
    )
  if (name === 'fig' || name === 'supplementary-material') return block('caption', section, captionText(element))
  if (name === 'table-wrap') return tableBlocks(element, section)
  if (name === 'boxed-text') return blocksOf(element, section, 'side-box')
  if (name === 'fn') return block('footnote', section, inlineText({ ...element, name: 'p' }))
  if (['fig-group', 'table-wrap-group', 'disp-quote', 'floats-group', 'fn-group', 'ack', 'app-group'].includes(name))
    return blocksOf(element, section, paragraph)
  return name === 'p' || name === 'disp-formula' ? withFloats(element, section, paragraph) : []
}

/** The paragraph whole, then what floats in it. */
function withFloats(element: XmlElement, section: SectionKind, kind: BlockKind): readonly DraftBlock[] {
  const floats = floatsIn(element).flatMap((float) =>
    elementBlocks(float, section, kind === 'list-item' ? 'paragraph' : kind),
  )
  return [...block(kind, section, inlineText(element)), ...floats]
}

function floatsIn(node: XmlNode): readonly XmlElement[] {
  if (typeof node === 'string') return []
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return FLOATS.has(child.name) ? [child] : floatsIn(child)
  })
}

function sectionBlocks(element: XmlElement, parent: SectionKind, paragraph: BlockKind): readonly DraftBlock[] {
  return blocksOf(element, sectionKind(element, parent), paragraph)
}

/** Inside an abstract or the back matter every section is part of it; "Treatment" in a discussion stays there. */
function sectionKind(element: XmlElement, parent: SectionKind): SectionKind {
  if (parent === 'abstract' || parent === 'back') return parent
  const typed = SECTION_TYPES[element.attributes['sec-type'] ?? '']
  if (typed !== undefined) return typed
  const [title] = childrenOf(element, 'title')
  const heading = title === undefined ? '' : inlineText(title)
  const named = sectionOfHeading(heading)
  if (named === 'case' && parent !== 'body' && !/\b(?:case|patient)\b/i.test(heading)) return parent
  return named ?? parent
}

function captionText(element: XmlElement): string {
  const [label] = childrenOf(element, 'label')
  const [caption] = childrenOf(element, 'caption')
  return [label, caption]
    .map((part) => (part === undefined ? '' : inlineText(part)))
    .join(' ')
    .trim()
}

function tableBlocks(element: XmlElement, section: SectionKind): readonly DraftBlock[] {
  const table = find(element, 'table')
  const cells = table === null ? null : jatsTable(table)
  const notes = childrenOf(element, 'table-wrap-foot').flatMap((foot) =>
    block(
      'footnote',
      section,
      inlineText(foot.children.some(isNote) ? { ...foot, children: foot.children.flatMap(noteContent) } : foot),
    ),
  )
  const grid: readonly DraftBlock[] = cells === null ? [] : [{ kind: 'table', section, page: 1, runs: [], ...cells }]
  return [...block('caption', section, captionText(element)), ...grid, ...notes]
}

function isNote(node: XmlNode): boolean {
  return typeof node !== 'string' && node.name === 'fn'
}

function noteContent(node: XmlNode): readonly XmlNode[] {
  return typeof node !== 'string' && node.name === 'fn' ? [' ', ...node.children, ' '] : [node]
}
