/** Questions of association over the small corpus; every store must give the same answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { associate } from '../../../graph/associate/associate.ts'
import { parsePredicate } from '../../../graph/associate/parse-predicate.ts'
import { patientSets } from '../../../graph/associate/patient-sets.ts'
import { parseScreen, screen } from '../../../graph/associate/screen.ts'
import { factsOf } from '../../../graph/facts-of-record.ts'
import type { GraphStore } from '../../../graph/graph-store.ts'
import { caseId } from '../../../graph/key.ts'
import { documentId } from '../records.ts'
import { SMALL_CORPUS } from './small-corpus.ts'

export function associateContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`associate on ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await open()
      await store.clear()
      await store.replacePapers(SMALL_CORPUS.map(factsOf))
    })
    afterAll(() => store?.close())

    test('the card counts who is known, and nobody else', async () => {
      const card = await associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { strata: 'subtype' })
      expect(card.table).toEqual({ a: 2, b: 1, c: 1, d: 3 })
      expect(card.patients).toBe(15)
      expect(card.exposure).toMatchObject({ yes: 4, no: 4, unclear: 1, notMentioned: 6 })
      expect(card.outcome).toMatchObject({ yes: 5, no: 4, unclear: 1, notMentioned: 5 })
      expect(card.fisherP).toBeCloseTo(0.4857142857, 9)
      expect(card.warnings[0]).toContain('Too few patients')
    })

    test('everybody in a cell comes with paper and quotes', async () => {
      const card = await associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50')
      const document = documentId('Big and negative')
      expect(card.cells.c).toEqual([
        {
          patient: caseId(document, 1),
          cases: [caseId(document, 1)],
          paper: document,
          paperTitle: 'Big and negative',
          year: 2019,
          exposure: [{ page: 1, quote: 'scl70 was negative' }],
          outcome: [{ page: 1, quote: 'calcification of the  elbow of 60 mm' }],
        },
      ])
      expect(card.cells.a.map(({ patient }) => patient)).toEqual(
        [1, 2].map((n) => caseId(documentId('Big and positive'), n)),
      )
    })

    test('strata split the table and are pooled', async () => {
      const { strata } = await associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50', { strata: 'subtype' })
      expect(strata!.strata.map(({ name, table }) => [name.split(' ')[0], table])).toEqual([
        ['diffuse', { a: 2, b: 0, c: 0, d: 0 }],
        ['limited', { a: 0, b: 1, c: 1, d: 1 }],
      ])
      expect(strata!.notStated).toBe(2)
      expect(strata!.pooled).toMatchObject({ oddsRatio: 0 })
    })

    test('an accepted duplicate counts once', async () => {
      const cases = [caseId(documentId('Big and positive'), 1), caseId(documentId('Big and positive'), 2)].sort()
      const link = { cases: cases as unknown as [string, string], score: 1, reasons: [] }
      await store.replaceSameLinks([{ ...link, status: 'accepted' }])
      const card = await associate(store, 'antibody = anti-Scl-70', 'deposit.max_mm >= 50')
      expect(card.patients).toBe(14)
      expect(card.table).toEqual({ a: 1, b: 1, c: 1, d: 3 })
      expect(card.cells.a[0]!.cases).toEqual(cases)
      await store.replaceSameLinks([])
    })

    /** Each row: a predicate, how many patients it is true of, false of, and open. */
    test.each([
      ['antibody = ACA', 1, 1, 0],
      ['antibody = ACA & titre >= 1:320', 1, 1, 0],
      ['antibody = ACA & titre >= 1:1000', 0, 2, 0],
      ['antibody = anti-Scl-70 & result = negative', 4, 5, 0],
      ['antibody = anti-Scl-70 & titre >= 40', 0, 4, 5],
      ['not antibody = anti-Scl-70', 4, 4, 1],
      ['site in spine', 1, 9, 0],
      ['site in hand', 3, 7, 0],
      ['site in elbow & deposit.max_mm >= 50', 1, 9, 0],
      ['site in knee & deposit.max_mm >= 10', 1, 8, 1],
      ['deposit.max_mm >= 50', 5, 4, 1],
      ['deposit.max_mm < 10', 1, 8, 1],
      ['deposit.form = tumoral', 1, 0, 9],
      ['treatment = diltiazem', 4, 0, 0],
      ['treatment = bisphosphonates', 1, 3, 0],
      ['treatment = colchicine', 0, 5, 0],
      ['treatment = diltiazem & response in (improved, resolved)', 1, 1, 1],
      ['response in (improved, resolved)', 2, 1, 0],
      ['treatment = diltiazem & response = improved & treatment.target = disease', 1, 0, 0],
      ['disease.subtype = diffuse', 2, 3, 0],
      ['disease = "systemic sclerosis"', 5, 2, 0],
      ['disease = SSc | disease = dermatomyositis', 7, 0, 0],
      ['finding = digital ulcer', 1, 1, 0],
      ['lab = calcium & interpretation = normal', 1, 1, 1],
      ['sex = female', 14, 0, 1],
      ['age >= 40', 14, 0, 1],
      ['year >= 2019', 15, 0, 0],
      ['sex = female & age >= 40', 13, 0, 2],
      ['antibody = anti-Scl-70 & site in hand', 2, 8, 0],
      ['outcome = improved', 0, 0, 0],
    ])('%s', async (text, yes, no, unclear) => {
      const sets = await patientSets(store, parsePredicate(text), { strict: false })
      expect({ yes: sets.yes.size, no: sets.no.size, unclear: sets.unclear.size }).toEqual({ yes, no, unclear })
    })

    test.each([
      ['site in elbow', 1, 1, 0],
      ['site in spine', 1, 0, 0],
      ['treatment = colchicine', 0, 1, 0],
      ['treatment = diltiazem', 4, 0, 0],
    ])('strictly: %s', async (text, yes, no, unclear) => {
      const sets = await patientSets(store, parsePredicate(text), { strict: true })
      expect({ yes: sets.yes.size, no: sets.no.size, unclear: sets.unclear.size }).toEqual({ yes, no, unclear })
    })

    test('a screen tests every pair that compares somebody', async () => {
      const rows = await screen(store, parseScreen('antibody x site'), { minPatients: 2 })
      const hand = rows.find(({ exposure, outcome }) => /topo|Scl-70/i.test(exposure) && outcome === 'hand')
      expect(hand!.table).toEqual({ a: 2, b: 2, c: 1, d: 3 })
      expect(rows.map(({ fisherP }) => fisherP)).toEqual(rows.map(({ fisherP }) => fisherP).sort((a, b) => a - b))
      for (const { fisherP, falseDiscoveryRate } of rows) expect(falseDiscoveryRate).toBeGreaterThanOrEqual(fisherP)
    })
  })
}
