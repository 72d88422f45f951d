/** Statements of one patient set against each other: the narrower name wins, and so does what is said outright. */

import { isNarrower } from './disease-kind.ts'
import type { DiseaseStatement } from './statement.ts'

/** What stays of a patient's statements. */
export function settled(statements: readonly DiseaseStatement[]): readonly DiseaseStatement[] {
  const present = statements.filter(({ status }) => status === 'present')
  const kept = statements.filter((statement) => {
    if (statement.status === 'present' && isRefuted(statement, statements)) return false
    if (present.some((other) => isNarrower(other.disease, statement.disease)) && !isNamedOverlap(statement))
      return false
    if (isOfCrisis(statement, present)) return false
    if (isLooseName(statement) && present.some((other) => isLocalForm(other, statement))) return false
    if (statement.isTitle && statement.cases.length > 1 && present.some((other) => isAnother(other, statement)))
      return false
    if (isGlandOfUraemia(statement, present)) return false
    if (isMuscleSign(statement) && present.some(({ disease }) => hasMuscleSigns(disease))) return false
    return true
  })
  return kept.map((statement) => ({ ...statement, text: fullestName(statement, kept) }))
}

/** An overlap syndrome that was diagnosed as such stays, though the title calls it scleromyositis. */
const isNamedOverlap = ({ disease, context }: DiseaseStatement): boolean =>
  disease.key === 'overlap' && context === 'diagnosis'

/** The kidneys that a scleroderma renal crisis has stopped are no second disease. */
const isOfCrisis = ({ disease }: DiseaseStatement, present: readonly DiseaseStatement[]): boolean =>
  disease.kind === 'renal' && present.some(({ text }) => /\brenal crisis\b|^SRC$/i.test(text))

/** The record shows a disease as the paper names it most fully: "CREST syndrome", though the title says "systemic sclerosis". */
function fullestName(
  { disease, subtype, text, status }: DiseaseStatement,
  statements: readonly DiseaseStatement[],
): string {
  if (status !== 'present' || subtype) return text
  const fuller = statements.find(
    (other) => other.disease.key === disease.key && other.status === 'present' && other.subtype,
  )
  return fuller?.text ?? text
}

/** "myositis" in mixed connective tissue disease or systemic sclerosis is one of its signs, not a second disease. */
const isMuscleSign = ({ disease, text }: DiseaseStatement): boolean =>
  disease.key === 'iim' && /^(?:inflammatory\s+)?(?:myositis|myopathy)$/i.test(text)
const hasMuscleSigns = ({ key }: DiseaseStatement['disease']): boolean =>
  ['mctd', 'ssc', 'sle', 'sjs', 'overlap', 'ssc_overlap', 'scleromyositis', 'asys'].includes(key)

/** "Five patients with systemic sclerosis" is the title, but the table says of patient 5 that she has mixed connective tissue disease. */
const isAnother = (own: DiseaseStatement, shared: DiseaseStatement): boolean =>
  !own.isTitle &&
  own.cases.length < shared.cases.length &&
  own.disease.key !== shared.disease.key &&
  // "in connective tissue disease and renal failure": a patient's own disease is one of these
  (shared.disease.key === 'ctd' || (ALTERNATIVES.has(own.disease.key) && ALTERNATIVES.has(shared.disease.key)))
const ALTERNATIVES: ReadonlySet<string> = new Set([
  'ssc',
  'mctd',
  'uctd',
  'dm',
  'pm',
  'sle',
  'ra',
  'asys',
  'imnm',
  'locscl',
  'cvi',
])

/** A parathyroid adenoma is primary hyperparathyroidism, but in kidney failure the glands grow from another cause. */
const isGlandOfUraemia = ({ disease, text }: DiseaseStatement, present: readonly DiseaseStatement[]): boolean =>
  disease.key === 'phpt' &&
  /adenoma/i.test(text) &&
  present.some((other) => other.disease.kind === 'renal' || ['shpt', 'thpt'].includes(other.disease.key))

/** "scleroderma" and "lupus" alone may mean the systemic disease or the form confined to the skin. */
const isLooseName = ({ disease, text, subtype }: DiseaseStatement): boolean =>
  subtype === null &&
  ((disease.key === 'ssc' && /^scleroderma$/i.test(text)) ||
    (disease.key === 'sle' && /^lupus(?:\s+erythematosus)?$/i.test(text)))

const isLocalForm = ({ disease }: DiseaseStatement, loose: DiseaseStatement): boolean =>
  loose.disease.key === 'ssc'
    ? ['locscl', 'linscl'].includes(disease.key)
    : ['cle', 'dle', 'lupus_panniculitis'].includes(disease.key)

/** "sent to us with CREST syndrome ... systemic sclerosis was ruled out": the last outright word counts. */
function isRefuted(statement: DiseaseStatement, statements: readonly DiseaseStatement[]): boolean {
  const same = statements.filter(({ disease }) => disease.key === statement.disease.key)
  const refutation = same.findLast(({ context }) => context === 'excluded')
  if (!refutation) return false
  return !same.some(({ status, isTitle, at }) => status === 'present' && (isTitle || at > refutation.at))
}
