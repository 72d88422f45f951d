/** The projection of one case record onto the graph model; pure. Properties that are null in the record are left out. */
import type { CaseRecord, Claim, Concept, Evidence, EvidenceList, PatientCase } from '../extractors/case-record.ts'
import { type CaseFact, caseFacts } from './case-facts.ts'
import { conceptLabelOf } from './concepts.ts'
import type { GraphFacts, GraphNode, GraphRelation } from './graph-facts.ts'
import type { GraphValue } from './graph-store.ts'
import { caseId, conceptKey, contentHash, paperKey } from './key.ts'
import type { ConceptLabel, ConceptRelation, OwnedLabel, OwnedRelation } from './model.ts'

type Properties = Readonly<Record<string, GraphValue>>
type Place = GraphRelation['from']

/** What the graph keeps of a record: the paper, its cases, every fact with its concepts, and the evidence of each. */
export function factsOf(record: CaseRecord): GraphFacts {
  const draft = new Draft(record.document)
  const paper = draft.own('Paper', draft.paper, { ...paperProperties(record), key: draft.paper })
  const extraction = draft.own('Extraction', `${draft.paper}/extraction`, { ...record.extractor })
  draft.relate('EXTRACTED_BY', paper, extraction)
  draft.extraction = extraction
  for (const patient of record.cases) addCase(draft, paper, record.document, patient)
  for (const claim of record.claims) addClaim(draft, paper, claim)
  return draft.facts()
}

function paperProperties(record: CaseRecord): Properties {
  const { document, file, title, kind, language, doi, pmid, year, journal, authors, pages } = record
  return { id: document, file, title, kind, language, doi, pmid, year, journal, authors, pages }
}

function addCase(draft: Draft, paper: Place, document: string, patient: PatientCase): void {
  const id = caseId(document, patient.case)
  const place = draft.own('Case', id, {
    id,
    number: patient.case,
    label: patient.label,
    age: patient.age?.years ?? null,
    sex: patient.sex?.value ?? null,
    patient: id,
  })
  draft.relate('REPORTS', paper, place)
  if (patient.age) draft.support(place, patient.age.evidence, { of: 'age' })
  if (patient.sex) draft.support(place, patient.sex.evidence, { of: 'sex' })
  for (const fact of caseFacts(patient)) addCaseFact(draft, place, fact)
}

function addCaseFact(draft: Draft, patient: Place, fact: CaseFact): void {
  const concepts = fact.concepts.map(({ as, label, concept }) => [as, label, concept.id])
  const key = draft.freshKey(`${patient.key}/${fact.label.toLowerCase()}/${contentHash([fact.properties, concepts])}`)
  const place = draft.own(fact.label, key, { key, ...fact.properties })
  draft.relate(fact.relation, patient, place)
  for (const { as, label, concept } of fact.concepts) draft.refer(as, place, label, concept, {})
  for (const { as, label, concept, status } of fact.shortcuts) draft.refer(as, patient, label, concept, { status })
  draft.support(place, fact.evidence, {})
}

function addClaim(draft: Draft, paper: Place, claim: Claim): void {
  const { kind, polarity, cites, subject, object } = claim
  const key = draft.freshKey(
    `${paper.key}/claim/${contentHash([kind, polarity, cites, subject.id, object?.id ?? null])}`,
  )
  const place = draft.own('Claim', key, { key, kind, polarity, cites })
  draft.relate('CLAIMS', paper, place)
  draft.refer('ABOUT', place, conceptLabelOf(subject.id), subject, { role: 'subject' })
  if (object) draft.refer('ABOUT', place, conceptLabelOf(object.id), object, { role: 'object' })
  draft.support(place, claim.evidence, {})
}

/** Nodes and relations while they are gathered; keys stay unique and evidence is shared inside the paper. */
class Draft {
  readonly paper: string
  extraction: Place | null = null
  readonly #paperId: string
  readonly #owned = new Map<string, GraphNode>()
  readonly #shared = new Map<string, GraphNode>()
  readonly #relations = new Map<string, GraphRelation>()

  constructor(documentId: string) {
    this.#paperId = documentId
    this.paper = paperKey(documentId)
  }

  own(label: OwnedLabel, key: string, properties: Properties): Place {
    this.#owned.set(key, { label, key, properties: { paper: this.paper, ...withoutNulls(properties) } })
    return { label, key }
  }

  /** Two facts with equal values (told apart only by their places) get a running number. */
  freshKey(key: string): string {
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? key : `${key}-${count}`
      if (!this.#owned.has(candidate)) return candidate
    }
  }

  relate(type: OwnedRelation, from: Place, to: Place, properties: Properties = {}): void {
    this.#add({ type, from, to, properties: withoutNulls(properties) })
  }

  refer(type: ConceptRelation, from: Place, label: ConceptLabel, concept: Concept, properties: Properties): void {
    const key = conceptKey(label, concept.id)
    if (!this.#shared.has(key))
      this.#shared.set(key, { label, key, properties: { key, id: concept.id, label: concept.label } })
    this.#add({ type, from, to: { label, key }, properties: withoutNulls(properties) })
  }

  support(from: Place, evidence: EvidenceList, properties: Properties): void {
    for (const part of evidence) {
      const key = `${this.paper}@${part.start}-${part.end}/${part.rule}`
      if (!this.#owned.has(key)) {
        const place = this.own('Evidence', key, evidenceProperties(part))
        if (this.extraction) this.relate('PRODUCED', this.extraction, place)
      }
      this.relate('SUPPORTED_BY', from, { label: 'Evidence', key }, properties)
    }
  }

  facts(): GraphFacts {
    return {
      paper: this.#paperId,
      owned: [...this.#owned.values()],
      shared: [...this.#shared.values()],
      relations: [...this.#relations.values()],
    }
  }

  /** One relation of a type between two nodes for each set of properties. */
  #add(relation: GraphRelation): void {
    const { type, from, to, properties } = relation
    // most relations say all they say by being there
    const said = isEmpty(properties) ? '' : JSON.stringify(properties)
    this.#relations.set(`${type}\n${from.key}\n${to.key}\n${said}`, relation)
  }
}

function evidenceProperties(evidence: Evidence): Properties {
  const { page, start, end, text, boxes, rule, confidence } = evidence
  return { page, start, end, quote: text, boxes: boxesText(boxes), rule, confidence }
}

/** Boxes as one short text, `page x y width height; ...`: graph engines keep no nested values. */
function boxesText(boxes: Evidence['boxes']): string {
  return boxes.map(({ page, x, y, width, height }) => `${page} ${x} ${y} ${width} ${height}`).join('; ')
}

function withoutNulls(properties: Properties): Properties {
  const stated: Record<string, GraphValue> = {}
  for (const name in properties) if (properties[name] !== null) stated[name] = properties[name]!
  return stated
}

function isEmpty(properties: Properties): boolean {
  for (const _ in properties) return false
  return true
}
