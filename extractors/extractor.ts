/**
 * The contract of an extractor: reading in, findings out; synchronous and pure (no I/O, clock, randomness, state).
 *
 * Glossary. mention: a place that names a term. cue: words that change what a mention means ("no evidence of").
 * finding: one statement about one patient with its places in the text. fact: a finding in the case record, merged
 * with the others that say the same. An extractor never merges or gates; `assemble` does.
 */
import type { Span } from '../corpus/document.ts'
import type {
  AgeFact,
  AntibodyFact,
  CalcinosisTypeFact,
  Claim,
  DepositFact,
  DiseaseFact,
  FindingFact,
  LabFact,
  OutcomeFact,
  SexFact,
  TreatmentFact,
} from './case-record.ts'
import type { Reading } from './language/reading.ts'

type Value<Fact> = Omit<Fact, 'evidence'>

export interface FindingValues {
  readonly age: Value<AgeFact>
  readonly sex: Value<SexFact>
  readonly disease: Value<DiseaseFact>
  readonly calcinosis: Value<CalcinosisTypeFact>
  readonly antibody: Value<AntibodyFact>
  readonly deposit: Value<DepositFact>
  readonly treatment: Value<TreatmentFact>
  readonly finding: Value<FindingFact>
  readonly lab: Value<LabFact>
  readonly outcome: Value<OutcomeFact>
  /** Statements about others; `case` is 0. */
  readonly claim: Value<Claim>
}
export type FindingKind = keyof FindingValues

/** Where the text says it. The quote (`span`) holds every one of `holds`: the mention, the value and the cue that license the finding. */
export interface Ground {
  readonly span: Span
  readonly holds: readonly Span[]
  /** `extractor/rule`, so that a wrong fact leads to the line that made it. */
  readonly rule: string
}

export interface Finding<K extends FindingKind = FindingKind> {
  readonly kind: K
  /** 1..n; 0 for claims. */
  readonly case: number
  readonly value: FindingValues[K]
  readonly grounds: readonly [Ground, ...Ground[]]
}

export type AnyFinding = { [K in FindingKind]: Finding<K> }[FindingKind]

export interface Extractor<K extends FindingKind = FindingKind> {
  /** A noun; equals its folder and file name. */
  readonly id: string
  /** Raised with every change of rules; part of the fingerprint. */
  readonly version: number
  readonly produces: readonly K[]
  /** Ids of extractors whose findings this one reads; the runner orders by it and passes only these. */
  readonly needs?: readonly string[]
  extract(reading: Reading, prior: readonly AnyFinding[]): readonly AnyFinding[]
}
