/** Human decisions laid over a record: what was rejected goes, what was corrected changes, in every later write. */
import type { CaseRecord, Claim, Evidence, EvidenceList, PatientCase } from '../../extractors/case-record.ts'
import type { Decision } from './decision.ts'
import { aboutOf, FACT_KINDS, type FactKind, type FactValue, valuesOf, withValues } from './fact.ts'

/** The rule that stands at a fact which a person changed: no rule of the program licenses it. */
export const REVIEW_RULE = 'review/corrected'

/** Pure. Of several decisions on one fact the last one holds. */
export function applyDecisions(record: CaseRecord, decisions: readonly Decision[]): CaseRecord {
  const standing = standingDecisions(decisions)
  if (standing.length === 0) return record
  const cases = record.cases.map((patient) => {
    const own = standing.filter((decision) => decision.case === patient.case)
    return own.length === 0 ? patient : judgedPatient(patient, own)
  })
  const onClaims = standing.filter(({ kind }) => kind === 'claim')
  const claims =
    onClaims.length === 0
      ? record.claims
      : (judged('claim', record.claims as unknown as readonly FactValue[], onClaims) as unknown as readonly Claim[])
  return { ...record, cases, claims }
}

/** The last decision on each fact, without those that were taken back, in the order in which the facts were first judged. */
export function standingDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const last = new Map<string, Decision>()
  for (const decision of decisions) last.set(decision.evidence, decision)
  return [...last.values()].filter(({ verdict }) => verdict !== 'withdraw')
}

/** Is this fact of an extraction the one that was judged? Offsets may have moved and the value may be another. */
export function isAbout(decision: Decision, kind: FactKind, number: number, value: FactValue): boolean {
  if (decision.kind !== kind || decision.case !== number || decision.about !== aboutOf(kind, value)) return false
  return value.evidence.some((found) => decision.fact.evidence.some((judgedOn) => isSamePlace(found, judgedOn)))
}

/** The same sentence, or quotes that overlap and share their words. */
function isSamePlace(one: Evidence, other: Evidence): boolean {
  if (one.sentence === other.sentence) return true
  const overlaps = one.start < other.end && other.start < one.end
  return overlaps && (one.text.includes(other.text) || other.text.includes(one.text))
}

function judgedPatient(patient: PatientCase, decisions: readonly Decision[]): PatientCase {
  return FACT_KINDS.reduce((judgedSoFar, kind) => {
    const own = decisions.filter((decision) => decision.kind === kind)
    if (own.length === 0 || kind === 'claim') return judgedSoFar
    return withValues(judgedSoFar, kind, judged(kind, valuesOf(patient, kind), own, patient.case))
  }, patient)
}

function judged(
  kind: FactKind,
  values: readonly FactValue[],
  decisions: readonly Decision[],
  number = 0,
): readonly FactValue[] {
  const met = new Set<Decision>()
  const kept = values.flatMap((value): readonly FactValue[] => {
    const decision = decisions.find((each) => !met.has(each) && isAbout(each, kind, number, value))
    if (!decision) return [value]
    met.add(decision)
    return outcomeOf(decision, value)
  })
  // a re-run lost what a person had accepted or set right: it stays as it was judged
  const lost = decisions.filter((decision) => !met.has(decision) && !isSaid(decision, kept))
  return [...kept, ...lost.flatMap((decision) => outcomeOf(decision, decision.fact))]
}

function outcomeOf(decision: Decision, value: FactValue): readonly FactValue[] {
  if (decision.verdict === 'reject') return []
  if (decision.verdict === 'correct') return [corrected(decision.fact, decision.correction ?? {})]
  // accepted as it stood then: a later rule that reads it otherwise does not outrank the person
  return [sameValue(value, decision.fact) ? value : decision.fact]
}

/** Has the new extraction come to the corrected fact by itself? */
function isSaid(decision: Decision, values: readonly FactValue[]): boolean {
  if (decision.verdict === 'reject') return true
  const wanted = decision.verdict === 'correct' ? corrected(decision.fact, decision.correction ?? {}) : decision.fact
  return values.some((value) => sameValue(value, wanted))
}

function corrected(fact: FactValue, correction: Readonly<Record<string, unknown>>): FactValue {
  const [first, ...rest] = fact.evidence.map((each) => ({ ...each, rule: REVIEW_RULE, confidence: 1 }))
  return { ...fact, ...correction, evidence: [first!, ...rest] as EvidenceList }
}

function sameValue(one: FactValue, other: FactValue): boolean {
  return valueText(one) === valueText(other)
}

/** The fact without its places, in one spelling. */
export function valueText(value: FactValue): string {
  return JSON.stringify(
    Object.entries(value)
      .filter(([name]) => name !== 'evidence')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}
