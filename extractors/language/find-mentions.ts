/** Mentions in one sentence: forms found, guards checked, overlaps inside each family resolved (longest wins). */

import type { Span } from '../../corpus/document.ts'
import { loadTerms, TERM_FAMILIES } from './load-terms.ts'
import type { LocalTerms } from './local-terms.ts'
import type { Mention, TermFamily } from './term.ts'
import { buildTrie, type FormMatch, findForms, type TermTrie } from './term-trie.ts'

let shared: TermTrie | undefined

/** The trie of all families, built at the first use. */
export function termTrie(): TermTrie {
  shared ??= buildTrie(TERM_FAMILIES.flatMap((family) => loadTerms(family)))
  return shared
}

/**
 * Mentions of all families in text order; `offset` is where `text` begins in the document, `context` are words around
 * it (a table's headings) that may license an ambiguous short form.
 */
export function findMentions(
  text: string,
  offset: number,
  sentence: number,
  local?: LocalTerms,
  context = '',
): readonly Mention[] {
  const lower = `${text} ${context}`.toLowerCase()
  const span = (match: FormMatch): Span => ({ start: offset + match.start, end: offset + match.end })
  const shared = findForms(termTrie(), text).filter(
    (match) => guardHolds(match.form.needs, lower) && !local?.isRedefined(match.form, span(match)),
  )
  const matches = local ? [...shared, ...local.find(text, offset)] : shared
  return TERM_FAMILIES.flatMap((family) => longest(matches, family))
    .filter(({ form }) => form.term.kind !== 'decoy')
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((match) => ({
      term: match.form.term,
      span: span(match),
      text: text.slice(match.start, match.end),
      sentence,
    }))
}

const guardHolds = (needs: readonly string[], lower: string): boolean =>
  needs.length === 0 || needs.some((word) => beginsWord(lower, word))

function beginsWord(lower: string, word: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
    if (at === 0 || !/[a-z0-9]/.test(lower[at - 1]!)) return true
  return false
}

/** Greedy by length: a longer mention beats every shorter one it overlaps; the first of equals stays. */
function longest(matches: readonly FormMatch[], family: TermFamily): readonly FormMatch[] {
  const ranked = matches
    .filter(({ form }) => form.term.family === family)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: FormMatch[] = []
  for (const match of ranked)
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match)
  return kept
}
