/** From what people write ("ACA", "spine", "bisphosphonates") to concept ids, by the terms and their hierarchy. */
import type { Term } from '../extractors/language/term.ts'
import { type ConceptFamily, conceptTerms } from './concepts.ts'
import { GraphError } from './graph-error.ts'
import { closest } from './spelling.ts'

/** Ids of the concept named and of everything below it; throws GraphError with suggestions for an unknown name. */
export function conceptIds(family: ConceptFamily, name: string): readonly string[] {
  const terms = conceptTerms(family)
  const found = termsNamed(terms, name)
  if (found.length === 0) throw unknownConcept(family, terms, name)
  return [...new Set(withNarrower(terms, found).map(({ id }) => id))].sort()
}

/** The term a name means, or null: first by id or key, then by label, then by synonym, regardless of case and hyphens. */
export function termNamed(family: ConceptFamily, name: string): Term | null {
  return termsNamed(conceptTerms(family), name)[0] ?? null
}

function termsNamed(terms: readonly Term[], name: string): readonly Term[] {
  const wanted = folded(name)
  const ways: readonly ((term: Term) => boolean)[] = [
    ({ id, key }) => id.toLowerCase() === name.trim().toLowerCase() || key === name.trim(),
    ({ label }) => folded(label) === wanted,
    ({ synonyms }) => synonyms.some((synonym) => folded(synonym) === wanted),
  ]
  for (const way of ways) {
    const found = terms.filter(way)
    if (found.length > 0) return found
  }
  return wanted.endsWith('s') ? termsNamed(terms, wanted.slice(0, -1)) : []
}

/** "anti-Scl-70", "Anti Scl 70" and "anti-scl70 antibodies" are one name. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bantibod(?:y|ies)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function withNarrower(terms: readonly Term[], roots: readonly Term[]): readonly Term[] {
  const found = new Map(roots.map((term) => [term.key, term]))
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const term of terms) if (term.parents.some((parent) => found.has(parent))) found.set(term.key, term)
  }
  return [...found.values()]
}

function unknownConcept(family: ConceptFamily, terms: readonly Term[], name: string): GraphError {
  const names = terms.flatMap(({ label, synonyms }) => [label, ...synonyms])
  const near = closest(name, names, 3)
  const hint =
    near.length > 0 ? `did you mean ${near.map((n) => `"${n}"`).join(' or ')}?` : 'see the README for the names'
  return new GraphError('bad-question', `No ${family} is called "${name}": ${hint}`)
}
