/** The facts of a record as a flat list that people can judge one by one. */
import { createHash } from 'node:crypto'
import type { CaseRecord, EvidenceList, PatientCase } from '../../extractors/case-record.ts'

/** Where facts of each kind stand in a patient; `claim` stands in the record itself. */
const FIELD = {
  age: 'age',
  sex: 'sex',
  disease: 'diseases',
  calcinosis: 'calcinosisTypes',
  antibody: 'antibodies',
  deposit: 'deposits',
  treatment: 'treatments',
  finding: 'findings',
  lab: 'labs',
  outcome: 'outcome',
} as const satisfies Readonly<Record<string, keyof PatientCase>>

export type PatientFactKind = keyof typeof FIELD
export type FactKind = PatientFactKind | 'claim'
export const FACT_KINDS = [...(Object.keys(FIELD) as PatientFactKind[]), 'claim'] as const
const PATIENT_KINDS = Object.keys(FIELD) as readonly PatientFactKind[]

/** Any fact of the case record; what they share is their evidence. */
export type FactValue = { readonly evidence: EvidenceList } & Readonly<Record<string, unknown>>

export interface Fact {
  /** `<paper>-<hash>`: stays the same as long as the same place is read as the same kind about the same thing. */
  readonly id: string
  /** 1..n; 0 for claims. */
  readonly case: number
  readonly kind: FactKind
  /** What the fact is about, apart from its value: `antibody MESH:...`, `deposit UBERON:... left`. */
  readonly about: string
  readonly value: FactValue
  /** The rule of its first evidence. */
  readonly rule: string
}

/** Every fact in the order of the record, claims last. */
export function factsOfRecord(record: CaseRecord): readonly Fact[] {
  const seen = new Map<string, number>()
  const facts: Fact[] = []
  const add = (kind: FactKind, number: number, value: FactValue): void => {
    const about = aboutOf(kind, value)
    const { start, end, rule } = value.evidence[0]
    const hash = sha256([kind, number, about, start, end].join('|')).slice(0, 12)
    // two values read from one place about one thing (an age range, a titre given twice) are numbered
    const twin = (seen.get(hash) ?? 0) + 1
    seen.set(hash, twin)
    const id = `${paperPart(record.document)}-${hash}${twin > 1 ? `-${twin}` : ''}`
    facts.push({ id, case: number, kind, about, value, rule })
  }
  for (const patient of record.cases)
    for (const kind of PATIENT_KINDS) for (const value of valuesOf(patient, kind)) add(kind, patient.case, value)
  for (const claim of record.claims) add('claim', 0, claim as unknown as FactValue)
  return facts
}

/** The beginning of a fact's id, by which its paper is found. */
export function paperPart(paper: string): string {
  return paper.replace('sha256:', '').slice(0, 16)
}

export function valuesOf(patient: PatientCase, kind: PatientFactKind): readonly FactValue[] {
  const field = patient[FIELD[kind]] as unknown
  if (field === null || field === undefined) return []
  return (Array.isArray(field) ? field : [field]) as readonly FactValue[]
}

/** The patient with other facts of one kind; of single values the first one stays. */
export function withValues(patient: PatientCase, kind: PatientFactKind, values: readonly FactValue[]): PatientCase {
  const isList = Array.isArray(patient[FIELD[kind]])
  return { ...patient, [FIELD[kind]]: isList ? values : (values[0] ?? null) } as PatientCase
}

export function aboutOf(kind: FactKind, value: FactValue): string {
  if (kind === 'age' || kind === 'sex' || kind === 'outcome') return kind
  if (kind === 'deposit') return `deposit ${idOf(value.site)} ${value.laterality ?? ''}`.trim()
  if (kind === 'claim') return `claim ${value.kind} ${idOf(value.subject)} ${idOf(value.object)}`.trim()
  return `${kind} ${value.id}`
}

function idOf(concept: unknown): string {
  return concept !== null && typeof concept === 'object' && 'id' in concept ? String(concept.id) : ''
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
