/** Do a gold name and an extracted concept mean the same thing? Compared through our own terms, then word by word. */
import { loadTerms } from '../language/load-terms.ts'
import type { TermFamily } from '../language/term.ts'

/** What an extracted fact may be called. */
export interface Named {
  readonly label?: string | undefined
  readonly text?: string | undefined
  readonly id?: string | undefined
}

interface Vocabulary {
  readonly keyOf: ReadonlyMap<string, string>
  readonly parentsOf: ReadonlyMap<string, readonly string[]>
}

const vocabularies = new Map<TermFamily, Vocabulary>()

function vocabularyOf(family: TermFamily): Vocabulary {
  const known = vocabularies.get(family)
  if (known) return known
  const keyOf = new Map<string, string>()
  const terms = loadTerms(family)
  for (const term of terms)
    for (const name of [term.key, term.label, ...term.synonyms]) {
      const form = normalName(name)
      if (!keyOf.has(form)) keyOf.set(form, term.key)
    }
  const vocabulary = { keyOf, parentsOf: new Map(terms.map((term) => [term.key, term.parents])) }
  vocabularies.set(family, vocabulary)
  return vocabulary
}

/** Lower case, no diacritics, hyphens, plurals or words that carry no meaning ("anti-Scl-70 antibodies" is "scl 70"). */
export function normalName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = plain.replace(/γ/g, 'gamma').replace(/β/g, 'beta').replace(/α/g, 'alpha')
  const spaced = latin.replace(/[-‐‑–/_,()]/g, ' ').replace(/\banti\b/g, ' ')
  const bare = spaced.replace(/\b(antibod(y|ies)|autoantibod(y|ies)|the|a|of|therapy|treatment)\b/g, ' ')
  return bare.replace(/\s+/g, ' ').trim().split(' ').map(singular).join(' ')
}

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word

export const withoutBrackets = (name: string): string => name.replace(/\(.*?\)/g, '')

/** An extracted concept may be more specific than the gold ("olecranon" for "elbow"), never less. */
export function isSameName(gold: string, extracted: Named, family: TermFamily): boolean {
  const names = [extracted.label, extracted.text, extracted.id].filter((name) => name !== undefined && name !== '')
  return names.some((name) => isSameForm(gold, String(name), family))
}

function isSameForm(gold: string, extracted: string, family: TermFamily): boolean {
  const wanted = normalName(gold)
  const found = normalName(extracted)
  if (found === '') return false
  if (found === wanted || found.replace(/ /g, '') === wanted.replace(/ /g, '')) return true
  const { keyOf, parentsOf } = vocabularyOf(family)
  const wantedKey = keyOf.get(wanted)
  const foundKey = keyOf.get(found)
  if (family === 'treatment' && isSameOperation(wanted, found)) return true
  if (family === 'site') {
    if (isSubset(siteWords(gold), siteWords(extracted))) return true
    if (wantedKey !== undefined && foundKey !== undefined && isBelow(parentsOf, foundKey, wantedKey)) return true
  }
  if (wantedKey !== undefined && foundKey !== undefined) return wantedKey === foundKey
  const wantedWords = new Set(wanted.split(' '))
  const foundWords = new Set(found.split(' '))
  return isSubset(wantedWords, foundWords) || (isSubset(foundWords, wantedWords) && found.length > 3)
}

const OPERATION = /surg|excision|resection|removal|ectomy|curett|debrid/

function isSameOperation(wanted: string, found: string): boolean {
  if ((wanted === 'surgery' || found === 'surgery') && OPERATION.test(wanted) && OPERATION.test(found)) return true
  const organ = /\w+ectomy/.exec(wanted)
  return organ !== null && found.includes(organ[0])
}

const REGIONS: Readonly<Record<string, string>> = {
  c: 'cervical',
  t: 'thoracic',
  d: 'thoracic',
  l: 'lumbar',
  s: 'sacral',
}

/** The words of a site; a vertebra brings its region along ("L5" is lumbar). */
function siteWords(name: string): ReadonlySet<string> {
  const words = normalName(withoutBrackets(name)).split(' ')
  return new Set(words.flatMap(withRegion))
}

function withRegion(word: string): readonly string[] {
  const level = /^([ctdls])\d{1,2}$/.exec(word)?.[1]
  if (level !== undefined) return [word, REGIONS[level] ?? word]
  return [word === 'testes' ? 'testis' : word]
}

const isSubset = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((word) => whole.has(word))

function isBelow(parentsOf: Vocabulary['parentsOf'], key: string, ancestor: string, steps = 3): boolean {
  if (steps === 0) return false
  const parents = parentsOf.get(key) ?? []
  return parents.some((parent) => parent === ancestor || isBelow(parentsOf, parent, ancestor, steps - 1))
}
