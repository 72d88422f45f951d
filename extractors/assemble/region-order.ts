/** The order of a patient's deposits: as the paper tells them, but a region stands before its own parts. */
import { isA, loadTerms } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'
import type { Merged } from './merge.ts'

/** "the femoral neck ... the thigh" becomes thigh, femoral neck, so that a reader finds a part under its region. */
export function regionsFirst(deposits: readonly Merged<'deposit'>[]): readonly Merged<'deposit'>[] {
  const ordered: { readonly deposit: Merged<'deposit'>; readonly term: Term | undefined }[] = []
  for (const deposit of deposits) {
    const term = siteTerm(deposit)
    const part = ordered.findIndex((other) => term && other.term && other.term !== term && isA(other.term, term.key))
    ordered.splice(part < 0 ? ordered.length : part, 0, { deposit, term })
  }
  return ordered.map(({ deposit }) => deposit)
}

const siteTerm = ({ value: { site } }: Merged<'deposit'>): Term | undefined =>
  loadTerms('site').find(({ id, label }) => id === site.id && label === site.label)
