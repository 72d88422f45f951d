/** The concepts that come with the program: every term of the extractors as a node, with its IS_A or PART_OF relations. */
import { loadTerms } from '../extractors/language/load-terms.ts'
import type { Term, TermFamily } from '../extractors/language/term.ts'
import type { GraphNode, GraphRelation } from './graph-facts.ts'
import { conceptKey, contentHash } from './key.ts'
import type { ConceptLabel } from './model.ts'

export interface ConceptHierarchy {
  /** Changes when any term changes; tells a store that it has these concepts already. */
  readonly fingerprint: string
  readonly nodes: readonly GraphNode[]
  readonly relations: readonly GraphRelation[]
}

/** Families whose terms are nodes; staining patterns are properties of a serology. */
const LABEL_OF_FAMILY = {
  disease: 'Disease',
  calcinosis: 'CalcinosisType',
  antibody: 'Antibody',
  site: 'Site',
  treatment: 'Intervention',
  finding: 'Finding',
  lab: 'LabTest',
} as const satisfies Partial<Record<TermFamily, ConceptLabel>>

export type ConceptFamily = keyof typeof LABEL_OF_FAMILY
export const CONCEPT_FAMILIES = Object.keys(LABEL_OF_FAMILY) as readonly ConceptFamily[]

/** The label of a family's concepts, e.g. `Site`. */
export function labelOf(family: ConceptFamily): ConceptLabel {
  return LABEL_OF_FAMILY[family]
}

/** The terms of a family that name concepts; a decoy only keeps its words from being read as another term. */
export function conceptTerms(family: ConceptFamily): readonly Term[] {
  return loadTerms(family).filter(({ kind }) => kind !== 'decoy')
}

let hierarchy: ConceptHierarchy | null = null

/** All concepts of the terms; worked out once. Terms that share an ontology id are one concept. */
export function conceptHierarchy(): ConceptHierarchy {
  hierarchy ??= buildHierarchy(CONCEPT_FAMILIES.map((family) => [family, conceptTerms(family)] as const))
  return hierarchy
}

/** Builds the hierarchy of given terms; pure. */
export function buildHierarchy(families: readonly (readonly [ConceptFamily, readonly Term[]])[]): ConceptHierarchy {
  const nodes = new Map<string, GraphNode>()
  const relations = new Map<string, GraphRelation>()
  for (const [family, terms] of families) {
    const idOf = new Map(terms.map(({ key, id }) => [key, id]))
    for (const term of terms) {
      const node = conceptNode(family, term)
      if (!nodes.has(node.key)) nodes.set(node.key, node)
      for (const parent of term.parents) {
        const relation = broader(family, term.id, idOf.get(parent)!)
        if (relation.from.key !== relation.to.key) relations.set(`${relation.from.key} ${relation.to.key}`, relation)
      }
    }
  }
  const content = { nodes: [...nodes.values()], relations: [...relations.values()] }
  return { fingerprint: contentHash(content), ...content }
}

function conceptNode(family: ConceptFamily, { id, label, kind }: Term): GraphNode {
  const key = conceptKey(labelOf(family), id)
  return { label: labelOf(family), key, properties: { key, id, label, kind, term: true } }
}

function broader(family: ConceptFamily, id: string, parentId: string): GraphRelation {
  const label = labelOf(family)
  return {
    type: family === 'site' ? 'PART_OF' : 'IS_A',
    from: { label, key: conceptKey(label, id) },
    to: { label, key: conceptKey(label, parentId) },
    properties: {},
  }
}

let labelOfId: ReadonlyMap<string, ConceptLabel> | null = null

/** The label under which a concept id stands in the terms; `Topic` where the terms do not know it. */
export function conceptLabelOf(id: string): ConceptLabel {
  labelOfId ??= new Map(
    [...conceptHierarchy().nodes].reverse().map((node) => [String(node.properties.id), node.label as ConceptLabel]),
  )
  return labelOfId.get(id) ?? 'Topic'
}
