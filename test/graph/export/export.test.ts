import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../../corpus/package-root.ts'
import { canonicalGraph } from '../../../graph/export/canonical.ts'
import { exportGraph } from '../../../graph/export/export-graph.ts'
import { graphml } from '../../../graph/export/graphml.ts'
import { kgx } from '../../../graph/export/kgx.ts'
import { patientCsv } from '../../../graph/export/patient-csv.ts'
import { phenopackets } from '../../../graph/export/phenopackets.ts'
import { factsOf } from '../../../graph/facts-of-record.ts'
import type { GraphStore } from '../../../graph/graph-store.ts'
import { caseId } from '../../../graph/key.ts'
import { openGraphStore } from '../../../graph/open-graph-store.ts'
import { syntheticRecords } from '../../bench/synthetic-records.ts'
import { SMALL_CORPUS } from '../associate/small-corpus.ts'
import { documentId } from '../records.ts'

const RECORDS = [...SMALL_CORPUS, ...syntheticRecords(120, 5)]
const CREATED = '2026-01-01T00:00:00Z'

let store: GraphStore
beforeAll(async () => {
  store = await openGraphStore({ folder: null })
  await store.replacePapers(RECORDS.map(factsOf))
})
afterAll(() => store.close())

describe('phenopackets', () => {
  /** The schema that phenopacket-tools validates with (version 2.0; BSD licence beside it), under the names its references use. */
  function validator() {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    formats.default(ajv)
    const folder = packageFile('test/graph/export/phenopacket-schema')
    const BASE = 'classpath:/org/phenopackets/phenopackettools/validator/jsonschema/'
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { $id: _, ...schema } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))
      ajv.addSchema({ ...schema, $schema: undefined }, `${BASE}${name.startsWith('vrs') ? '' : 'v2/'}${name}`)
    }
    return ajv.getSchema(`${BASE}v2/phenopacket-schema.json`)!
  }

  test('every case is valid against the published schema', async () => {
    const validate = validator()
    const packets = await phenopackets(store, { created: CREATED })
    expect(packets).toHaveLength(15 + 120)
    for (const packet of packets) expect(validate(packet) ? [] : validate.errors).toEqual([])
  })

  test('the schema does refuse what is wrong', () => {
    expect(validator()({ id: 'x' })).toBe(false)
    expect(
      validator()({
        id: 'x',
        metaData: { created: CREATED, createdBy: 'x', phenopacketSchemaVersion: '2.0' },
        subject: { id: 'y', sex: 'woman' },
      }),
    ).toBe(false)
  })

  test('facts keep their stance and their quotes', async () => {
    const packets = await phenopackets(store, { created: CREATED })
    const packet = packets.find(({ id }) => id === caseId(documentId('Small and negative'), 1))!
    expect(packet.phenotypicFeatures).toContainEqual(
      expect.objectContaining({
        type: expect.objectContaining({ label: 'Calcinosis' }),
        excluded: true,
        modifiers: [expect.objectContaining({ label: 'elbow' })],
      }),
    )
    expect(packet.measurements).toContainEqual(
      expect.objectContaining({
        value: { ontologyClass: expect.objectContaining({ label: 'Negative' }) },
        description: 'p. 1: scl70 was negative',
      }),
    )
    expect(JSON.stringify(packet.diseases)).toContain('limited cutaneous')
  })
})

test('KGX tables: every end of an edge is a node, every edge names paper and source', async () => {
  const { nodes, edges } = await kgx(store)
  const read = (text: string): Record<string, string>[] => parse(text, { columns: true, delimiter: '\t' })
  const ids = new Set(read(nodes).map(({ id }) => id))
  const rows = read(edges)
  expect(rows.length).toBeGreaterThan(500)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const { subject, object, publications, predicate, primary_knowledge_source: source } of rows) {
    expect([subject, object].filter((id) => !ids.has(id))).toEqual([])
    expect(publications).not.toBe('')
    expect(predicate).toMatch(/^biolink:[a-z_]+$/)
    expect(source).toBe('infores:calcigraph')
  }
  const denied = rows.find(({ supporting_text: text }) => text === 'scl70 was negative')
  expect(denied).toMatchObject({ negated: 'true' })
})

test('the CSV has one row per patient, and nothing mentioned is empty, not negative', async () => {
  const rows: Record<string, string>[] = parse(await patientCsv(store), { columns: true })
  expect(rows).toHaveLength(15 + 120)
  const row = rows.find(({ patient }) => patient === caseId(documentId('Big and positive'), 1))!
  expect(row).toMatchObject({
    age: '44',
    sex: 'female',
    largest_mm: '120',
    deposits: '2',
    'antibody: anti-topoisomerase I antibody': 'positive',
    'antibody: anti-centromere antibody': 'negative',
  })
  const never = rows.find(({ patient }) => patient === caseId(documentId('Never tested'), 1))!
  expect(never['antibody: anti-topoisomerase I antibody']).toBe('')
})

test('an accepted duplicate is one row of the CSV', async () => {
  const cases = [caseId(documentId('Equivocal'), 1), caseId(documentId('Never tested'), 1)].sort() as [string, string]
  await store.replaceSameLinks([{ cases, status: 'accepted', score: null, reasons: [] }])
  const rows: Record<string, string>[] = parse(await patientCsv(store), { columns: true })
  expect(rows).toHaveLength(15 + 120 - 1)
  expect(rows.find(({ patient }) => patient === cases[0])).toMatchObject({ cases: cases.join('; '), largest_mm: '90' })
  await store.replaceSameLinks([])
})

test('GraphML is well formed and says what the graph says', async () => {
  const text = await graphml(store)
  expect(XMLValidator.validate(text)).toBe(true)
  const { graphml: root } = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['node', 'edge', 'data', 'key'].includes(name),
  }).parse(text)
  const ids = new Set(root.graph.node.map((node: Record<string, string>) => node['@_id']))
  expect(ids.size).toBe(root.graph.node.length)
  const keys = new Set(root.key.map((key: Record<string, string>) => key['@_id']))
  for (const edge of root.graph.edge) {
    expect([edge['@_source'], edge['@_target']].filter((id) => !ids.has(id))).toEqual([])
    expect(edge.data.filter(({ '@_key': key }: Record<string, string>) => !keys.has(key!))).toEqual([])
  }
  const [row] = await store.read('MATCH (:OfPaper)-[r]->() RETURN count(r) AS relations')
  expect(root.graph.edge).toHaveLength(row!.relations as number)
})

test('the canonical text does not depend on the order of writing', async () => {
  const other = await openGraphStore({ folder: null })
  for (const facts of RECORDS.map(factsOf).reverse()) await other.replacePaper(facts)
  await other.replacePaper(factsOf(RECORDS[3]!))
  expect(await canonicalGraph(other)).toBe(await canonicalGraph(store))
  await other.removePaper(RECORDS[0]!.document)
  expect(await canonicalGraph(other)).not.toBe(await canonicalGraph(store))
  await other.close()
})

test('an unknown export is refused with the known ones', async () => {
  await expect(exportGraph(store, 'excel', CREATED)).rejects.toMatchObject({
    code: 'bad-question',
    message: expect.stringContaining('graphml'),
  })
  expect((await exportGraph(store, 'kgx', CREATED)).map(({ name }) => name)).toEqual([
    'calcigraph_nodes.tsv',
    'calcigraph_edges.tsv',
  ])
})
