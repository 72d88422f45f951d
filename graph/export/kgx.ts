/** Nodes and edges as KGX tables with Biolink categories: each statement with its paper, quote and rule. */
import { stringify } from 'csv-stringify/sync'
import type { GraphStore } from '../graph-store.ts'
import { type ExportedCase, type ExportedConcept, type ExportedFact, exportedCases } from './exported-case.ts'

export interface KgxTables {
  readonly nodes: string
  readonly edges: string
}

interface Node {
  readonly id: string
  readonly category: string
  readonly name: string
}

interface Edge {
  readonly id: string
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly negated: string
  readonly anatomical_context_qualifier: string
  readonly publications: string
  readonly supporting_text: string
  readonly confidence: string
  readonly rule: string
}

const NODE_COLUMNS = ['id', 'category', 'name', 'provided_by'] as const
const EDGE_COLUMNS = [
  'id',
  'subject',
  'predicate',
  'object',
  'negated',
  'anatomical_context_qualifier',
  'publications',
  'supporting_text',
  'confidence',
  'rule',
  'primary_knowledge_source',
  'knowledge_level',
  'agent_type',
] as const

const CALCINOSIS: Node = { id: 'HP:0003761', category: 'biolink:PhenotypicFeature', name: 'Calcinosis' }

/** What each kind of fact becomes; kinds that are missing here (outcomes) have no Biolink predicate. */
const FACTS: Readonly<
  Record<string, { readonly predicate: string; readonly category: (c: ExportedConcept) => string }>
> = {
  Diagnosis: { predicate: 'biolink:has_phenotype', category: () => 'biolink:Disease' },
  Calcinosis: { predicate: 'biolink:has_phenotype', category: () => 'biolink:Disease' },
  Serology: { predicate: 'biolink:has_phenotype', category: () => 'biolink:PhenotypicFeature' },
  Deposit: { predicate: 'biolink:has_phenotype', category: () => 'biolink:AnatomicalEntity' },
  Observation: { predicate: 'biolink:has_phenotype', category: () => 'biolink:PhenotypicFeature' },
  Treatment: {
    predicate: 'biolink:associated_with',
    category: ({ kind }) => (kind === 'procedure' ? 'biolink:Procedure' : 'biolink:Drug'),
  },
}

/** Two tab-separated tables, rows in the order of ids. */
export async function kgx(store: GraphStore): Promise<KgxTables> {
  const nodes = new Map<string, Node>([[CALCINOSIS.id, CALCINOSIS]])
  const edges: Edge[] = []
  for (const exported of await exportedCases(store)) addCase(exported, nodes, edges)
  const provided = [...nodes.values()].map((node) => ({ ...node, provided_by: 'infores:calcigraph' }))
  const sourced = edges.map((edge) => ({
    ...edge,
    primary_knowledge_source: 'infores:calcigraph',
    knowledge_level: 'knowledge_assertion',
    agent_type: 'text_mining_agent',
  }))
  return { nodes: table(NODE_COLUMNS, provided), edges: table(EDGE_COLUMNS, sourced) }
}

function table(columns: readonly string[], rows: readonly { readonly id: string }[]): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return stringify(sorted, { header: true, columns: [...columns], delimiter: '\t' })
}

function addCase(exported: ExportedCase, nodes: Map<string, Node>, edges: Edge[]): void {
  const { paper } = exported
  const [subject, publication] = [`calcigraph:${exported.id}`, publicationId(paper)]
  nodes.set(subject, {
    id: subject,
    category: 'biolink:Case',
    name: `case ${exported.number} of ${paper.title ?? paper.id}`,
  })
  nodes.set(publication, { id: publication, category: 'biolink:Article', name: oneLine(paper.title ?? paper.id) })
  edges.push({
    ...EMPTY,
    id: `${publication} ${subject}`,
    subject: publication,
    predicate: 'biolink:mentions',
    object: subject,
    publications: publication,
  })
  for (const fact of exported.facts) addFact(fact, subject, publication, nodes, edges)
}

const EMPTY = { negated: 'false', anatomical_context_qualifier: '', supporting_text: '', confidence: '', rule: '' }

function addFact(
  fact: ExportedFact,
  subject: string,
  publication: string,
  nodes: Map<string, Node>,
  edges: Edge[],
): void {
  const mapping = FACTS[fact.label]
  const concept = fact.subtype ?? fact.concept
  const stance = stanceOf(fact)
  if (!mapping || !concept || !stance) return
  nodes.set(concept.id, { id: concept.id, category: mapping.category(concept), name: oneLine(concept.label) })
  const isDeposit = fact.label === 'Deposit'
  const [first] = fact.evidence
  edges.push({
    id: fact.key,
    subject,
    predicate: mapping.predicate,
    object: isDeposit ? CALCINOSIS.id : concept.id,
    negated: String(stance === 'denied'),
    anatomical_context_qualifier: isDeposit ? concept.id : '',
    publications: publication,
    supporting_text: fact.evidence.map(({ quote }) => oneLine(quote)).join('|'),
    confidence: first ? String(Math.max(...fact.evidence.map(({ confidence }) => confidence))) : '',
    rule: fact.evidence.map(({ rule }) => rule).join('|'),
  })
}

/** null: left open, and therefore not stated. */
function stanceOf({ label, properties: { status, result } }: ExportedFact): 'asserted' | 'denied' | null {
  const word = String(label === 'Serology' ? result : (status ?? 'present'))
  if (['present', 'historical', 'positive', 'given', 'stopped'].includes(word)) return 'asserted'
  return ['absent', 'negative', 'not-given'].includes(word) ? 'denied' : null
}

function publicationId({ doi, pmid, id }: ExportedCase['paper']): string {
  return pmid ? `PMID:${pmid}` : doi ? `DOI:${doi}` : `calcigraph:${id}`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
