/** Case records made by hand for the tests of the graph: short to write, complete to read. */
import { createHash } from 'node:crypto'
import type {
  AntibodyFact,
  CaseRecord,
  Claim,
  DepositFact,
  DiseaseFact,
  EvidenceList,
  FindingFact,
  LabFact,
  PatientCase,
  TreatmentFact,
} from '../../extractors/case-record.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import type { TermFamily } from '../../extractors/language/term.ts'

/** An id as of a file whose bytes are the name. */
export const documentId = (name: string) => `sha256:${createHash('sha256').update(name).digest('hex')}`

/** Evidence that quotes these words; different words stand at different places. */
export function says(text: string, page = 1): EvidenceList {
  const start = Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 6), 16)
  return [
    {
      page,
      start,
      end: start + text.length,
      text,
      sentence: `${text}.`,
      boxes: [{ page, x: 72.5, y: 100, width: 200, height: 12 }],
      rule: 'test/said',
      confidence: 0.9,
    },
  ]
}

/** Id and label of a term, so that records stand on the same concepts as extraction. */
export function concept(family: TermFamily, key: string): { id: string; label: string } {
  const term = loadTerms(family).find((term) => term.key === key)
  return term ? { id: term.id, label: term.label } : { id: `calcigraph:${key}`, label: key.replaceAll('_', ' ') }
}

export function disease(key: string, rest: Partial<DiseaseFact> & { subtypeKey?: string } = {}): DiseaseFact {
  const { subtypeKey, ...facts } = rest
  const subtype = subtypeKey ? concept('disease', subtypeKey) : null
  const evidence = says(`diagnosed with ${subtypeKey ?? key}`)
  return { ...concept('disease', key), text: key, subtype, status: 'present', duration_years: null, evidence, ...facts }
}

export function antibody(key: string, result: AntibodyFact['result'], rest: Partial<AntibodyFact> = {}): AntibodyFact {
  const evidence = says(`${key} was ${result}`)
  return {
    ...concept('antibody', key),
    text: key,
    result,
    titre: null,
    value: null,
    unit: null,
    pattern: null,
    evidence,
    ...rest,
  }
}

export function deposit(siteKey: string, maxMm: number | null, rest: Partial<DepositFact> = {}): DepositFact {
  return {
    site: { ...concept('site', siteKey), text: siteKey },
    laterality: null,
    status: 'present',
    dims_mm: maxMm === null ? [] : [maxMm],
    max_mm: maxMm,
    count: null,
    form: null,
    modality: null,
    evidence: says(`calcification of the ${rest.laterality ?? ''} ${siteKey} of ${maxMm ?? 'unknown'} mm`),
    ...rest,
  }
}

export function treatment(key: string, rest: Partial<TreatmentFact> = {}): TreatmentFact {
  return {
    ...concept('treatment', key),
    text: key,
    class: null,
    target: 'calcinosis',
    status: 'given',
    dose: null,
    route: null,
    response: 'unknown',
    evidence: says(`was given ${key}`),
    ...rest,
  }
}

export function finding(key: string, status: FindingFact['status'] = 'present'): FindingFact {
  return { ...concept('finding', key), status, evidence: says(`${key} was ${status}`) }
}

export function lab(key: string, interpretation: LabFact['interpretation'], value: number | null = null): LabFact {
  return {
    ...concept('lab', key),
    value,
    unit: null,
    interpretation,
    evidence: says(`${key} was ${interpretation} ${value ?? ''}`),
  }
}

export function patient(rest: Partial<PatientCase> = {}): PatientCase {
  return {
    case: 1,
    label: null,
    age: { years: 44, text: '44-year-old', evidence: says('A 44-year-old woman') },
    sex: { value: 'female', evidence: says('A 44-year-old woman') },
    diseases: [],
    calcinosisTypes: [],
    antibodies: [],
    deposits: [],
    treatments: [],
    findings: [],
    labs: [],
    outcome: null,
    ...rest,
  }
}

export function claim(subject: Claim['subject'], rest: Partial<Claim> = {}): Claim {
  return {
    kind: 'association',
    subject,
    object: null,
    polarity: 'affirmed',
    cites: ['3'],
    evidence: says(`others saw ${subject.label}`),
    ...rest,
  }
}

/** A paper of the given cases; its id comes from its title. */
export function record(
  title: string,
  cases: readonly Partial<PatientCase>[],
  rest: Partial<CaseRecord> = {},
): CaseRecord {
  return {
    schema: 'case-record/1',
    document: documentId(title),
    file: `${title.toLowerCase().replaceAll(' ', '-')}.pdf`,
    title,
    kind: cases.length > 1 ? 'case-series' : 'case-report',
    language: 'en',
    doi: null,
    pmid: null,
    year: 2019,
    journal: 'Letters on Calcinosis',
    authors: ['A. Author', 'B. Writer'],
    pages: 3,
    extractor: { name: 'calcigraph', version: '0.1.0', fingerprint: 'test' },
    cases: cases.map((facts, index) => patient({ case: index + 1, ...facts })),
    claims: [],
    warnings: [],
    ...rest,
  }
}
