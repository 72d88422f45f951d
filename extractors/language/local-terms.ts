/** The terms that one paper abbreviates for itself, and the shared short forms that it uses for something else. */
import type { Span } from '../../corpus/document.ts'
import { type Abbreviation, abbreviationsIn } from './abbreviation.ts'
import { findMentions } from './find-mentions.ts'
import { foldedText } from './fold.ts'
import type { Mention } from './term.ts'
import { caseRule, type Form, type FormMatch } from './term-trie.ts'

export interface LocalTerms {
  /** Forms of the paper's own abbreviations in a text that begins at `offset`. */
  find(text: string, offset: number): readonly FormMatch[]
  /** Whether the paper gave this short form another meaning before this place. */
  isRedefined(form: Form, span: Span): boolean
}

interface Definition {
  readonly abbreviation: Abbreviation
  /** The terms that the long form names, one per family; empty where it names none. */
  readonly mentions: readonly Mention[]
  /** The initials of the long form spell the short one: only then may it take a known short form away. */
  readonly isPlain: boolean
}

/** Reads all definitions of a paper. */
export function localTermsOf(sentences: readonly { readonly text: string; readonly span: Span }[]): LocalTerms {
  const definitions = sentences.flatMap(({ text, span }) =>
    text.includes('(')
      ? abbreviationsIn(text, span.start).map((abbreviation) => define(abbreviation, text, span.start))
      : [],
  )
  const byShort = new Map<string, Definition>()
  for (const definition of definitions) {
    const key = foldedText(definition.abbreviation.short)
    // the first definition counts; abstracts and texts repeat it
    if (!byShort.has(key)) byShort.set(key, definition)
  }
  return {
    find: (text, offset) => [...byShort.values()].flatMap((definition) => placesOf(definition, text, offset)),
    isRedefined: (form, span) => isRedefined(byShort.get(foldedText(form.text)), form, span),
  }
}

/** The long form ends right before the bracket: only a mention that reaches its end is what is abbreviated. */
function define(abbreviation: Abbreviation, text: string, offset: number): Definition {
  const { start, end } = abbreviation.long
  const mentions = findMentions(text.slice(start - offset, end - offset), start, 0)
  const isPlain = initials(text.slice(start - offset, end - offset)) === abbreviation.short.toLowerCase()
  return {
    abbreviation,
    isPlain,
    mentions: mentions.filter(({ span }) => span.end >= end - 1 && span.start - start <= 24),
  }
}

const initials = (phrase: string): string =>
  phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|the|and|for|in|to|with)$/.test(word))
    .map((word) => word[0] ?? '')
    .join('')

function placesOf({ abbreviation, mentions }: Definition, text: string, offset: number): readonly FormMatch[] {
  const { short, at } = abbreviation
  if (mentions.length === 0 || offset + text.length <= at.start || !text.includes(short)) return []
  const places: FormMatch[] = []
  for (let start = text.indexOf(short); start >= 0; start = text.indexOf(short, start + short.length)) {
    const end = start + short.length
    if (isPartOfWord(text, start, end) || offset + start < at.start) continue
    for (const { term } of mentions)
      places.push({ form: { term, text: short, case: caseRule(short), needs: [] }, start, end })
  }
  return places
}

const isPartOfWord = (text: string, start: number, end: number): boolean =>
  /[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text.slice(end).replace(/^s\b/, '')[0] ?? ' ')

/** RA is the right atrium from its definition on, unless the long form is the term itself. */
function isRedefined(definition: Definition | undefined, form: Form, span: Span): boolean {
  if (!definition || span.start < definition.abbreviation.at.start) return false
  // a long form that names nothing takes the short form away only where the initials leave no doubt
  if (definition.mentions.length === 0 && !definition.isPlain) return false
  return !definition.mentions.some(({ term }) => term.family === form.term.family && term.key === form.term.key)
}
