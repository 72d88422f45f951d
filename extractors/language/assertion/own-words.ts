/** Words behind a cue that still belong to it: its verb, its complement, an aside, a list over semicolons. */
import type { CueMatch } from './cue.ts'
import { isDeterminer, isFiniteVerb, isJoint, isPronoun, isRelative } from './grammar.ts'
import { hasEffect, MAX_REACH_WORDS, type Scene } from './scene.ts'
import type { Token } from './tokens.ts'

const HISTORY = /(?:histor|h[xo]$|pmh|psh|fh)/
const HISTORY_VERBS =
  /^(?:is|was|are|were|also|only|otherwise|includes?|included|including|significant|notable|remarkable|positive|negative|pertinent|relevant|consists|for|of|:|-)$/
/** "past history revealed"; a bare "history revealed" tells of the present illness. */
const PAST_HISTORY = /past|medical|surgical|family/

/** The cue's own verb is no new statement: "never experienced", "nor did he have", "past history is notable for". */
export function ownVerbEnd(tokens: readonly Token[], cue: CueMatch): number {
  let at = cue.to
  if (HISTORY.test(cue.text)) {
    while (isHistoryVerb(cue, tokens[at]?.text ?? '')) at++
    return at
  }
  if (/^den/.test(cue.text) && /^(?:having|being)$/.test(tokens[at]?.text ?? '')) return at + 1
  if (!/(?:^|\s)(?:not|never|nor|cannot|no longer|no way)$|n't$/.test(cue.text)) return cue.to
  for (let step = 0; step < 4 && at < tokens.length; step++, at++) {
    const token = tokens[at]!
    if (!token.isWord || isJoint(token) || isDeterminer(token)) break
    if (isFiniteVerb(token) && !isFiniteVerb(tokens[at + 1]) && !isPronoun(tokens[at + 1])) return at + 1
  }
  return cue.to
}

const isHistoryVerb = (cue: CueMatch, word: string): boolean =>
  HISTORY_VERBS.test(word) || (PAST_HISTORY.test(cue.text) && /^(?:reveal|show)/.test(word))

/** "uncertain whether it is", "I doubt this is gout": a clause is what the cue governs. */
export const takesComplement = ({ tokens }: Scene, { text, to }: CueMatch): boolean =>
  /\b(?:that|if|whether)$/.test(text) ||
  (/^(?:doubt|suspect)s?$/.test(text) && /^(?:this|it|he|she|they|there|we|the)$/.test(tokens[to]?.text ?? ''))

/** "The mother, who is 29 years old, has lupus": an aside between commas does not end what is said of her. */
export function asideEnd({ tokens, ends }: Scene, cue: CueMatch): number {
  if (!hasEffect(cue, 'other') || tokens[cue.to]?.text !== ',') return cue.to
  const opener = tokens[cue.to + 1]
  if (!isRelative(opener) && !/^(?:aged|an?|\d.*)$/.test(opener?.text ?? '')) return cue.to
  const limit = Math.min(ends[cue.from]!, cue.to + MAX_REACH_WORDS)
  for (let at = cue.to + 2; at < limit; at++) if (tokens[at]!.text === ',') return at + 1
  return cue.to
}

/** Where the statement ends; "Denies: fever; chills; sweats" lists over its semicolons. */
export function listEnd({ tokens, starts, ends }: Scene, cue: CueMatch): number {
  let end = ends[cue.to - 1]!
  if (tokens[cue.to]?.text !== ':') return end
  while (tokens[end - 1]?.text === ';' && end < tokens.length && end < cue.to + MAX_REACH_WORDS) {
    for (let at = starts[end]!; at < ends[end]!; at++)
      if (isFiniteVerb(tokens[at]) || tokens[at]!.text === ':') return end
    end = ends[end]!
  }
  return end
}
