/** The running text of a JATS element: marks and formulas as print shows them, floats left out. Pure. */
import { superscript } from '../pdf/glyph-text.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

/** Blocks of their own that may stand inside a paragraph. */
export const FLOATS: ReadonlySet<string> = new Set([
  'fig',
  'fig-group',
  'table-wrap',
  'table-wrap-group',
  'boxed-text',
  'list',
  'disp-quote',
  'def-list',
  'supplementary-material',
  'media',
  'fn',
])
const SILENT: ReadonlySet<string> = new Set([
  'tex-math',
  'annotation',
  'graphic',
  'inline-graphic',
  'object-id',
  'title-group-alt',
])
/** Set apart from what goes before. */
const APART: ReadonlySet<string> = new Set([
  'p',
  'sec',
  'title',
  'break',
  'label',
  'name',
  'td',
  'th',
  'source',
  'mixed-citation-part',
])

/** Blanks are made single. */
export function inlineText(node: XmlNode): string {
  return raw(node)
    .replace(/[\s\u00A0\u2000-\u200B\u202F\u205F\u3000]+/g, ' ')
    .trim()
}

function raw(node: XmlNode): string {
  if (typeof node === 'string') return node
  if (SILENT.has(node.name)) return ''
  const inner = node.children.map((child) => (isFloat(child) ? ' ' : raw(child))).join('')
  if (node.name === 'sup') return superscript(inner)
  if (node.name === 'alternatives') return firstText(node)
  return APART.has(node.name) ? ` ${inner} ` : inner
}

function isFloat(node: XmlNode): boolean {
  return typeof node !== 'string' && FLOATS.has(node.name)
}

/** One of several ways to show a formula. */
function firstText(element: XmlElement): string {
  return element.children.map(raw).find((text) => text.trim() !== '') ?? ''
}
