/** When two files are one publication: the same DOI or PMID, and nothing else that speaks against it. */
import type { Document } from '../corpus/document.ts'

/** `doi:...` and `pmid:...` in one spelling. */
export function identifiersOf(document: Document): readonly string[] {
  const { doi, pmid } = document.metadata
  return [...(doi ? [`doi:${doi.value.trim().toLowerCase()}`] : []), ...(pmid ? [`pmid:${pmid.value.trim()}`] : [])]
}

/**
 * One DOI can stand on two papers (an erratum, a neighbour on the page, a slide deck that shows it): papers with
 * different titles stay two papers, since leaving one out would lose its patients.
 */
export function isSamePublication(one: Document, other: Document): boolean {
  const titles = [one, other].map((document) => plainTitle(document.metadata.title?.value ?? ''))
  const [first = '', second = ''] = titles
  if (first === '' || second === '') return false
  return (
    first === second ||
    (Math.min(first.length, second.length) >= 20 && (first.startsWith(second) || second.startsWith(first)))
  )
}

/** Letters and digits only: dashes, quotes and line breaks differ between versions of one file. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
