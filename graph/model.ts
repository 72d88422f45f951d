/**
 * The words of the graph: labels and relation types, in the order in which they are written and exported.
 * Owned nodes belong to one paper and are replaced with it; concepts are shared.
 */

/** Extra label of every owned node; indexed by `paper`, so that a paper is found as a whole. */
export const OWNED = 'OfPaper'
/** Extra label of every shared node; unique by `key`. */
export const CONCEPT = 'Concept'

export const OWNED_LABELS = [
  'Paper',
  'Extraction',
  'Case',
  'Diagnosis',
  'Calcinosis',
  'Serology',
  'Deposit',
  'Treatment',
  'Observation',
  'Lab',
  'Outcome',
  'Claim',
  'Evidence',
] as const

export const CONCEPT_LABELS = [
  'Disease',
  'CalcinosisType',
  'Antibody',
  'Site',
  'Intervention',
  'Finding',
  'LabTest',
  'Topic',
] as const

/** Relations whose both ends belong to the paper. */
export const OWNED_RELATIONS = [
  'REPORTS',
  'EXTRACTED_BY',
  'HAS_DIAGNOSIS',
  'HAS_CALCINOSIS',
  'HAS_SEROLOGY',
  'HAS_DEPOSIT',
  'RECEIVED',
  'HAS_OBSERVATION',
  'HAS_LAB',
  'HAS_OUTCOME',
  'CLAIMS',
  'SUPPORTED_BY',
  'PRODUCED',
] as const

/** Relations from an owned node to a concept. */
export const CONCEPT_RELATIONS = ['OF', 'OF_SUBTYPE', 'AT', 'WITH', 'HAS_DISEASE', 'SHOWS', 'ABOUT'] as const

/** Relations between concepts: they come with the terms, not with papers. */
export const HIERARCHY_RELATIONS = ['IS_A', 'PART_OF'] as const

/** Relations between cases of different papers: proposals and decisions about one and the same patient. */
export const SAME_RELATIONS = ['MAY_BE_SAME', 'SAME_AS', 'NOT_SAME'] as const

/** Nodes that state something and therefore must lead to evidence. */
export const FACT_LABELS = [
  'Diagnosis',
  'Calcinosis',
  'Serology',
  'Deposit',
  'Treatment',
  'Observation',
  'Lab',
  'Outcome',
  'Claim',
] as const

export type OwnedLabel = (typeof OWNED_LABELS)[number]
export type ConceptLabel = (typeof CONCEPT_LABELS)[number]
export type OwnedRelation = (typeof OWNED_RELATIONS)[number]
export type ConceptRelation = (typeof CONCEPT_RELATIONS)[number]
