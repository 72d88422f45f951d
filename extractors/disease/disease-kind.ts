/** Which terms are diseases of the record, which forms are subtypes of them, and what stands for what. */
import { isA, termOf } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'

/** Manifestations, comorbidities, injuries and laboratory states are findings (HPO), not diseases. */
const NOT_DISEASES: ReadonlySet<string> = new Set([
  'manifestation',
  'comorbidity',
  'complication',
  'injury',
  'laboratory',
  'calcinosis',
  'decoy',
])

export const isDisease = ({ kind }: Term): boolean => !NOT_DISEASES.has(kind)

/** Forms that the record keeps as disease and subtype: "CREST syndrome" is systemic sclerosis, subtype CREST syndrome. */
const SUBTYPE_OF: Readonly<Record<string, string>> = {
  lcssc: 'ssc',
  dcssc: 'ssc',
  ssssc: 'ssc',
  crest: 'ssc',
  vedoss: 'ssc',
  cadm: 'dm',
}

export interface Named {
  readonly disease: Term
  readonly subtype: Term | null
}

/** Disease and subtype of a term: limited SSc is systemic sclerosis, subtype limited; others stand for themselves. */
export function named(term: Term): Named {
  const parent = SUBTYPE_OF[term.key]
  return parent ? { disease: termOf('disease', parent), subtype: term } : { disease: term, subtype: null }
}

/** Words beside "systemic sclerosis" that tell its form. */
const FORMS: readonly (readonly [RegExp, string, string])[] = [
  [
    /\bdiffuse(?:[- ]cutaneous)?[- ](?:form|type|subtype|subset|variant|disease|cutaneous)\b(?!\s+(?:calci|nodul|involvement\s+of))|\bdiffuse\b(?=\s*\)|\s+SSc)|^\s*[,(:–-]\s*diffuse\b(?=\s*(?:[,.;)]|$))/i,
    'ssc',
    'dcssc',
  ],
  [
    /\blimited(?:[- ]cutaneous)?[- ](?:form|type|subtype|subset|variant|disease|cutaneous)\b(?!\s+(?:calci|nodul))|\blimited\b(?=\s*\)|\s+SSc)|^\s*[,(:–-]\s*limited\b(?=\s*(?:[,.;)]|$))/i,
    'ssc',
    'lcssc',
  ],
  [/\bsine\s+scleroderma\b/i, 'ssc', 'ssssc'],
  [/\bCREST\b/, 'ssc', 'crest'],
  [/\b(?:clinically\s+)?amyopathic\b|\bhypomyopathic\b/i, 'dm', 'cadm'],
]

/** The subtype that words of the sentence give to a disease named without one: "systemic sclerosis, diffuse cutaneous form". */
export function subtypeBeside(
  disease: Term,
  words: string,
): { readonly subtype: Term; readonly start: number; readonly end: number } | null {
  for (const [pattern, of, key] of FORMS) {
    const match = isA(disease, of) ? pattern.exec(words) : null
    if (match) return { subtype: termOf('disease', key), start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** A cell that holds nothing but the form, under a heading such as "Subset" or "Cutaneous form". */
export function subtypeInCell(heading: string, cell: string): Named | null {
  if (!/form|sub-?\s?sets?|sub-?\s?types?|\btype\b|variant|classification|SSc|disease/i.test(heading)) return null
  const key = /^\W*(?:dc?(?:SSc)?|diffuse(?:\s+cutaneous)?)\W*$/i.test(cell)
    ? 'dcssc'
    : /^\W*(?:lc?(?:SSc)?|limited(?:\s+cutaneous)?)\W*$/i.test(cell)
      ? 'lcssc'
      : /^\W*sine(?:\s+scleroderma)?\W*$/i.test(cell)
        ? 'ssssc'
        : null
  return key ? { disease: termOf('disease', 'ssc'), subtype: termOf('disease', key) } : null
}

/** Whether `narrow` says more than `broad`: juvenile dermatomyositis than dermatomyositis, any of them than connective tissue disease. */
export const isNarrower = (narrow: Term, broad: Term): boolean => narrow.key !== broad.key && isA(narrow, broad.key)
