/** One row per patient, for R and pandas: fixed columns first, then one column per antibody and per finding. */
import { stringify } from 'csv-stringify/sync'
import type { GraphStore } from '../graph-store.ts'
import { type ExportedCase, type ExportedFact, exportedCases } from './exported-case.ts'

type Row = Record<string, string | number>

/** UTF-8 CSV with a header. Empty means not mentioned, never negative; several values are joined by "; ". */
export async function patientCsv(store: GraphStore): Promise<string> {
  const patients = new Map<string, ExportedCase[]>()
  for (const exported of await exportedCases(store)) {
    const known = patients.get(exported.patient)
    if (known) known.push(exported)
    else patients.set(exported.patient, [exported])
  }
  const rows = [...patients.values()].map(rowOf)
  const more = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !FIXED.includes(name)).sort()
  const columns = [...FIXED, ...more]
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    { header: true, columns },
  )
}

const FIXED: readonly string[] = [
  'patient',
  'cases',
  'papers',
  'doi',
  'year',
  'age',
  'sex',
  'diseases',
  'subtypes',
  'calcinosis_types',
  'sites',
  'sites_absent',
  'deposits',
  'largest_mm',
  'forms',
  'treatments_of_calcinosis',
  'responses',
  'outcome',
  'follow_up_months',
]

function rowOf(cases: readonly ExportedCase[]): Row {
  const facts = cases.flatMap((exported) => exported.facts)
  const of = (label: string) => facts.filter((fact) => fact.label === label)
  const deposits = of('Deposit').filter(({ properties }) => properties.status === 'present')
  const given = of('Treatment').filter(
    ({ properties: { target, status } }) => target === 'calcinosis' && (status === 'given' || status === 'stopped'),
  )
  const diagnoses = of('Diagnosis').filter(({ properties }) => properties.status === 'present')
  const sizes = deposits.flatMap(({ properties }) => (typeof properties.max_mm === 'number' ? [properties.max_mm] : []))
  return {
    patient: cases[0]!.patient,
    cases: joined(cases.map(({ id }) => id)),
    papers: joined(cases.map(({ paper }) => paper.title ?? paper.id)),
    doi: joined(cases.map(({ paper }) => paper.doi)),
    year: joined(cases.map(({ paper }) => paper.year)),
    age: cases.find(({ age }) => age !== null)?.age ?? '',
    sex: cases.find(({ sex }) => sex !== null)?.sex ?? '',
    diseases: joined(diagnoses.map(({ concept }) => concept?.label)),
    subtypes: joined(diagnoses.map(({ subtype }) => subtype?.label)),
    calcinosis_types: joined(of('Calcinosis').map(({ concept }) => concept?.label)),
    sites: joined(deposits.map(siteText)),
    sites_absent: joined(
      of('Deposit')
        .filter(({ properties }) => properties.status === 'absent')
        .map(siteText),
    ),
    deposits: deposits.length,
    largest_mm: sizes.length > 0 ? Math.max(...sizes) : '',
    forms: joined(deposits.map(({ properties }) => properties.form)),
    treatments_of_calcinosis: joined(given.map(({ concept }) => concept?.label)),
    responses: joined(given.map(({ concept, properties }) => `${concept?.label}: ${properties.response}`)),
    outcome: joined(of('Outcome').map(({ properties }) => properties.value)),
    follow_up_months: joined(of('Outcome').map(({ properties }) => properties.follow_up_months)),
    ...results('antibody', of('Serology'), 'result'),
    ...results('finding', of('Observation'), 'status'),
    ...results('lab', of('Lab'), 'interpretation'),
  }
}

const siteText = ({ concept, properties }: ExportedFact) =>
  [properties.laterality, concept?.label].filter(Boolean).join(' ')

/** A column per concept, holding what was found: two papers that differ give both. */
function results(prefix: string, facts: readonly ExportedFact[], property: string): Row {
  const found = new Map<string, unknown[]>()
  for (const { concept, properties } of facts) {
    const column = `${prefix}: ${concept?.label}`
    found.set(column, [...(found.get(column) ?? []), properties[property]])
  }
  return Object.fromEntries([...found].map(([column, values]) => [column, joined(values)]))
}

function joined(values: readonly unknown[]): string {
  const stated = values.filter((value) => value !== null && value !== undefined && value !== '')
  return [...new Set(stated.map(String))].join('; ')
}
