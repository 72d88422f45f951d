/** A sentence with its words and cues: what reaches are worked out on. */
import type { CueMatch, CueSense } from './cue.ts'
import type { Token } from './tokens.ts'

/** The words and cues of one sentence. */
export interface Scene {
  readonly sentence: string
  readonly tokens: readonly Token[]
  readonly cues: readonly CueMatch[]
  /** For each token the cue that covers it, or null. */
  readonly cueAt: readonly (CueMatch | null)[]
}

/** Token indexes, half-open. */
export interface Region {
  readonly from: number
  readonly to: number
}

/** Whether one of the cue's senses has this effect. */
export const hasEffect = (cue: CueMatch | null | undefined, effect: CueSense['effect']): boolean =>
  cue?.senses.some((sense) => sense.effect === effect) ?? false

const STEERING = new Set(['stop', 'exception'])
/** Whether the cue ends the reach of others. */
export const stopsReach = (cue: CueMatch | null | undefined): boolean =>
  cue?.senses.some(({ effect }) => STEERING.has(effect)) ?? false
