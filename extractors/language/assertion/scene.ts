/** A sentence with its words and cues: what reaches are worked out on. */
import { type CueMatch, type CueSense, type Effect, findCues } from './cue.ts'
import { statementEnds, statementStarts } from './statement.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The words and cues of one sentence. */
export interface Scene {
  readonly sentence: string
  readonly tokens: readonly Token[]
  readonly cues: readonly CueMatch[]
  /** For each token the cue that covers it, or null. */
  readonly cueAt: readonly (CueMatch | null)[]
  /** For each token the first token of its statement, and the token after the last. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** For each opening bracket the token that closes it; for every other token itself. */
  readonly closes: readonly number[]
}

/** Token indexes, half-open. */
export interface Region {
  readonly from: number
  readonly to: number
}

/** No cue reaches further, so that a megabyte without a full stop takes linear time. Lists of sixty symptoms exist. */
export const MAX_REACH_WORDS = 200

export function sceneOf(sentence: string): Scene {
  const tokens = tokensOf(sentence)
  const cues = findCues(tokens, sentence)
  const cueAt: (CueMatch | null)[] = new Array(tokens.length).fill(null)
  for (const cue of cues) for (let at = cue.from; at < cue.to; at++) cueAt[at] = cue
  const starts = statementStarts(tokens, sentence)
  return { sentence, tokens, cues, cueAt, starts, ends: statementEnds(starts), closes: bracketsOf(tokens) }
}

function bracketsOf(tokens: readonly Token[]): readonly number[] {
  const closes = tokens.map((_, at) => at)
  const open: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { text } = tokens[at]!
    if (text === '(' || text === '[') open.push(at)
    if (text === ')' || text === ']') closes[open.pop() ?? at] = at
  }
  return closes
}

/** Whether one of the cue's senses has this effect. */
export const hasEffect = (cue: CueMatch | null | undefined, effect: CueSense['effect']): boolean =>
  cue?.senses.some((sense) => sense.effect === effect) ?? false

const STEERING: ReadonlySet<Effect> = new Set(['stop', 'turn', 'cause', 'exception'])
/** Whether the cue ends the reach of others. */
export const stopsReach = (cue: CueMatch | null | undefined): boolean =>
  cue?.senses.some(({ effect }) => STEERING.has(effect)) ?? false

/** The first element of a list for which a condition holds that stays true behind it; the length where none is. */
export function firstIndex<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
