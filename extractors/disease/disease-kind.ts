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

/** Forms that the record keeps as disease and subtype: "CREST syndrome" is systemic sclerosis, "JDM" dermatomyositis, subtype juvenile. */
const SUBTYPE_OF: Readonly<Record<string, string>> = {
  lcssc: 'ssc',
  dcssc: 'ssc',
  ssssc: 'ssc',
  crest: 'ssc',
  vedoss: 'ssc',
  cadm: 'dm',
  jdm: 'dm',
  jpm: 'pm',
}

/** An organ's affection that only one disease has: a scleroderma renal crisis tells systemic sclerosis. */
const IMPLIES: Readonly<Record<string, string>> = { src: 'ssc', lupus_nephritis: 'sle' }

/** The disease that a complication tells; the complication itself is a finding. */
export const impliedBy = ({ key }: Term): Term | null => {
  const implied = IMPLIES[key]
  return implied ? termOf('disease', implied) : null
}

/** Names that say no more than another: "adult-onset dermatomyositis" is dermatomyositis. */
const SAME_AS: Readonly<Record<string, string>> = { adm_adult: 'dm' }

export interface Named {
  readonly disease: Term
  readonly subtype: Term | null
}

/**
 * An overlap syndrome named by its parts: "polymyositis/systemic sclerosis overlap syndrome" is an overlap syndrome of a
 * patient who has both. Null where the name is another.
 */
export function overlapParts(
  { key }: Term,
  text: string,
): readonly { readonly disease: Term; readonly text: string }[] | null {
  if (!/overlap/i.test(text) || !['ssc_overlap', 'scleromyositis'].includes(key)) return null
  return OVERLAP_PARTS.flatMap(([part, name]) => {
    const match = name.exec(text)
    return match ? [{ disease: termOf('disease', part), text: match[0] }] : []
  })
}
const OVERLAP_PARTS: readonly (readonly [string, RegExp])[] = [
  ['overlap', /overlap(?:\s+syndrome)?/i],
  ['ssc', /systemic\s+sclerosis|systemic\s+scleroderma|scleroderma|\bSSc\b/i],
  ['dm', /dermato-?myositis|\bDM\b/i],
  ['pm', /(?<!dermato)polymyositis|\bPM\b(?![-/ ]?Scl\b)/i],
]

/** Disease and subtype of a term: limited SSc is systemic sclerosis, subtype limited; others stand for themselves. */
export function named(term: Term): Named {
  const same = SAME_AS[term.key]
  if (same) return { disease: termOf('disease', same), subtype: null }
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
  [/\bjuvenile(?:[- ]onset)?\b|\bchildhood[- ]onset\b/i, 'dm', 'jdm'],
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

/** "Her disease was of the limited subset", "it was classified as the diffuse form": no name, but the form of what she has. */
const FORM_OF_HERS =
  /^[^.;,]{0,60}?\b(?:(?:her|his|the|this|our\s+patient['’]s|the\s+patient['’]s)\s+(?:disease|condition|illness|skin\s+(?:involvement|disease)|subset|subtype|form|type)|it|the\s+(?:disease|cutaneous)\s+(?:subset|subtype|form))\s+(?:was|is|had\s+been|has\s+been|belonged|belongs|corresponded|fell)\s+(?:(?:of|to|as|in|into|within|the|a|an|classified|classed|categori[sz]ed|considered|regarded|labell?ed|judged)\s+)*(?<form>limited|diffuse)\b(?!\s+(?:to|in|by|calcin|nodul|interstitial|alveolar))/i

/** "This 70-year-old nurse with limited disease of 30 years' duration". */
const WITH_FORM =
  /\b(?:with|had|has)\s+(?:(?:long-?standing|known|the|a|an)\s+)*(?<form>limited|diffuse)(?:\s+cutaneous)?\s+(?:disease|subset|subtype|variant|form)\b(?!\s+of\s+(?:calc|nodul))/i

/** The form that a sentence gives to a systemic sclerosis named elsewhere, and where it says so. */
export function formOfHers(
  sentence: string,
): { readonly subtype: Term; readonly start: number; readonly end: number } | null {
  const match = FORM_OF_HERS.exec(sentence) ?? WITH_FORM.exec(sentence)
  if (!match) return null
  const subtype = termOf('disease', /^l/i.test(match.groups?.form ?? '') ? 'lcssc' : 'dcssc')
  const tail =
    /^(?:\s+(?:cutaneous|form|type|subset|subtype|variant|disease))*/i.exec(
      sentence.slice(match.index + match[0].length),
    )?.[0] ?? ''
  return { subtype, start: match.index, end: match.index + match[0].length + tail.length }
}

/** Whether `narrow` says more than `broad`: juvenile dermatomyositis than dermatomyositis, any of them than connective tissue disease. */
export const isNarrower = (narrow: Term, broad: Term): boolean => narrow.key !== broad.key && isA(narrow, broad.key)
