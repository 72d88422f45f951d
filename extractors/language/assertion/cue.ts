/** Cues: words that change what stands near them. They are data (cues.json), reviewed like any other. */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../../corpus/package-root.ts'
import { type CuePath, furthest, type PatternTree, plant, treeOf } from './cue-pattern.ts'
import { markAt, usesMarks } from './mark.ts'
import type { Token } from './tokens.ts'

/** What a cue does: seven change an assertion, the others only steer the reach of others. */
export type Effect =
  | 'negated'
  /** Was there and is no longer: "has resolved". */
  | 'ended'
  | 'possible'
  | 'historical'
  /** A calendar year or an age: the past in a note, the time of the story in a case report. */
  | 'dated'
  | 'hypothetical'
  | 'other'
  /** Looks like a cue and is none: "no change in". */
  | 'pseudo'
  /** Ends the reach of cues on both sides: "but". */
  | 'stop'
  /** As `stop`, but what is told of a relative goes on: "who". */
  | 'turn'
  /** As `turn`, but the past goes on: "due to". */
  | 'cause'
  /** Ends the past: "now". */
  | 'present'
  /** Takes what follows out of the reach: "except for". */
  | 'exception'
  /** States something of the words before it, and so ends the reach of later backward cues: "was positive". */
  | 'predicate'

/**
 * How far a cue reaches. Forward: subject: past the verb of its own clause ("no X was seen in Y"); object: to the next verb;
 * phrase: to the next comma or preposition of place; condition: over a list to the next clause; word: one word.
 * Backward: clause: to the subject of the clause; phrase: to the next preposition or verb; purpose: that phrase after "for"; compound: the noun it is the
 * second part of; word: one word.
 */
export type Reach = 'subject' | 'object' | 'phrase' | 'condition' | 'word' | 'clause' | 'purpose' | 'compound' | 'none'
/** `both`: governs what stands on either side ("stroke versus migraine"). */
export type Direction = 'forward' | 'backward' | 'both' | 'none'

interface CueGroup {
  readonly effect: Effect
  readonly direction: Direction
  readonly reach: Reach
  /** One sentence of ours that shows the group at work. */
  readonly example: string
  /** Patterns, see cue-pattern.ts. */
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

interface CueFile {
  /** Word classes that patterns name: `<seen>`. */
  readonly classes: Readonly<Record<string, string>>
  readonly groups: readonly CueGroup[]
}

let tree: PatternTree<CueSense> | undefined

function cueTree(): PatternTree<CueSense> {
  if (tree) return tree
  tree = treeOf()
  const path = packageFile('extractors/language/assertion/cues.json')
  const { classes, groups } = JSON.parse(readFileSync(path, 'utf8')) as CueFile
  for (const { effect, direction, reach, cues } of groups) {
    const sense = { effect, direction, reach }
    for (const cue of cues) plant(tree, cue, classes, sense)
  }
  return tree
}

/** Cues from left to right, the longest at each place, never overlapping. */
export function findCues(tokens: readonly Token[], sentence: string): readonly CueMatch[] {
  const tree = cueTree()
  const marked = usesMarks(tokens)
  const cues: CueMatch[] = []
  for (let at = 0; at < tokens.length; at++) {
    const path = furthest(tree, tokens, at)
    const cue = path ? cueOf(tokens, at, path) : markAt(tokens, at, marked, sentence)
    if (!cue) continue
    cues.push(cue)
    at = cue.to - 1
  }
  return cues
}

function cueOf(tokens: readonly Token[], from: number, { to, payloads }: CuePath<CueSense>): CueMatch {
  let text = tokens[from]!.text
  for (let at = from + 1; at < to; at++) text += ` ${tokens[at]!.text}`
  return { from, to, text, senses: payloads }
}
