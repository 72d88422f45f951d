/** XML as a tree of elements and text in document order; the one place that touches fast-xml-parser. */
import { XMLParser } from 'fast-xml-parser'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // entities are decoded here: those of a document type are not wanted, they can be bombs
  processEntities: false,
})
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/** The top elements of the file. Throws where it is not well-formed. */
export function xmlTree(xml: string): readonly XmlNode[] {
  return nodes(PARSER.parse(xml))
}

function nodes(parsed: unknown): readonly XmlNode[] {
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((entry: Record<string, unknown>): readonly XmlNode[] => {
    if (typeof entry['#text'] === 'string') return [decoded(entry['#text'])]
    const name = Object.keys(entry).find((key) => key !== ':@')
    if (name === undefined || name === '#comment') return []
    const attributes = (entry[':@'] ?? {}) as Record<string, string>
    return [{ name, attributes, children: nodes(entry[name]) }]
  })
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Child elements of a name, in order. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  )
}

/** First element of that name anywhere below. */
export function find(within: XmlElement | readonly XmlNode[], name: string): XmlElement | null {
  const children = 'children' in within ? within.children : within
  for (const child of children) {
    if (typeof child === 'string') continue
    if (child.name === name) return child
    const below = find(child, name)
    if (below !== null) return below
  }
  return null
}

/** All elements of that name below, in order; not within one another. */
export function findAll(within: XmlElement, name: string): readonly XmlElement[] {
  return within.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : findAll(child, name)
  })
}
