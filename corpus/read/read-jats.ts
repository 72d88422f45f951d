/** JATS XML as PubMed Central serves it: sections, captions, tables and references come straight from the tags. */
import type { Document } from '../document.ts'
import { ReportError } from '../report-error.ts'
import { assembleDocument } from './assemble-document.ts'
import type { DraftBlock } from './draft.ts'
import { inlineText } from './jats/inline-text.ts'
import { block, blocksOf } from './jats/jats-blocks.ts'
import { jatsAuthors, jatsMetadata } from './jats/jats-metadata.ts'
import { childrenOf, find, findAll, type XmlElement, type XmlNode, xmlTree } from './jats/xml-tree.ts'
import { documentId } from './reader-version.ts'

/** Throws ReportError. */
export function readJats(bytes: Uint8Array, file: string): Document {
  const article = find(parsed(bytes, file), 'article')
  if (article === null)
    throw new ReportError(
      'not-a-report',
      `${file} is XML, but no JATS article; give the article's PDF or its JATS XML.`,
    )
  const blocks = [...frontBlocks(article), ...bodyBlocks(article), ...backBlocks(article)]
  if (blocks.length === 0)
    throw new ReportError('no-text', `${file} is a JATS article without text; give the article's PDF.`)
  const id = documentId(bytes)
  return assembleDocument({ id, file, format: 'jats', pages: [], blocks, stated: jatsMetadata(article), warnings: [] })
}

function parsed(bytes: Uint8Array, file: string): readonly XmlNode[] {
  try {
    return xmlTree(new TextDecoder('utf-8').decode(bytes))
  } catch (error) {
    throw new ReportError('damaged', `${file} is damaged XML; fetch the report again.`, { cause: error })
  }
}

function frontBlocks(article: XmlElement): readonly DraftBlock[] {
  const meta = find(article, 'article-meta')
  if (meta === null) return []
  const title = find(meta, 'article-title')
  const authors = jatsAuthors(meta).join(', ')
  const abstracts = childrenOf(meta, 'abstract').filter(
    (each) => !/graphical|teaser|toc/.test(each.attributes['abstract-type'] ?? ''),
  )
  const keywords = childrenOf(meta, 'kwd-group').flatMap((group) => findAll(group, 'kwd').map(inlineText))
  return [
    ...(title === null ? [] : block('title', 'front', inlineText(title))),
    ...block('authors', 'front', authors),
    ...findAll(meta, 'aff').flatMap((aff) => block('affiliation', 'front', inlineText(aff))),
    ...abstracts.flatMap((each) => blocksOf(each, 'abstract', 'abstract')),
    ...block('keywords', 'front', keywords.length === 0 ? '' : `Keywords: ${keywords.join('; ')}`),
  ]
}

function bodyBlocks(article: XmlElement): readonly DraftBlock[] {
  const parts = childrenOf(article, 'body', 'floats-group')
  return parts.flatMap((part) => blocksOf(part, 'body'))
}

function backBlocks(article: XmlElement): readonly DraftBlock[] {
  return childrenOf(article, 'back').flatMap((back) => {
    const lists = findAll(back, 'ref-list')
    const references = lists
      .flatMap((list) => findAll(list, 'ref'))
      .flatMap((ref) => block('reference', 'references', inlineText(ref)))
    const heading = references.length === 0 ? [] : block('heading', 'references', titleOf(lists[0]!))
    return [...blocksOf(back, 'back'), ...heading, ...references]
  })
}

function titleOf(list: XmlElement): string {
  const [title] = childrenOf(list, 'title')
  return title === undefined ? 'References' : inlineText(title)
}
