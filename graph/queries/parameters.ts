/** Parameters that many queries share. */
import type { ConceptFamily } from '../concepts.ts'
import type { QueryParameter } from '../named-query.ts'

export const limit = (count: number): QueryParameter => ({
  name: 'limit',
  type: 'number',
  wholeFrom: 1,
  about: 'how many rows at most',
  default: count,
})

/** A concept with everything below it; null means any. */
export const concept = (
  name: string,
  family: ConceptFamily,
  about: string,
  fallback: string | null = null,
): QueryParameter => ({ name, type: 'concept', family, about, default: fallback })

export const site = concept('site', 'site', 'a region or part, with all its parts')
export const antibody = concept('antibody', 'antibody', 'an antibody, with the narrower ones')
export const disease = concept('disease', 'disease', 'a disease, with its forms')
export const treatment = concept('treatment', 'treatment', 'a drug, a drug class or a procedure')
