/** Cues: words that change what stands near them. They are data (cues.json), reviewed like any other. */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../corpus/package-root.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a cue does: five change an assertion, four only steer the reach of others. */
export type Effect =
  | 'negated'
  | 'possible'
  | 'historical'
  | 'hypothetical'
  | 'other'
  /** Looks like a cue and is none: "no change in". */
  | 'pseudo'
  /** Ends the reach of cues on both sides: "but". */
  | 'stop'
  /** Takes what follows out of the reach: "except for". */
  | 'exception'
  /** States something of the words before it, and so ends the reach of later backward cues: "was positive". */
  | 'predicate'

/**
 * How far a forward cue reaches. subject: past the verb of its own clause ("no X was seen in Y"); object: to the next
 * verb; phrase: to the next comma or preposition of place; condition: to the next comma; word: one word. Backward cues
 * reach their clause, or one word.
 */
export type Reach = 'subject' | 'object' | 'phrase' | 'condition' | 'word' | 'clause' | 'none'
export type Direction = 'forward' | 'backward' | 'none'

interface CueGroup {
  readonly effect: Effect
  readonly direction: Direction
  readonly reach: Reach
  /** One sentence of ours that shows the group at work. */
  readonly example: string
  readonly cues: readonly string[]
}

export type CueSense = Omit<CueGroup, 'cues' | 'example'>

/** A cue in a sentence; `from` and `to` are token indexes, half-open. Several senses where direction depends on place. */
export interface CueMatch {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly senses: readonly CueSense[]
}

interface CueNode {
  readonly next: Map<string, CueNode>
  senses: CueSense[] | null
}

let root: CueNode | undefined

function cueTree(): CueNode {
  if (root) return root
  root = { next: new Map(), senses: null }
  const groups = JSON.parse(
    readFileSync(packageFile('extractors/language/assertion/cues.json'), 'utf8'),
  ) as readonly CueGroup[]
  for (const { effect, direction, reach, cues } of groups)
    for (const cue of cues) {
      plant(root, tokensOf(cue), { effect, direction, reach })
      // "was not seen" is also said as "has not been seen"
      if (direction === 'backward' && cue.startsWith('not '))
        plant(root, tokensOf(cue.replace('not ', 'not been ')), { effect, direction, reach })
    }
  return root
}

function plant(tree: CueNode, words: readonly Token[], sense: CueSense): void {
  let node = tree
  for (const { text } of words) {
    let next = node.next.get(text)
    if (!next) {
      next = { next: new Map(), senses: null }
      node.next.set(text, next)
    }
    node = next
  }
  node.senses = [...(node.senses ?? []), sense]
}

/** Cues from left to right, the longest at each place, never overlapping. */
export function findCues(tokens: readonly Token[]): readonly CueMatch[] {
  const tree = cueTree()
  const cues: CueMatch[] = []
  for (let at = 0; at < tokens.length; at++) {
    const cue = longestCueAt(tree, tokens, at)
    if (!cue) continue
    cues.push(cue)
    at = cue.to - 1
  }
  return cues
}

function longestCueAt(tree: CueNode, tokens: readonly Token[], from: number): CueMatch | null {
  let node: CueNode | undefined = tree
  let best: CueMatch | null = null
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]!.text)
    if (!node) break
    if (node.senses) {
      const text = tokens
        .slice(from, at + 1)
        .map((token) => token.text)
        .join(' ')
      best = { from, to: at + 1, text, senses: node.senses }
    }
  }
  return best
}
