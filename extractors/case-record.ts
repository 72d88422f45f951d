/**
 * The case record: what extraction hands out and the graph is made from (schema `case-record/1`).
 * Unknown is `null` or an empty list, never a guess. Every fact carries evidence.
 */
import type { Box, PaperKind } from '../corpus/document.ts'

export const CASE_RECORD_SCHEMA = 'case-record/1'

/** The place that says it. `text === document.text.slice(start, end)` always holds. */
export interface Evidence {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** The whole sentence (or table row) around the quote. */
  readonly sentence: string
  readonly boxes: readonly Box[]
  /** Id of the rule that licensed the fact, e.g. `antibody/list-result`. */
  readonly rule: string
  /** 0 to 1, calibrated on gold per rule. */
  readonly confidence: number
}

/** Never empty: no fact without a place in the text. */
export type EvidenceList = readonly [Evidence, ...Evidence[]]

export interface Concept {
  /** Ontology id (MONDO:, HP:, UBERON:, CHEBI:, RXNORM:, LOINC:, MESH: ...) or `calcigraph:` and the term's key where none is known. */
  readonly id: string
  readonly label: string
}

export type Laterality = 'left' | 'right' | 'bilateral' | 'midline'
export type DepositForm = 'tumoral' | 'nodular' | 'plaque' | 'sheet' | 'linear' | 'punctate'
export type Modality = 'radiograph' | 'ct' | 'mri' | 'ultrasound' | 'scintigraphy' | 'examination' | 'histology'
export type Response = 'resolved' | 'improved' | 'stable' | 'none' | 'worse' | 'recurred' | 'adverse' | 'unknown'
export type OutcomeValue = 'resolved' | 'improved' | 'stable' | 'worse' | 'recurred' | 'died' | 'unknown'

export interface AgeFact {
  readonly years: number
  readonly text: string
  readonly evidence: EvidenceList
}
export interface SexFact {
  readonly value: 'female' | 'male'
  readonly evidence: EvidenceList
}
export interface DiseaseFact extends Concept {
  readonly text: string
  readonly subtype: Concept | null
  readonly status: 'present' | 'absent' | 'possible' | 'historical' | 'family'
  readonly duration_years: number | null
  readonly evidence: EvidenceList
}
export interface CalcinosisTypeFact extends Concept {
  readonly evidence: EvidenceList
}
export interface AntibodyFact extends Concept {
  readonly text: string
  readonly result: 'positive' | 'negative' | 'equivocal'
  readonly titre: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly pattern: string | null
  readonly evidence: EvidenceList
}
export interface DepositFact {
  readonly site: Concept & { readonly text: string }
  readonly laterality: Laterality | null
  readonly status: 'present' | 'absent' | 'possible'
  readonly dims_mm: readonly number[]
  readonly max_mm: number | null
  readonly count: number | null
  readonly form: DepositForm | null
  readonly modality: Modality | null
  readonly evidence: EvidenceList
}
export interface TreatmentFact extends Concept {
  readonly text: string
  /** Label of the drug class or kind of procedure, e.g. `bisphosphonates`, `surgery`. */
  readonly class: string | null
  readonly target: 'calcinosis' | 'disease' | 'other' | null
  readonly status: 'given' | 'stopped' | 'considered' | 'refused' | 'not-given'
  readonly dose: string | null
  readonly route: string | null
  readonly response: Response
  readonly evidence: EvidenceList
}
export interface FindingFact extends Concept {
  readonly status: 'present' | 'absent' | 'possible' | 'historical' | 'family'
  readonly evidence: EvidenceList
}
export interface LabFact extends Concept {
  readonly value: number | null
  readonly unit: string | null
  readonly interpretation: 'low' | 'normal' | 'high' | null
  readonly evidence: EvidenceList
}
export interface OutcomeFact {
  readonly value: OutcomeValue
  readonly followUpMonths: number | null
  readonly evidence: EvidenceList
}

export interface PatientCase {
  /** 1..n in the order of the paper. */
  readonly case: number
  /** As the paper names the patient ("Patient 2"), or null. */
  readonly label: string | null
  readonly age: AgeFact | null
  readonly sex: SexFact | null
  readonly diseases: readonly DiseaseFact[]
  readonly calcinosisTypes: readonly CalcinosisTypeFact[]
  readonly antibodies: readonly AntibodyFact[]
  readonly deposits: readonly DepositFact[]
  readonly treatments: readonly TreatmentFact[]
  readonly findings: readonly FindingFact[]
  readonly labs: readonly LabFact[]
  readonly outcome: OutcomeFact | null
}

export interface Claim {
  readonly kind: 'association' | 'treatment-effect' | 'prevalence' | 'description'
  readonly subject: Concept
  readonly object: Concept | null
  readonly polarity: 'affirmed' | 'negated' | 'possible'
  /** Reference marks as printed, e.g. ["3", "4", "7"]. */
  readonly cites: readonly string[]
  readonly evidence: EvidenceList
}

export interface RecordWarning {
  readonly code: string
  readonly page: number | null
  readonly message: string
}

export interface CaseRecord {
  readonly schema: typeof CASE_RECORD_SCHEMA
  /** The document's id, `sha256:...`. */
  readonly document: string
  readonly file: string
  readonly title: string | null
  readonly kind: PaperKind
  readonly language: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly year: number | null
  readonly journal: string | null
  readonly authors: readonly string[]
  readonly pages: number
  readonly extractor: {
    readonly name: string
    readonly version: string
    /** Hash of reader version, rules and terms: two records with the same fingerprint and document are equal. */
    readonly fingerprint: string
  }
  readonly cases: readonly PatientCase[]
  readonly claims: readonly Claim[]
  readonly warnings: readonly RecordWarning[]
}
