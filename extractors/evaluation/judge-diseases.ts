/** Diseases with their subtypes: only what the patient has counts. */
import type { DiseaseFact, PatientCase } from '../case-record.ts'
import type { GoldCase } from './gold.ts'
import { judgePairs, judgeValue } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { pairUp } from './pairing.ts'
import { isSameName, normalName } from './same-name.ts'

/** A disease that is absent, possible or a relative's is neither wanted nor an extra. */
export function judgeDiseases(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const wanted = (gold?.diseases ?? []).filter((disease) => (disease.assertion ?? 'present') === 'present')
  const present = (found?.diseases ?? []).filter((disease) => disease.status === 'present')
  const pairing = pairUp(wanted, present, (disease, other) => {
    if (isSameName(disease.name, other, 'disease')) return true
    return disease.subtype !== null && isSameName(`${disease.subtype} ${disease.name}`, other, 'disease')
  })
  return [
    ...judgePairs(
      'disease',
      pairing,
      (disease) => disease.name,
      (disease) => disease.label,
    ),
    ...pairing.pairs.flatMap(([disease, other]) =>
      judgeValue('subtype', subtypeOf(disease.subtype), foundSubtype(other), other),
    ),
  ]
}

const foundSubtype = (disease: DiseaseFact): string | null => subtypeOf(disease.subtype?.label ?? null)

/** CREST is the limited form; "diffuse cutaneous" and "dcSSc" are one. */
function subtypeOf(name: string | null): string | null {
  const form = normalName(name ?? '')
  if (/diffuse|dcssc/.test(form)) return 'diffuse'
  if (/limited|lcssc|crest/.test(form)) return 'limited'
  const other = ['sine', 'juvenile', 'amyopathic'].find((word) => form.includes(word))
  return other ?? (form === '' ? null : form)
}
