/**
 * Patterns of words, matched over tokens by one tree. A pattern is slots between blanks: a word; alternatives (`was|were`, `no_one|nobody`),
 * an empty one making the slot optional (`been|`); `<seen>`, a class; `~`, up to two adverbs or none; `*`, up to five words or none.
 */
import { isAdverb } from './grammar.ts'
import { type Token, tokensOf } from './tokens.ts'

/** One place in the patterns; `adverbs` and `words` stand behind a gap. */
export interface PatternTree<T> {
  readonly next: Map<string, PatternTree<T>>
  adverbs: PatternTree<T> | null
  words: PatternTree<T> | null
  readonly payloads: T[]
}

/** The end (a token index) of the longest pattern at a place, with what was planted there. */
export interface CuePath<T> {
  readonly to: number
  readonly payloads: readonly T[]
}

const MAX_ADVERBS = 2
const MAX_WORDS = 5

export const treeOf = <T>(): PatternTree<T> => ({ next: new Map(), adverbs: null, words: null, payloads: [] })

/** Adds a pattern; throws on a class that is not defined. */
export function plant<T>(
  tree: PatternTree<T>,
  pattern: string,
  classes: Readonly<Record<string, string>>,
  payload: T,
): void {
  const slots = pattern.split(' ').map((slot) =>
    slot.replace(/<(\w+)>/g, (_, name: string) => {
      const members = classes[name]
      if (members === undefined) throw new Error(`Cue pattern "${pattern}" names the unknown class <${name}>.`)
      return members
    }),
  )
  plantSlots(tree, slots, payload)
}

function plantSlots<T>(tree: PatternTree<T>, [slot, ...rest]: readonly string[], payload: T): void {
  if (slot === undefined) {
    if (!tree.payloads.includes(payload)) tree.payloads.push(payload)
    return
  }
  if (slot === '~' || slot === '*') {
    plantSlots(tree, rest, payload)
    const gap = slot === '~' ? 'adverbs' : 'words'
    tree[gap] ??= treeOf()
    plantSlots(tree[gap], rest, payload)
    return
  }
  for (const alternative of slot.split('|')) plantSlots(follow(tree, alternative.replaceAll('_', ' ')), rest, payload)
}

function follow<T>(tree: PatternTree<T>, words: string): PatternTree<T> {
  let node = tree
  for (const { text } of tokensOf(words)) {
    let next = node.next.get(text)
    if (!next) {
      next = treeOf()
      node.next.set(text, next)
    }
    node = next
  }
  return node
}

/** The longest pattern that begins at a token; null where none does. */
export function furthest<T>(tree: PatternTree<T>, tokens: readonly Token[], from: number): CuePath<T> | null {
  const first = tokens[from]
  const node = first && tree.next.get(first.text)
  return node ? furthestFrom(node, tokens, from + 1) : null
}

function furthestFrom<T>(node: PatternTree<T>, tokens: readonly Token[], at: number): CuePath<T> | null {
  let best: CuePath<T> | null = node.payloads.length > 0 ? { to: at, payloads: node.payloads } : null
  const token = tokens[at]
  if (!token) return best
  const next = node.next.get(token.text)
  if (next) best = further(best, furthestFrom(next, tokens, at + 1))
  if (node.adverbs)
    for (let to = at; to < at + MAX_ADVERBS && isAdverb(tokens[to]); to++)
      best = further(best, furthestFrom(node.adverbs, tokens, to + 1))
  if (node.words)
    for (let to = at; to < at + MAX_WORDS && tokens[to]?.isWord; to++)
      best = further(best, furthestFrom(node.words, tokens, to + 1))
  return best
}

const further = <T>(one: CuePath<T> | null, other: CuePath<T> | null): CuePath<T> | null =>
  other && (!one || other.to > one.to) ? other : one
