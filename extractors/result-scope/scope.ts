/**
 * Result scope: which result belongs to which test of a clause, for antibodies and laboratory values alike. A cue in front
 * governs the list behind it, a cue behind governs the list in front of it; each stops where another cue has spoken.
 */
import type { Span } from '../../corpus/document.ts'

/** A test as named: `end` takes in words that belong to the name, such as "antibodies", "levels". */
export interface TestName {
  readonly span: Span
  readonly end: number
}

export interface ScopeCue<R extends string> {
  readonly span: Span
  /** `not-done` leaves its tests without a row. */
  readonly result: R | 'not-done'
  /**
   * word: an adjective or noun that may stand on either side ("positive"); forward: governs what follows ("negative for");
   * backward: governs what precedes ("were absent"); finding: a verb that makes what follows present, if nothing else speaks
   * ("revealed"); attached: a sign at one test ("+").
   */
  readonly reach: 'word' | 'forward' | 'backward' | 'finding' | 'attached'
  /** A denial ("no ...") is completed by a verb behind its list ("... were found"), which then says nothing of its own. */
  readonly role?: 'denial' | 'verb'
}

export interface Verdict<N extends TestName, R extends string> {
  readonly name: N
  readonly result: R | 'not-done'
  readonly cue: Span
  /** The rule's own name; the extractor puts itself in front. */
  readonly rule: string
}

/** What differs between families of tests. */
export interface ScopeRules<N extends TestName, R extends string> {
  /** The result of what is excepted from another: null where the exception tells nothing certain. */
  readonly opposite: (result: R) => R | null
  /** The result that a sentence gives to tests without naming one: "the profile was unremarkable except for". */
  readonly general: (clause: string) => R | null
  /** A measurement at a name that a cue behind a list does not reach over: a titre against "negative". */
  readonly resists: (name: N, result: R | 'not-done') => boolean
}

/** One clause with its names and cues, and the verdicts so far. */
export interface Scene<N extends TestName, R extends string> {
  readonly sentence: string
  readonly clause: Span
  readonly names: readonly N[]
  /** All cues but those of finding. */
  readonly speaking: readonly ScopeCue<R>[]
  readonly verdicts: Map<N, Verdict<N, R>>
  readonly rules: ScopeRules<N, R>
}

/** The first verdict on a name stays. */
export function give<N extends TestName, R extends string>(
  scene: Scene<N, R>,
  name: N,
  cue: ScopeCue<R>,
  rule: string,
): void {
  if (!scene.verdicts.has(name)) scene.verdicts.set(name, { name, result: cue.result, cue: cue.span, rule })
}
