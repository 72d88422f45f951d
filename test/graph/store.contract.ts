/** What every graph store must do; run on each engine. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { conceptHierarchy } from '../../graph/concepts.ts'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphFacts } from '../../graph/graph-facts.ts'
import type { GraphStore } from '../../graph/graph-store.ts'
import { caseId, paperKey } from '../../graph/key.ts'
import { antibody, claim, concept, deposit, disease, patient, record, says, treatment } from './records.ts'

const ELBOW = record('Two sisters with hard elbows', [
  {
    diseases: [disease('ssc', { subtypeKey: 'lcssc' })],
    antibodies: [antibody('aca', 'positive', { titre: '1:640', pattern: 'centromere' })],
    deposits: [deposit('elbow', 35, { laterality: 'left', dims_mm: [35, 20.5] })],
  },
  { deposits: [deposit('elbow', null, { laterality: 'right' }), deposit('l5', 45)] },
])
const THIGH = record(
  'A thigh like a cuirass',
  [
    {
      antibodies: [antibody('scl70', 'positive')],
      deposits: [deposit('thigh', 120)],
      treatments: [treatment('diltiazem')],
    },
  ],
  { claims: [claim(concept('antibody', 'aca'), { object: concept('calcinosis', 'calcinosis') })] },
)

export function storeContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`graph store on ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await open()
    })
    beforeEach(() => store.clear())
    afterAll(() => store?.close())

    const write = (written: CaseRecord) => store.replacePaper(factsOf(written))

    /** Everything in the graph except the concepts of the terms, as sorted lines. */
    async function contents(): Promise<readonly string[]> {
      const nodes = await store.read('MATCH (n) WHERE n.term IS NULL AND NOT n:Vocabulary RETURN n')
      const relations = await store.read(
        'MATCH (a)-[r]->(b) WHERE a.term IS NULL RETURN a, r, b.key AS key, b.id AS id, b.start AS start',
      )
      return [...nodes, ...relations].map((row) => JSON.stringify(row)).sort()
    }

    test('a paper comes out as it went in', async () => {
      await write(ELBOW)
      const rows = await store.read(
        `MATCH (p:Paper)-[:REPORTS]->(c:Case)-[:HAS_DEPOSIT]->(d:Deposit)-[:AT]->(s:Site)
         RETURN p.id AS paper, c.id AS case_id, d.laterality AS laterality, d.max_mm AS max_mm, d.dims_mm AS dims_mm, s.label AS site
         ORDER BY case_id, site`,
      )
      const [first, second] = [caseId(ELBOW.document, 1), caseId(ELBOW.document, 2)]
      const elbow = concept('site', 'elbow').label
      expect(rows).toEqual([
        { paper: ELBOW.document, case_id: first, laterality: 'left', max_mm: 35, dims_mm: [35, 20.5], site: elbow },
        {
          paper: ELBOW.document,
          case_id: second,
          laterality: null,
          max_mm: 45,
          dims_mm: [45],
          site: concept('site', 'l5').label,
        },
        { paper: ELBOW.document, case_id: second, laterality: 'right', max_mm: null, dims_mm: null, site: elbow },
      ])
    })

    test('the same paper twice is the same graph', async () => {
      await write(ELBOW)
      await write(THIGH)
      const once = await contents()
      await write(ELBOW)
      expect(await contents()).toEqual(once)
    })

    test('a paper said anew forgets what it said before', async () => {
      const { document } = ELBOW
      await write({ ...ELBOW, cases: [patient({ deposits: [deposit('no_such_place', 9)] })] })
      await write({ ...THIGH, document })
      const asThigh = await contents()
      await store.clear()
      await write({ ...THIGH, document })
      expect(asThigh).toEqual(await contents())
    })

    test('removing a paper takes away exactly what only it supports', async () => {
      const own = deposit('no_such_place', 9)
      const shared = deposit('nobodys_place', 9)
      await write({ ...THIGH, cases: [patient({ deposits: [shared] })] })
      const before = await contents()
      await write({ ...ELBOW, cases: [patient({ deposits: [own, shared] })] })
      expect(await store.removePaper(ELBOW.document)).toBe(true)
      expect(await contents()).toEqual(before)
      expect(await store.removePaper(ELBOW.document)).toBe(false)
    })

    test('concepts of the terms stand with their hierarchy and stay', async () => {
      const { nodes, relations } = conceptHierarchy()
      await write(THIGH)
      await store.removePaper(THIGH.document)
      expect(await store.read('MATCH (c:Concept) RETURN count(c) AS concepts')).toEqual([{ concepts: nodes.length }])
      expect(await store.read('MATCH ()-[r:IS_A|PART_OF]->() RETURN count(r) AS relations')).toEqual([
        { relations: relations.length },
      ])
      const [spine] = await store.read(
        'MATCH (s:Site {id: $l5})-[:PART_OF*1..6]->(a:Site {id: $spine}) RETURN count(DISTINCT a) AS found',
        { l5: concept('site', 'l5').id, spine: concept('site', 'spine').id },
      )
      expect(spine).toEqual({ found: 1 })
    })

    test('a fact without evidence cannot be written, and nothing of its paper is', async () => {
      await write(ELBOW)
      const before = await contents()
      const facts = factsOf(THIGH)
      const bare: GraphFacts = { ...facts, relations: facts.relations.filter(({ type }) => type !== 'SUPPORTED_BY') }
      await expect(store.replacePaper(bare)).rejects.toMatchObject({ code: 'bad-facts', permanent: true })
      expect(await contents()).toEqual(before)
    })

    test('a batch with one bad paper writes none', async () => {
      const bad = factsOf(THIGH)
      const facts = [factsOf(ELBOW), { ...bad, relations: [] }]
      await expect(Promise.resolve().then(() => store.replacePapers(facts))).rejects.toMatchObject({
        code: 'bad-facts',
      })
      expect(await contents()).toEqual([])
    })

    test('a graph that is filled is the graph of its papers one by one, whatever was there before', async () => {
      const own = record('A place of its own', [{ deposits: [deposit('no_such_place', 9)] }])
      for (const each of [ELBOW, THIGH, own]) await write(each)
      const oneByOne = await contents()
      await write(record('Somebody else', [{ deposits: [deposit('nobodys_place', 9)] }]))
      expect(await store.fill(stream([THIGH, own, ELBOW].map(factsOf)))).toBe(3)
      expect(await contents()).toEqual(oneByOne)
      await store.removePaper(own.document)
      await write(THIGH)
      const shrunk = await contents()
      expect(await store.fill(stream([ELBOW, THIGH].map(factsOf)))).toBe(2)
      expect(await contents()).toEqual(shrunk)
    })

    test('filling refuses a fact without evidence', async () => {
      const bare: GraphFacts = { ...factsOf(THIGH), relations: [] }
      await expect(store.fill(stream([bare]))).rejects.toMatchObject({ code: 'bad-facts' })
    })

    test('papers written at the same time share their concepts', async () => {
      const papers = Array.from({ length: 24 }, (_, index) =>
        record(`Paper ${index}`, [
          { deposits: [deposit(`place_${index % 5}`, 10), deposit(`place_${(index + 1) % 5}`, 10)] },
        ]),
      )
      await Promise.all([...papers, ...papers].map(write))
      expect(await store.read('MATCH (p:Paper) RETURN count(p) AS papers')).toEqual([{ papers: 24 }])
      expect(await store.read('MATCH (s:Site) WHERE s.term IS NULL RETURN count(s) AS sites')).toEqual([{ sites: 5 }])
    })

    test('accepted links make one patient, and go when they are taken back', async () => {
      await write(ELBOW)
      await write(THIGH)
      const [a, b] = [caseId(ELBOW.document, 1), caseId(THIGH.document, 1)].sort() as [string, string]
      const link = { cases: [a, b], score: 0.8, reasons: ['same age and year'] } as const
      const patients = () => store.read('MATCH (c:Case) RETURN count(DISTINCT c.patient) AS patients')
      await store.replaceSameLinks([{ ...link, status: 'proposed' }])
      expect(await patients()).toEqual([{ patients: 3 }])
      expect(
        await store.read('MATCH (a:Case)-[r:MAY_BE_SAME]->(b:Case) RETURN a.id AS a, b.id AS b, r.score AS score'),
      ).toEqual([{ a, b, score: 0.8 }])
      await store.replaceSameLinks([{ ...link, status: 'accepted' }])
      expect(await patients()).toEqual([{ patients: 2 }])
      expect(await store.read('MATCH (:Case)-[r:MAY_BE_SAME]->(:Case) RETURN r')).toEqual([])
      await store.replaceSameLinks([])
      expect(await patients()).toEqual([{ patients: 3 }])
    })

    test('nodes, relations and paths come out plain, without ids of the engine', async () => {
      await write(THIGH)
      const [row] = await store.read(
        'MATCH way = (c:Case)-[r:HAS_DEPOSIT]->(d:Deposit) RETURN c, r, way, d.dims_mm AS sizes, {a: 1, b: [1.5]} AS map, null AS nothing',
      )
      const key = paperKey(THIGH.document)
      const id = caseId(THIGH.document, 1)
      const node = { labels: ['Case'], properties: { age: 44, id, number: 1, paper: key, patient: id, sex: 'female' } }
      expect(row).toMatchObject({
        c: node,
        r: { type: 'HAS_DEPOSIT', properties: {} },
        sizes: [120],
        map: { a: 1, b: [1.5] },
        nothing: null,
      })
      expect(row!.way).toMatchObject({
        nodes: [node, { labels: ['Deposit'] }],
        relations: [{ type: 'HAS_DEPOSIT' }],
      })
    })

    test('rows stop at the limit', async () => {
      const cypher = 'UNWIND range(1, 500) AS n RETURN n ORDER BY n'
      expect(await store.read(cypher, {}, { maxRows: 3 })).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    })

    test('a query that takes too long is given up', async () => {
      // Neo4j looks at the clock every two seconds; Grafeo works on behind the answer
      const size = store.engine === 'neo4j' ? 60_000 : 3_000
      const cypher = `UNWIND range(1, ${size}) AS a UNWIND range(1, ${size}) AS b WITH a, b WHERE a + b = -1 RETURN count(*) AS n`
      await expect(store.read(cypher, {}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timed-out' })
    })

    test.each([
      ['a syntax error', 'MATCH (c:Case RETURN c'],
      ['an unknown variable', 'MATCH (c:Case) RETURN d'],
      ['a missing parameter', 'MATCH (c:Case {id: $missing}) RETURN c'],
    ])('%s is one sentence', async (_, cypher) => {
      await expect(store.read(cypher)).rejects.toMatchObject({
        code: 'syntax',
        message: expect.stringMatching(/^[^\n]+\.$/),
      })
    })

    test('evidence is shared inside a paper and keeps its boxes', async () => {
      const quote = says('calcified elbows and knees')
      await write(
        record('Shared words', [
          { deposits: [deposit('elbow', null, { evidence: quote }), deposit('knee', null, { evidence: quote })] },
        ]),
      )
      const rows = await store.read(
        'MATCH (d:Deposit)-[:SUPPORTED_BY]->(e:Evidence) RETURN count(d) AS deposits, count(DISTINCT e.start) AS places, max(e.boxes) AS boxes',
      )
      expect(rows).toEqual([{ deposits: 2, places: 1, boxes: '1 72.5 100 200 12' }])
    })
  })
}

async function* stream(papers: readonly GraphFacts[]): AsyncGenerator<GraphFacts> {
  yield* papers
}
