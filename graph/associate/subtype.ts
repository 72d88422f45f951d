/** Subtypes by the word that tells them apart: "diffuse" is enough for diffuse cutaneous systemic sclerosis. */
import { conceptIds } from '../concept-lookup.ts'
import { conceptTerms } from '../concepts.ts'
import { GraphError } from '../graph-error.ts'

/** Ids of the disease terms meant by a full name, or by a word of the labels of subtypes. */
export function subtypeIds(written: string): readonly string[] {
  try {
    return conceptIds('disease', written)
  } catch (error) {
    const found = conceptTerms('disease').filter(
      ({ kind, label }) =>
        kind === 'subtype' &&
        label
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .includes(written.toLowerCase()),
    )
    if (found.length === 0 || !(error instanceof GraphError)) throw error
    return [...new Set(found.flatMap(({ id }) => conceptIds('disease', id)))].sort()
  }
}
