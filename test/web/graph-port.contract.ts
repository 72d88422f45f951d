/** What the server asks the graph for menus, maps and pictures; the answers must not depend on the engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphStore } from '../../graph/graph-store.ts'
import { caseId } from '../../graph/key.ts'
import { graphPort } from '../../pipeline/server/binding/graph-port.ts'
import type { GraphPort } from '../../pipeline/server/ports.ts'
import { CYPHER_EXAMPLES } from '../../web/explore/cypher-examples.ts'
import {
  antibody,
  deposit,
  disease,
  documentId,
  finding,
  lab,
  patient,
  record,
  says,
  treatment,
} from '../graph/records.ts'

const RECORDS = [
  record('Two women', [
    {
      diseases: [disease('ssc', { subtypeKey: 'dcssc' })],
      antibodies: [antibody('scl70', 'positive'), antibody('ana', 'positive', { titre: '1:320' })],
      deposits: [
        deposit('finger', 12, { laterality: 'left' }),
        deposit('thumb', 5, { laterality: 'right' }),
        deposit('knee', null, { status: 'absent' }),
      ],
      treatments: [treatment('diltiazem', { response: 'improved', class: 'calcium channel blockers' })],
      outcome: { value: 'improved', followUpMonths: 12, evidence: says('after a year she was better') },
    },
    {
      label: 'Patient B',
      age: { years: 7, text: '7-year-old', evidence: says('A 7-year-old girl') },
      antibodies: [antibody('scl70', 'negative')],
      deposits: [deposit('elbow', 60, { laterality: 'bilateral' })],
      findings: [finding('pain')],
      labs: [lab('calcium', 'normal', 2.3)],
    },
  ]),
  record('One man', [
    patient({
      sex: { value: 'male', evidence: says('A man') },
      deposits: [deposit('finger', 80)],
      treatments: [treatment('diltiazem', { response: 'none', class: 'calcium channel blockers' })],
    }),
  ]),
]

export function graphPortContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`questions of the server on ${name}`, () => {
    let store: GraphStore
    let port: GraphPort
    beforeAll(async () => {
      store = await open()
      await store.clear()
      for (const each of RECORDS) await store.replacePaper(factsOf(each))
      port = graphPort(async () => store)
    })
    afterAll(() => store?.close())

    it('counts patients for the menus, most first', async () => {
      const { entries } = await port.menus()
      const counted = (group: string) => entries.filter((entry) => entry.group === group).map(({ cases }) => cases)
      expect(counted('Antibody')).toEqual([1, 1])
      expect(entries.find(({ group }) => group === 'Site')).toMatchObject({ label: 'finger', cases: 2 })
      expect(counted('Deposit size')).toEqual([3, 2, 2, 0])
      expect(entries.find(({ group }) => group === 'Outcome')).toMatchObject({
        predicate: 'outcome = improved',
        cases: 1,
      })
    })

    it('makes only predicates that can be asked', async () => {
      const { entries } = await port.menus()
      for (const { predicate } of entries) {
        await expect(
          port.associate({ exposure: predicate, outcome: 'deposit.max_mm >= 50', members: 5 }),
        ).resolves.toBeTruthy()
      }
    })

    it('maps deposits with sides and sizes, and all that their sites are part of', async () => {
      const { sites } = await port.sites()
      const finger = sites.find(({ label }) => label === 'finger')
      expect(finger).toMatchObject({
        cases: 2,
        deposits: 2,
        maxMm: 80,
        sides: { left: 1, right: 0, bilateral: 0, unsided: 1 },
      })
      expect(sites.find(({ label }) => label === 'knee')).toMatchObject({ cases: 0, deposits: 0, absent: 1 })
      const keys = new Set(sites.map(({ key }) => key))
      expect(sites.flatMap(({ parents }) => parents).filter((parent) => !keys.has(parent))).toEqual([])
      expect(sites.find(({ label }) => label === 'hand')).toMatchObject({ deposits: 0 })
    })

    it('sets treatments against responses', async () => {
      const { responses, cells } = await port.matrix()
      expect(responses).toEqual(['improved', 'none'])
      expect(cells.map(({ treatment: drug, response, cases }) => [drug, response, cases])).toEqual([
        ['diltiazem', 'improved', 1],
        ['diltiazem', 'none', 1],
      ])
    })

    it('finds patients by words, and names them', async () => {
      expect((await port.cases('')).map(({ patient: words }) => words)).toEqual([
        'Patient 1, 44-year-old man',
        'Patient 1, 44-year-old woman',
        'Patient B, 7-year-old girl',
      ])
      expect(await port.cases('girl women')).toMatchObject([{ caseNumber: 2, title: 'Two women', year: 2019 }])
    })

    it('draws a patient with every fact once', async () => {
      const drawn = await port.casePicture(caseId(documentId('Two women'), 1))
      const kinds = drawn!.nodes.map(({ kind }) => kind).sort()
      expect(kinds).toEqual([
        'antibody',
        'antibody',
        'case',
        'deposit',
        'deposit',
        'deposit',
        'disease',
        'outcome',
        'paper',
        'treatment',
      ])
      expect(drawn!.nodes.map(({ label }) => label)).toContain('left finger 12 mm')
      expect(drawn!.nodes.map(({ label }) => label)).toContain('knee (absent)')
      expect(drawn!.edges).toHaveLength(drawn!.nodes.length - 1)
      expect(await port.casePicture('nobody#1')).toBeNull()
    })

    it('answers with names, quotes and strata', async () => {
      const card = await port.associate({
        exposure: 'antibody = anti-Scl-70',
        outcome: 'deposit.max_mm >= 50',
        strata: 'sex',
        members: 5,
      })
      expect(card.table).toEqual({ a: 0, b: 1, c: 1, d: 0 })
      expect(card.cells.b).toMatchObject([{ name: 'Patient 1, 44-year-old woman', title: 'Two women' }])
      expect(card.cells.b[0]!.exposure.length).toBeGreaterThan(0)
      expect(card.strata).toMatchObject({ by: 'sex', strata: [{ name: 'female' }] })
    })

    it('refuses in the words of HTTP', async () => {
      await expect(port.runCypher('MATCH (n) DETACH DELETE n', {})).rejects.toMatchObject({
        status: 403,
        code: 'refused',
      })
      await expect(port.runCypher('MATCH (n RETURN n', {})).rejects.toMatchObject({ status: 400, code: 'syntax' })
      await expect(port.runQuery('no-such-query', {})).rejects.toMatchObject({ status: 404 })
      await expect(port.associate({ exposure: 'moon = full', outcome: 'age > 3', members: 5 })).rejects.toMatchObject({
        status: 400,
      })
    })

    it('answers the examples of the editor', async () => {
      for (const { cypher, title } of CYPHER_EXAMPLES) {
        expect((await port.runCypher(cypher, {})).rows.length, title).toBeGreaterThan(0)
      }
    })
  })
}
