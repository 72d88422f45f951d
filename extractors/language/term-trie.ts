/**
 * One trie over the forms of all terms of all families, walked once from every word's beginning. Forms are stored
 * without spaces and hyphens; a node knows whether a form may break there, so that "anti Scl-70", "antiScl70" and
 * "anti-Scl 70" meet in one path and "he art" does not meet "heart".
 */
import { type Folded, fold, HYPHEN, isDigitCode, isLetterCode, isWordCode, SPACE } from './fold.ts'
import type { Term } from './term.ts'

/** A way of writing a term. */
export interface Form {
  readonly term: Term
  readonly text: string
  /** Case is part of a short form: "ACA", "Ca". */
  readonly case: 'any' | 'capitals' | 'exact'
  readonly needs: readonly string[]
}

/** A form found in a text, before overlaps are resolved. */
export interface FormMatch {
  readonly form: Form
  readonly start: number
  readonly end: number
}

interface TrieNode {
  readonly children: Map<number, TrieNode>
  mayBreak: boolean
  readonly forms: Form[]
}

export interface TermTrie {
  readonly root: TrieNode
}

const newNode = (): TrieNode => ({ children: new Map(), mayBreak: false, forms: [] })

/** Builds the trie of all forms of the terms: label, synonyms, and their regular plurals. */
export function buildTrie(terms: readonly Term[]): TermTrie {
  const root = newNode()
  for (const term of terms) {
    const seen = new Set<string>()
    for (const text of [term.label, ...term.synonyms]) {
      const form: Form = { term, text, case: caseRule(text), needs: term.needs.get(text) ?? [] }
      for (const variant of variantsOf(text)) {
        if (seen.has(variant)) continue
        seen.add(variant)
        insert(root, variant, form)
      }
    }
  }
  return { root }
}

/** Adds one more form, e.g. an abbreviation that a document defines. */
export function insertForm(trie: TermTrie, form: Form): void {
  insert(trie.root, form.text, form)
}

export function caseRule(text: string): Form['case'] {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length
  if (capitals >= 2 && letters.length <= 6 && !/\s/.test(text)) return 'capitals'
  if (capitals >= 1 && letters.length <= 2) return 'exact'
  return 'any'
}

/** Spellings that follow from one by rule; a plural s or es at the end is allowed while walking. */
function variantsOf(text: string): readonly string[] {
  const variants = [text]
  if (/['’]s\b/.test(text)) variants.push(text.replace(/['’]s\b/g, ''))
  if (/[^aeiou]y$/.test(text)) variants.push(text.replace(/y$/, 'ies'))
  if (/[a-z]sis$/.test(text)) variants.push(text.replace(/sis$/, 'ses'))
  if (/\b(antibody)$/i.test(text)) variants.push(text.replace(/antibody$/i, 'autoantibody'))
  return variants
}

function insert(root: TrieNode, text: string, form: Form): void {
  const spaced = text.replace(/([a-zα-ω])(?=[A-Z])/g, '$1 ')
  const { codes, length } = fold(spaced)
  let node = root
  let previous = 0
  for (let at = 0; at < length; at++) {
    const code = codes[at]!
    if (code === SPACE || code === HYPHEN || code === 47) {
      node.mayBreak = true
      continue
    }
    if (isDigitCode(code) !== isDigitCode(previous) && isWordCode(previous)) node.mayBreak = true
    node = childOf(node, code)
    previous = code
  }
  if (node !== root) node.forms.push(form)
}

function childOf(node: TrieNode, code: number): TrieNode {
  const known = node.children.get(code)
  if (known) return known
  const child = newNode()
  node.children.set(code, child)
  return child
}

/** All forms in a text, at word boundaries, longest and shorter ones alike; offsets are into `text`. */
export function findForms(trie: TermTrie, text: string, folded: Folded = fold(text)): readonly FormMatch[] {
  const matches: FormMatch[] = []
  const { codes, length } = folded
  for (let at = 0; at < length; at++) {
    if (!isWordCode(codes[at]!)) continue
    const before = at > 0 ? codes[at - 1]! : SPACE
    // a match may begin where letters change to digits ("x2RF" does not begin at RF)
    if (isWordCode(before)) continue
    walk(trie.root, text, folded, at, matches)
  }
  return matches
}

function walk(root: TrieNode, text: string, folded: Folded, from: number, matches: FormMatch[]): void {
  const { codes, length } = folded
  let node = root
  let at = from
  let previous = 0
  while (at < length) {
    const code = codes[at]!
    if (code === SPACE || code === HYPHEN || code === 47) {
      const broken = breakLength(folded, at)
      if (broken === 0 || !(node.mayBreak || insideWord(folded, at, from))) return
      at += broken
      continue
    }
    const next = step(node, code, previous)
    if (!next) return
    node = next
    previous = code
    at++
    if (node.forms.length > 0) collect(node, text, folded, from, at, matches)
  }
}

/** The child for a character, forgiving the letters that optical recognition takes for digits: Scl-7O, Sc1-70. */
function step(node: TrieNode, code: number, previous: number): TrieNode | undefined {
  const exact = node.children.get(code)
  if (exact) return exact
  if (code === 111 && isDigitCode(previous)) return node.children.get(48)
  if ((code === 108 || code === 105) && isDigitCode(previous)) return node.children.get(49)
  if (code === 49 && isLetterCode(previous)) return node.children.get(108)
  if (code === 48 && isLetterCode(previous)) return node.children.get(111)
  return undefined
}

/** How many folded characters a break takes: one space, hyphen or slash, or a hyphen with a space after it. 0 = no break. */
function breakLength({ codes, length }: Folded, at: number): number {
  let end = at
  while (end < length && (codes[end] === SPACE || codes[end] === HYPHEN || codes[end] === 47)) end++
  return end - at <= 3 && end < length ? end - at : 0
}

/** A hyphen between letters may be a line's end or a prefix: "cyclo-phosphamide", "peri-articular". */
function insideWord({ codes }: Folded, at: number, from: number): boolean {
  return codes[at] === HYPHEN && at - from >= 2 && isLetterCode(codes[at - 1]!)
}

function collect(node: TrieNode, text: string, folded: Folded, from: number, at: number, matches: FormMatch[]): void {
  const end = wordEnd(folded, at)
  if (end === 0) return
  const start = folded.starts[from]!
  const stop = folded.ends[end - 1]!
  const written = text.slice(start, stop)
  for (const form of node.forms) {
    // "As" is no plural of "A", and "IgGs" no lab
    if (end > at && form.text.length < 3) continue
    if (end === at && at < folded.length && isDigitCode(folded.codes[at]!) && form.text.length < 5) continue
    if (casesAgree(form, written)) matches.push({ form, start, end: stop })
  }
}

/** Where the word ends that a form reaches to: here, after a plural s or es, before a citation digit; 0 = in mid-word. */
function wordEnd({ codes, length }: Folded, at: number): number {
  const code = (index: number) => (index < length ? codes[index]! : SPACE)
  if (!isWordCode(code(at))) return at
  if (code(at) === 115 && !isWordCode(code(at + 1))) return at + 1
  if (code(at) === 101 && code(at + 1) === 115 && !isWordCode(code(at + 2))) return at + 2
  if (isDigitCode(code(at)) && isLetterCode(codes[at - 1]!)) return at
  return 0
}

function casesAgree(form: Form, written: string): boolean {
  if (form.case === 'any') return true
  if (form.case === 'exact') return written.startsWith(form.text)
  return written.replace(/[^\p{Lu}]/gu, '').length >= 2
}
