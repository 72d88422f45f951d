/** How each kind of fact of a case is drawn: its node, the concepts it is about, and the short ways from the case. */
import type { Concept, EvidenceList, PatientCase } from '../extractors/case-record.ts'
import type { GraphValue } from './graph-store.ts'
import type { ConceptLabel, ConceptRelation, OwnedLabel, OwnedRelation } from './model.ts'

interface Reference {
  readonly as: ConceptRelation
  readonly label: ConceptLabel
  readonly concept: Concept
}

export interface CaseFact {
  readonly label: OwnedLabel
  /** From the case to the fact. */
  readonly relation: OwnedRelation
  readonly properties: Readonly<Record<string, GraphValue>>
  readonly concepts: readonly Reference[]
  /** Relations straight from the case to a concept, carrying the status. */
  readonly shortcuts: readonly (Reference & { readonly status: string })[]
  readonly evidence: EvidenceList
}

/** Every fact of a case except age and sex, which are properties of the case itself. */
export function caseFacts(patient: PatientCase): readonly CaseFact[] {
  return [
    ...diagnoses(patient),
    ...calcinosisTypes(patient),
    ...serologies(patient),
    ...deposits(patient),
    ...treatments(patient),
    ...observations(patient),
    ...labs(patient),
    ...outcomes(patient),
  ]
}

function diagnoses({ diseases }: PatientCase): readonly CaseFact[] {
  return diseases.map(({ id, label, text, subtype, status, duration_years, evidence }) => {
    const disease: Concept = { id, label }
    return {
      label: 'Diagnosis',
      relation: 'HAS_DIAGNOSIS',
      properties: { status, text, duration_years },
      concepts: [
        { as: 'OF', label: 'Disease', concept: disease },
        ...(subtype ? [{ as: 'OF_SUBTYPE', label: 'Disease', concept: subtype } as const] : []),
      ],
      shortcuts: [disease, ...(subtype ? [subtype] : [])].map((concept) => ({
        as: 'HAS_DISEASE',
        label: 'Disease',
        concept,
        status,
      })),
      evidence,
    }
  })
}

function calcinosisTypes({ calcinosisTypes: types }: PatientCase): readonly CaseFact[] {
  return types.map((concept) => ({
    label: 'Calcinosis',
    relation: 'HAS_CALCINOSIS',
    properties: {},
    concepts: [{ as: 'OF', label: 'CalcinosisType', concept }],
    shortcuts: [],
    evidence: concept.evidence,
  }))
}

function serologies({ antibodies }: PatientCase): readonly CaseFact[] {
  return antibodies.map(({ id, label, text, result, titre, value, unit, pattern, evidence }) => ({
    label: 'Serology',
    relation: 'HAS_SEROLOGY',
    properties: { result, text, titre, titre_reciprocal: reciprocal(titre), value, unit, pattern },
    concepts: [{ as: 'OF', label: 'Antibody', concept: { id, label } }],
    shortcuts: [],
    evidence,
  }))
}

/** "1:320" gives 320, so that titres can be ordered. */
function reciprocal(titre: string | null): number | null {
  const [, digits] = /^1\s*[:/]\s*(\d+)$/.exec(titre ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

function deposits(patient: PatientCase): readonly CaseFact[] {
  return patient.deposits.map(({ site, laterality, status, dims_mm, max_mm, count, form, modality, evidence }) => ({
    label: 'Deposit',
    relation: 'HAS_DEPOSIT',
    properties: {
      status,
      text: site.text,
      laterality,
      dims_mm: dims_mm.length > 0 ? dims_mm : null,
      max_mm,
      count,
      form,
      modality,
    },
    concepts: [{ as: 'AT', label: 'Site', concept: { id: site.id, label: site.label } }],
    shortcuts: [],
    evidence,
  }))
}

function treatments(patient: PatientCase): readonly CaseFact[] {
  return patient.treatments.map((treatment) => {
    const { id, label, text, class: drugClass, target, status, dose, route, response, evidence } = treatment
    return {
      label: 'Treatment',
      relation: 'RECEIVED',
      properties: { status, text, class: drugClass, target, dose, route, response },
      concepts: [{ as: 'WITH', label: 'Intervention', concept: { id, label } }],
      shortcuts: [],
      evidence,
    }
  })
}

function observations({ findings }: PatientCase): readonly CaseFact[] {
  return findings.map(({ id, label, status, evidence }) => ({
    label: 'Observation',
    relation: 'HAS_OBSERVATION',
    properties: { status },
    concepts: [{ as: 'OF', label: 'Finding', concept: { id, label } }],
    shortcuts: [{ as: 'SHOWS', label: 'Finding', concept: { id, label }, status }],
    evidence,
  }))
}

function labs(patient: PatientCase): readonly CaseFact[] {
  return patient.labs.map(({ id, label, value, unit, interpretation, evidence }) => ({
    label: 'Lab',
    relation: 'HAS_LAB',
    properties: { value, unit, interpretation },
    concepts: [{ as: 'OF', label: 'LabTest', concept: { id, label } }],
    shortcuts: [],
    evidence,
  }))
}

function outcomes({ outcome }: PatientCase): readonly CaseFact[] {
  if (!outcome) return []
  return [
    {
      label: 'Outcome',
      relation: 'HAS_OUTCOME',
      properties: { value: outcome.value, follow_up_months: outcome.followUpMonths },
      concepts: [],
      shortcuts: [],
      evidence: outcome.evidence,
    },
  ]
}
