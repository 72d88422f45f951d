/** A term: one concept of the field with the ways people write it. Terms are data (`terms.tsv` in each extractor's folder). */
import type { Span } from '../../corpus/document.ts'

export type TermFamily = 'disease' | 'antibody' | 'pattern' | 'site' | 'treatment' | 'calcinosis' | 'lab' | 'finding'

export interface Term {
  readonly family: TermFamily
  /** Stable within its family, e.g. `scl70`. */
  readonly key: string
  readonly label: string
  /** Kind within the family, e.g. `ssc-specific`, `drug-class`, `region`; `decoy` for look-alikes that are never handed out. */
  readonly kind: string
  /** Ontology id, or `calcigraph:<key>` where none is known. */
  readonly id: string
  readonly synonyms: readonly string[]
  /** Keys of broader terms of the same family (disease and treatment IS_A, site PART_OF). */
  readonly parents: readonly string[]
  /** Ambiguous forms and the beginnings of words one of which must stand in the same sentence. */
  readonly needs: ReadonlyMap<string, readonly string[]>
}

/** A place in the text that names a term. Overlaps inside one family are already resolved (longest wins). */
export interface Mention {
  readonly term: Term
  readonly span: Span
  /** As written. */
  readonly text: string
  /** Index into `Reading.sentences`. */
  readonly sentence: number
}
