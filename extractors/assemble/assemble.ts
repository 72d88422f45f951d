/** Findings of all extractors become the cases and claims of the record, each fact with its evidence. */
import type { AgeFact, Claim, EvidenceList, OutcomeFact, PatientCase, RecordWarning, SexFact } from '../case-record.ts'
import type { AnyFinding, FindingKind } from '../extractor.ts'
import type { CaseOutline, Reading } from '../language/reading.ts'
import { evidenceOf } from './evidence.ts'
import type { Merged } from './merge.ts'
import * as rules from './merge-rules.ts'
import { reconcile } from './reconcile.ts'
import { regionsFirst } from './region-order.ts'

export interface Assembled {
  readonly cases: readonly PatientCase[]
  readonly claims: readonly Claim[]
  readonly warnings: readonly RecordWarning[]
}

/** The cases of the paper in its order, what it says about others, and where it contradicts itself. */
export function assemble(reading: Reading, findings: readonly AnyFinding[]): Assembled {
  const made = reading.cases.map((outline) => caseOf(reading, outline, findings))
  return {
    cases: made.map(({ facts }) => facts),
    claims: factsOf(reading, rules.claims(findings)),
    warnings: [...countWarnings(reading), ...made.flatMap(({ warnings }) => warnings)],
  }
}

function caseOf(
  reading: Reading,
  { number, label }: CaseOutline,
  findings: readonly AnyFinding[],
): { readonly facts: PatientCase; readonly warnings: readonly RecordWarning[] } {
  const ages = reconcile(
    reading,
    number,
    rules.ages(findings, number),
    () => 'the age',
    ({ text }) => text,
  )
  const sexes = reconcile(
    reading,
    number,
    rules.sexes(findings, number),
    () => 'the sex',
    ({ value }) => value,
  )
  const antibodies = reconcile(
    reading,
    number,
    rules.antibodies(findings, number),
    ({ label }) => label,
    ({ result }) => result,
  )
  const age: AgeFact | null = single(reading, ages.kept)
  const sex: SexFact | null = single(reading, sexes.kept)
  const outcome: OutcomeFact | null = single(reading, rules.outcomes(findings, number))
  const facts: PatientCase = {
    case: number,
    label,
    age,
    sex,
    diseases: factsOf(reading, rules.diseases(findings, number)),
    calcinosisTypes: factsOf(reading, rules.calcinosisTypes(findings, number)),
    antibodies: factsOf(reading, antibodies.kept),
    deposits: factsOf(reading, regionsFirst(rules.deposits(findings, number))),
    treatments: factsOf(reading, rules.treatments(findings, number)),
    findings: factsOf(reading, rules.findingFacts(findings, number)),
    labs: factsOf(reading, rules.labs(findings, number)),
    outcome,
  }
  return { facts, warnings: [...ages.warnings, ...sexes.warnings, ...antibodies.warnings] }
}

/** "We describe four patients", and three were found. */
function countWarnings({ announcedCases, cases }: Reading): readonly RecordWarning[] {
  if (announcedCases === null || announcedCases === cases.length || cases.length === 0) return []
  return [
    {
      code: 'case-count',
      page: null,
      message: `The paper speaks of ${announcedCases} patients, ${cases.length} ${cases.length === 1 ? 'was' : 'were'} found; please check its cases.`,
    },
  ]
}

type Fact<K extends FindingKind> = Merged<K>['value'] & { readonly evidence: EvidenceList }

function factsOf<K extends FindingKind>(reading: Reading, merged: readonly Merged<K>[]): readonly Fact<K>[] {
  return merged.map(({ value, grounds }) => ({ ...value, evidence: evidenceOf(reading, grounds) }))
}

function single<K extends FindingKind>(reading: Reading, merged: readonly Merged<K>[]): Fact<K> | null {
  const best = rules.mostGrounded(merged)
  return best ? (factsOf(reading, [best])[0] ?? null) : null
}
