/** Findings of all extractors become the cases and claims of the record, each fact with its evidence. */
import type { AgeFact, Claim, EvidenceList, OutcomeFact, PatientCase, SexFact } from '../case-record.ts'
import type { AnyFinding, FindingKind } from '../extractor.ts'
import type { CaseOutline, Reading } from '../language/reading.ts'
import { evidenceOf } from './evidence.ts'
import type { Merged } from './merge.ts'
import * as rules from './merge-rules.ts'

/** The cases of the paper in its order, and what it says about others. */
export function assemble(
  reading: Reading,
  findings: readonly AnyFinding[],
): { readonly cases: readonly PatientCase[]; readonly claims: readonly Claim[] } {
  return {
    cases: reading.cases.map((outline) => caseOf(reading, outline, findings)),
    claims: facts(reading, rules.claims(findings)),
  }
}

function caseOf(reading: Reading, { number, label }: CaseOutline, findings: readonly AnyFinding[]): PatientCase {
  const age: AgeFact | null = single(reading, rules.ages(findings, number))
  const sex: SexFact | null = single(reading, rules.sexes(findings, number))
  const outcome: OutcomeFact | null = single(reading, rules.outcomes(findings, number))
  return {
    case: number,
    label,
    age,
    sex,
    diseases: facts(reading, rules.diseases(findings, number)),
    calcinosisTypes: facts(reading, rules.calcinosisTypes(findings, number)),
    antibodies: facts(reading, rules.antibodies(findings, number)),
    deposits: facts(reading, rules.deposits(findings, number)),
    treatments: facts(reading, rules.treatments(findings, number)),
    findings: facts(reading, rules.findingFacts(findings, number)),
    labs: facts(reading, rules.labs(findings, number)),
    outcome,
  }
}

type Fact<K extends FindingKind> = Merged<K>['value'] & { readonly evidence: EvidenceList }

function facts<K extends FindingKind>(reading: Reading, merged: readonly Merged<K>[]): readonly Fact<K>[] {
  return merged.map(({ value, grounds }) => ({ ...value, evidence: evidenceOf(reading, grounds) }))
}

function single<K extends FindingKind>(reading: Reading, merged: readonly Merged<K>[]): Fact<K> | null {
  const best = rules.mostGrounded(merged)
  return best ? (facts(reading, [best])[0] ?? null) : null
}
