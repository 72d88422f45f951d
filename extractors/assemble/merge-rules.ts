/** For each kind of finding: when two of them are the same fact, and what the fact keeps of both. */
import type { AnyFinding, Finding, FindingValues } from '../extractor.ts'
import { findingsOf, type Merged, mergeBy } from './merge.ts'

type Findings = readonly AnyFinding[]

/** The earlier status wins only if it is the stronger one. */
function strongest<S extends string>(order: readonly S[], a: S, b: S): S {
  return order.indexOf(a) <= order.indexOf(b) ? a : b
}

/** The value with the most grounds; the first among equals. */
export function mostGrounded<T extends { readonly grounds: readonly unknown[] }>(merged: readonly T[]): T | undefined {
  return merged.reduce<T | undefined>(
    (best, next) => (best && best.grounds.length >= next.grounds.length ? best : next),
    undefined,
  )
}

export const ages = (findings: Findings, patient: number) =>
  mergeBy(findingsOf(findings, 'age', patient), ({ years }) => years.toFixed(2))

export const sexes = (findings: Findings, patient: number) =>
  mergeBy(findingsOf(findings, 'sex', patient), ({ value }) => value)

const DISEASE_STATUS = ['present', 'historical', 'possible', 'absent'] as const

/** A disease has one row; a relative's disease has its own. What is present somewhere is present. */
export function diseases(findings: Findings, patient: number): readonly Merged<'disease'>[] {
  return mergeBy(
    findingsOf(findings, 'disease', patient),
    ({ id, status }) => `${id} ${status === 'family'}`,
    (earlier, later) => ({
      ...(strongerStatus(earlier.status, later.status) ? earlier : later),
      subtype: earlier.subtype ?? later.subtype,
      duration_years: earlier.duration_years ?? later.duration_years,
    }),
  )
}
const strongerStatus = (a: FindingValues['disease']['status'], b: FindingValues['disease']['status']) =>
  a === 'family' || b === 'family' || strongest(DISEASE_STATUS, a, b) === a

export const calcinosisTypes = (findings: Findings, patient: number) =>
  mergeBy(findingsOf(findings, 'calcinosis', patient), ({ id }) => id)

/** One row per antibody and result; `titre`, value, unit and pattern come from whichever place gives them. */
export function antibodies(findings: Findings, patient: number): readonly Merged<'antibody'>[] {
  return mergeBy(
    findingsOf(findings, 'antibody', patient),
    ({ id, result }) => `${id} ${result}`,
    (earlier, later) => ({
      ...earlier,
      titre: earlier.titre ?? later.titre,
      value: earlier.value ?? later.value,
      unit: earlier.value === null ? later.unit : earlier.unit,
      pattern: earlier.pattern ?? later.pattern,
    }),
  )
}

/** One row per site, side and presence; the largest size stays, with the dimensions it was given in. */
export function deposits(findings: Findings, patient: number): readonly Merged<'deposit'>[] {
  const rows = findingsOf(findings, 'deposit', patient)
  return mergeBy(
    rows.map((row) => withKnownSide(row, rows)),
    ({ site, laterality, status }) => `${site.id} ${site.label} ${laterality} ${status === 'absent'}`,
    (earlier, later) => ({
      ...earlier,
      ...((later.max_mm ?? 0) > (earlier.max_mm ?? 0) ? { dims_mm: later.dims_mm, max_mm: later.max_mm } : {}),
      status: strongest(['present', 'possible', 'absent'], earlier.status, later.status),
      count: earlier.count ?? later.count,
      form: earlier.form ?? later.form,
      modality: earlier.modality ?? later.modality,
    }),
  )
}

/** "the shoulder" in one sentence is the left shoulder of another, as long as the paper names no other shoulder. */
function withKnownSide(row: Finding<'deposit'>, rows: readonly Finding<'deposit'>[]): Finding<'deposit'> {
  if (row.value.laterality !== null) return row
  const sides = new Set(
    rows
      .filter(({ value }) => value.site.id === row.value.site.id && value.site.label === row.value.site.label)
      .filter(({ value }) => (value.status === 'absent') === (row.value.status === 'absent'))
      .map(({ value }) => value.laterality)
      .filter((side) => side !== null),
  )
  const [side] = sides
  return sides.size === 1 && side ? { ...row, value: { ...row.value, laterality: side } } : row
}

const TREATMENT_STATUS = ['stopped', 'given', 'refused', 'not-given', 'considered'] as const

/** One row per treatment: what was given was given, however often it was only discussed; the last response told stays. */
export function treatments(findings: Findings, patient: number): readonly Merged<'treatment'>[] {
  return mergeBy(
    findingsOf(findings, 'treatment', patient),
    ({ id, label }) => `${id} ${label}`,
    (earlier, later) => ({
      ...(strongest(TREATMENT_STATUS, earlier.status, later.status) === earlier.status ? earlier : later),
      target: earlier.target ?? later.target,
      dose: earlier.dose ?? later.dose,
      route: earlier.route ?? later.route,
      response: later.response === 'unknown' ? earlier.response : later.response,
    }),
  )
}

const FINDING_STATUS = ['present', 'historical', 'possible', 'absent', 'family'] as const

export const findingFacts = (findings: Findings, patient: number) =>
  mergeBy(
    findingsOf(findings, 'finding', patient),
    ({ id, status }) => `${id} ${status === 'family'}`,
    (earlier, later) => (strongest(FINDING_STATUS, earlier.status, later.status) === earlier.status ? earlier : later),
  )

export const labs = (findings: Findings, patient: number) =>
  mergeBy(
    findingsOf(findings, 'lab', patient),
    ({ id, label, value, unit, interpretation }) =>
      [id, label, value, unit, value === null ? interpretation : ''].join(' '),
    (earlier, later) => ({ ...earlier, interpretation: earlier.interpretation ?? later.interpretation }),
  )

export const outcomes = (findings: Findings, patient: number) =>
  mergeBy(
    findingsOf(findings, 'outcome', patient),
    ({ value }) => value,
    (earlier, later) => ({ ...earlier, followUpMonths: later.followUpMonths ?? earlier.followUpMonths }),
  )

export const claims = (findings: Findings) =>
  mergeBy(
    findingsOf(findings, 'claim', 0),
    ({ kind, subject, object, polarity }) => [kind, subject.id, object?.id, polarity].join(' '),
    (earlier, later) => ({ ...earlier, cites: [...new Set([...earlier.cites, ...later.cites])] }),
  )
