/** A case record as a person reads it: one line a fact, each with its quote's page. */
import type {
  AntibodyFact,
  CaseRecord,
  DepositFact,
  DiseaseFact,
  EvidenceList,
  LabFact,
  PatientCase,
  TreatmentFact,
} from '../../extractors/case-record.ts'
import { plural } from './command.ts'

/** Facts of every patient, then what the paper says of others, then warnings. */
export function describeRecord(record: CaseRecord): string {
  const head = `${record.title ?? record.file} — ${record.kind}, ${plural(record.cases.length, 'patient')}`
  return [
    head,
    ...record.cases.flatMap(caseLines),
    ...(record.claims.length > 0
      ? [`  ${plural(record.claims.length, 'statement')} about other patients (--json shows them)`]
      : []),
    ...record.warnings.map(({ page, message }) => `  ! ${page === null ? '' : `page ${page}: `}${message}`),
  ].join('\n')
}

function caseLines(patient: PatientCase): string[] {
  const who = [patient.age && `${patient.age.years} years`, patient.sex?.value].filter(Boolean).join(', ')
  return [
    `  Patient ${patient.case}${patient.label ? ` (${patient.label})` : ''}: ${who || 'age and sex not stated'}`,
    ...patient.diseases.map((disease) => line('disease', diseaseText(disease), disease.evidence)),
    ...patient.calcinosisTypes.map((type) => line('type', type.label, type.evidence)),
    ...patient.antibodies.map((antibody) => line('antibody', antibodyText(antibody), antibody.evidence)),
    ...patient.deposits.map((deposit) => line('deposit', depositText(deposit), deposit.evidence)),
    ...patient.treatments.map((treatment) => line('treatment', treatmentText(treatment), treatment.evidence)),
    ...(patient.outcome ? [line('outcome', patient.outcome.value, patient.outcome.evidence)] : []),
    ...patient.labs.map((lab) => line('lab', labText(lab), lab.evidence)),
    ...patient.findings.map((finding) => line('finding', withStatus(finding.label, finding.status), finding.evidence)),
  ]
}

function line(kind: string, text: string, evidence: EvidenceList): string {
  const pages = [...new Set(evidence.map(({ page }) => page))].sort((a, b) => a - b)
  return `    ${kind.padEnd(10)} ${text}  [p. ${pages.join(', ')}]`
}

const withStatus = (label: string, status: string): string => (status === 'present' ? label : `${label} (${status})`)

function diseaseText(disease: DiseaseFact): string {
  const years = disease.duration_years === null ? '' : `, for ${disease.duration_years} years`
  return withStatus(`${disease.label}${disease.subtype ? `, ${disease.subtype.label}` : ''}${years}`, disease.status)
}

function antibodyText({ label, result, titre, value, unit, pattern }: AntibodyFact): string {
  const measured = value === null ? '' : ` ${value} ${unit ?? ''}`.trimEnd()
  return `${label} ${result}${titre ? ` ${titre}` : ''}${measured}${pattern ? `, ${pattern}` : ''}`
}

function depositText(deposit: DepositFact): string {
  const { site, laterality, dims_mm, max_mm, form, count, modality, status } = deposit
  const size = dims_mm.length > 0 ? `${dims_mm.join(' × ')} mm` : max_mm === null ? '' : `${max_mm} mm`
  const parts = [
    site.label,
    laterality,
    size,
    form,
    count === null ? '' : `${count} in number`,
    modality && `by ${modality}`,
  ]
  return withStatus(parts.filter(Boolean).join(', '), status)
}

function treatmentText({ label, dose, status, response, target }: TreatmentFact): string {
  const parts = [label, dose, target && `for ${target}`, status, response === 'unknown' ? '' : `response: ${response}`]
  return parts.filter(Boolean).join(', ')
}

function labText({ label, value, unit, interpretation }: LabFact): string {
  return [label, value === null ? '' : `${value} ${unit ?? ''}`.trim(), interpretation].filter(Boolean).join(', ')
}
