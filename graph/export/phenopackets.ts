/** Cases as GA4GH Phenopackets (schema 2.0). What a paper leaves open (possible, family, considered) is left out. */
import type { GraphStore } from '../graph-store.ts'
import { type ExportedCase, type ExportedConcept, type ExportedFact, exportedCases } from './exported-case.ts'

export interface OntologyClass {
  readonly id: string
  readonly label: string
}
type Json = Readonly<Record<string, unknown>>

export interface Phenopacket extends Json {
  readonly id: string
}

export interface PhenopacketOptions {
  /** ISO 8601; the moment of the export. */
  readonly created: string
}

const CALCINOSIS: OntologyClass = { id: 'HP:0003761', label: 'Calcinosis' }
const STATEMENT: OntologyClass = { id: 'ECO:0000033', label: 'author statement supported by traceable reference' }
const MILLIMETRE: OntologyClass = { id: 'UCUM:mm', label: 'millimeter' }

const LATERALITY: Readonly<Record<string, OntologyClass>> = {
  left: { id: 'HP:0012835', label: 'Left' },
  right: { id: 'HP:0012834', label: 'Right' },
  bilateral: { id: 'HP:0012832', label: 'Bilateral' },
}
const RESULT: Readonly<Record<string, OntologyClass>> = {
  positive: { id: 'LOINC:LA6576-8', label: 'Positive' },
  negative: { id: 'LOINC:LA6577-6', label: 'Negative' },
  equivocal: { id: 'LOINC:LA11884-6', label: 'Indeterminate' },
  low: { id: 'PATO:0001997', label: 'decreased amount' },
  normal: { id: 'PATO:0000461', label: 'normal' },
  high: { id: 'PATO:0000470', label: 'increased amount' },
}
/** Kinds of intervention that are done rather than given. */
const PROCEDURES: ReadonlySet<string> = new Set(['procedure', 'surgery', 'device'])

/** One packet per case. */
export async function phenopackets(store: GraphStore, options: PhenopacketOptions): Promise<readonly Phenopacket[]> {
  return (await exportedCases(store)).map((exported) => phenopacketOf(exported, options))
}

/** The packet of one case; pure. */
export function phenopacketOf(exported: ExportedCase, { created }: PhenopacketOptions): Phenopacket {
  const of = (label: string) => exported.facts.filter((fact) => fact.label === label)
  const content = {
    subject: subjectOf(exported, of('Outcome')),
    phenotypicFeatures: [
      ...of('Observation').flatMap((fact) => findingFeature(fact, exported)),
      ...of('Deposit').flatMap((fact) => depositFeature(fact, exported)),
    ],
    measurements: [
      ...of('Serology').flatMap(serologyMeasurement),
      ...of('Lab').flatMap(labMeasurement),
      ...of('Deposit').flatMap(sizeMeasurement),
    ],
    diseases: of('Diagnosis').flatMap(diseaseOf),
    medicalActions: of('Treatment').flatMap(medicalAction),
  }
  return { id: exported.id, ...content, metaData: metaData(exported, content, created) }
}

function subjectOf({ patient, age, sex }: ExportedCase, outcomes: readonly ExportedFact[]): Json {
  const hasDied = outcomes.some(({ properties }) => properties.value === 'died')
  return {
    id: patient,
    ...(age === null ? {} : { timeAtLastEncounter: { age: { iso8601duration: ageDuration(age) } } }),
    sex: sex === null ? 'UNKNOWN_SEX' : sex.toUpperCase(),
    ...(hasDied ? { vitalStatus: { status: 'DECEASED' } } : {}),
  }
}

/** 44 gives P44Y, half a year gives P6M. */
function ageDuration(years: number): string {
  const months = Math.round(years * 12)
  const [whole, rest] = [Math.floor(months / 12), months % 12]
  if (whole === 0) return `P${rest}M`
  return rest === 0 ? `P${whole}Y` : `P${whole}Y${rest}M`
}

const classOf = ({ id, label }: ExportedConcept): OntologyClass => ({ id, label })

function findingFeature(fact: ExportedFact, { paper }: ExportedCase): readonly Json[] {
  const { status } = fact.properties
  if (!fact.concept || !['present', 'historical', 'absent'].includes(String(status))) return []
  return [{ type: classOf(fact.concept), ...excluded(status === 'absent'), evidence: evidenceOf(fact, paper) }]
}

function depositFeature(fact: ExportedFact, { paper }: ExportedCase): readonly Json[] {
  const { status, laterality } = fact.properties
  if (!fact.concept || status === 'possible') return []
  const side = LATERALITY[String(laterality)]
  const modifiers = [classOf(fact.concept), ...(side ? [side] : [])]
  return [{ type: CALCINOSIS, ...excluded(status === 'absent'), modifiers, evidence: evidenceOf(fact, paper) }]
}

const excluded = (isExcluded: boolean) => (isExcluded ? { excluded: true } : {})

function evidenceOf({ evidence }: ExportedFact, paper: ExportedCase['paper']): readonly Json[] {
  const id = paper.pmid ? `PMID:${paper.pmid}` : paper.doi ? `DOI:${paper.doi}` : paper.id
  return evidence.map(({ page, quote }) => ({
    evidenceCode: STATEMENT,
    reference: { id, description: `p. ${page}: ${quote}` },
  }))
}

function serologyMeasurement({ concept, properties, evidence }: ExportedFact): readonly Json[] {
  const result = RESULT[String(properties.result)]
  if (!concept || !result) return []
  const titre = properties.titre ? `titre ${properties.titre}; ` : ''
  return [{ assay: classOf(concept), value: { ontologyClass: result }, description: `${titre}${quoted(evidence)}` }]
}

function labMeasurement({ concept, properties, evidence }: ExportedFact): readonly Json[] {
  if (!concept) return []
  const { value, unit, interpretation } = properties
  const measured =
    typeof value === 'number' && typeof unit === 'string'
      ? { quantity: { unit: { id: `UCUM:${unit}`, label: unit }, value } }
      : RESULT[String(interpretation)] && { ontologyClass: RESULT[String(interpretation)] }
  return measured ? [{ assay: classOf(concept), value: measured, description: quoted(evidence) }] : []
}

function sizeMeasurement({ concept, properties, evidence }: ExportedFact): readonly Json[] {
  if (!concept || properties.status !== 'present' || typeof properties.max_mm !== 'number') return []
  const where = [properties.laterality, concept.label].filter(Boolean).join(' ')
  return [
    {
      assay: { id: 'PATO:0000117', label: 'size' },
      value: { quantity: { unit: MILLIMETRE, value: properties.max_mm } },
      description: `largest size of the deposit of the ${where}; ${quoted(evidence)}`,
    },
  ]
}

const quoted = (evidence: ExportedFact['evidence']) =>
  evidence.map(({ page, quote }) => `p. ${page}: ${quote}`).join('; ')

function diseaseOf({ concept, subtype, properties }: ExportedFact): readonly Json[] {
  const { status } = properties
  const term = subtype ?? concept
  if (!term || !['present', 'historical', 'absent'].includes(String(status))) return []
  return [{ term: classOf(term), ...excluded(status === 'absent') }]
}

function medicalAction({ concept, properties }: ExportedFact): readonly Json[] {
  const { status, target, response, route } = properties
  if (!concept || (status !== 'given' && status !== 'stopped')) return []
  const administration = route ? { routeOfAdministration: own(String(route)) } : {}
  const action = PROCEDURES.has(concept.kind ?? '')
    ? { procedure: { code: classOf(concept) } }
    : { treatment: { agent: classOf(concept), ...administration } }
  return [
    {
      ...action,
      ...(target === 'calcinosis' ? { treatmentTarget: CALCINOSIS } : {}),
      ...(response === 'unknown' ? {} : { responseToTreatment: own(String(response)) }),
    },
  ]
}

/** Words of the case record that have no code of their own anywhere. */
const own = (word: string): OntologyClass => ({ id: `calcigraph:${word.replaceAll(' ', '_')}`, label: word })

const RESOURCES: Readonly<Record<string, readonly [name: string, url: string]>> = {
  HP: ['human phenotype ontology', 'http://purl.obolibrary.org/obo/hp.owl'],
  MONDO: ['Mondo disease ontology', 'http://purl.obolibrary.org/obo/mondo.owl'],
  UBERON: ['Uber-anatomy ontology', 'http://purl.obolibrary.org/obo/uberon.owl'],
  CHEBI: ['Chemical entities of biological interest', 'http://purl.obolibrary.org/obo/chebi.owl'],
  ECO: ['Evidence and conclusion ontology', 'http://purl.obolibrary.org/obo/eco.owl'],
  PATO: ['Phenotype and trait ontology', 'http://purl.obolibrary.org/obo/pato.owl'],
  NCIT: ['NCI thesaurus', 'http://purl.obolibrary.org/obo/ncit.owl'],
  LOINC: ['Logical observation identifiers names and codes', 'https://loinc.org'],
  RXNORM: ['RxNorm', 'https://www.nlm.nih.gov/research/umls/rxnorm'],
  UCUM: ['Unified code for units of measure', 'https://ucum.org'],
  MESH: ['Medical subject headings', 'https://id.nlm.nih.gov/mesh'],
}

function metaData({ paper }: ExportedCase, content: Json, created: string): Json {
  const prefixes = new Set([...JSON.stringify(content).matchAll(/"id":"([A-Za-z]+):/g)].map(([, prefix]) => prefix!))
  const resources = [...prefixes]
    .filter((prefix) => !NO_RESOURCE.has(prefix))
    .sort()
    .map(resourceOf)
  const id = paper.doi ? `DOI:${paper.doi}` : paper.pmid ? `PMID:${paper.pmid}` : null
  return {
    created,
    createdBy: 'calcigraph',
    ...(resources.length > 0 ? { resources } : {}),
    phenopacketSchemaVersion: '2.0',
    ...(id ? { externalReferences: [{ id, description: paper.title ?? 'untitled' }] } : {}),
  }
}

/** Names of papers, not of vocabularies. */
const NO_RESOURCE: ReadonlySet<string> = new Set(['DOI', 'PMID'])

function resourceOf(prefix: string): Json {
  const [name, url] = RESOURCES[prefix] ?? [`${prefix} terms of calcigraph`, 'https://example.org/calcigraph']
  const iriPrefix = url.startsWith('http://purl.obolibrary.org')
    ? `http://purl.obolibrary.org/obo/${prefix}_`
    : `${url}/`
  return { id: prefix.toLowerCase(), name, url, version: 'unspecified', namespacePrefix: prefix, iriPrefix }
}
