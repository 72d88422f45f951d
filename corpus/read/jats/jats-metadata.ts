/** Title, authors, identifiers and year from a JATS article's front. Pure. */
import type { PaperKind, Sourced } from '../../document.ts'
import type { StatedMetadata } from '../draft.ts'
import { inlineText } from './inline-text.ts'
import { childrenOf, find, findAll, type XmlElement } from './xml-tree.ts'

export function jatsMetadata(article: XmlElement): StatedMetadata {
  const meta = find(article, 'article-meta')
  if (meta === null) return {}
  const title = textOf(find(meta, 'article-title'))
  const authors = jatsAuthors(meta)
  const doi = identifier(meta, 'doi')
  const pmid = identifier(meta, 'pmid')
  const year = jatsYear(meta)
  const journal = textOf(find(article, 'journal-title'))
  const language = article.attributes.lang?.slice(0, 2).toLowerCase()
  const kind = KINDS[article.attributes['article-type'] ?? '']
  return {
    ...(title === null ? {} : { title: xml(title) }),
    ...(authors.length === 0 ? {} : { authors: xml(authors) }),
    ...(doi === null ? {} : { doi: xml(doi) }),
    ...(pmid === null ? {} : { pmid: xml(pmid) }),
    ...(year === null ? {} : { year: xml(year) }),
    ...(journal === null ? {} : { journal: xml(journal) }),
    ...(language === undefined ? {} : { language: xml(language) }),
    ...(kind === undefined ? {} : { kind: xml(kind) }),
  }
}

const KINDS: Readonly<Record<string, PaperKind>> = {
  'case-report': 'case-report',
  'review-article': 'review',
  'systematic-review': 'review',
}

function xml<T>(value: T): Sourced<T> {
  return { value, from: 'xml' }
}

function textOf(element: XmlElement | null): string | null {
  const text = element === null ? '' : inlineText(element)
  return text === '' ? null : text
}

/** "Given Surname", in order. */
export function jatsAuthors(meta: XmlElement): readonly string[] {
  return findAll(meta, 'contrib')
    .filter((contrib) => (contrib.attributes['contrib-type'] ?? 'author') === 'author')
    .flatMap((contrib) => {
      const name = find(contrib, 'name')
      const parts = name === null ? [find(contrib, 'collab')] : [find(name, 'given-names'), find(name, 'surname')]
      const text = parts
        .map(textOf)
        .filter((part) => part !== null)
        .join(' ')
      return text === '' ? [] : [text]
    })
}

function identifier(meta: XmlElement, type: string): string | null {
  const id = childrenOf(meta, 'article-id').find((each) => each.attributes['pub-id-type'] === type)
  return textOf(id ?? null)
}

/** The earliest year of publication. */
function jatsYear(meta: XmlElement): number | null {
  const years = childrenOf(meta, 'pub-date')
    .filter((date) => !/release/.test(date.attributes['pub-type'] ?? ''))
    .map((date) => Number(textOf(find(date, 'year')) ?? Number.NaN))
    .filter((year) => year > 1800 && year < 2200)
  return years.length === 0 ? null : Math.min(...years)
}
