/** Every named query on synthetic patients: runs, keeps its word about its columns, and gives the rows of the reference engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphRow, GraphStore } from '../../graph/graph-store.ts'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { NAMED_QUERIES, runNamedQuery } from '../../graph/queries/index.ts'
import { proposeSameLinks } from '../../graph/same-patient/propose.ts'
import { syntheticRecords } from '../bench/synthetic-records.ts'

const RECORDS = [...syntheticRecords(250, 11)]

async function filled(store: GraphStore): Promise<GraphStore> {
  await store.clear()
  for (let start = 0; start < RECORDS.length; start += 50)
    await store.replacePapers(RECORDS.slice(start, start + 50).map(factsOf))
  return store
}

/** Averages may differ in the last digit, because engines add in different orders. */
function rounded(rows: readonly GraphRow[]): readonly GraphRow[] {
  return JSON.parse(JSON.stringify(rows), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  )
}

export function queriesContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`named queries on ${name}`, () => {
    let store: GraphStore
    let reference: GraphStore
    beforeAll(async () => {
      reference = await filled(await openGraphStore({ folder: null }))
      store = await filled(await open())
      const links = await proposeSameLinks(reference)
      const [first, ...others] = links
      const decided = first ? [{ ...first, status: 'accepted' as const }, ...others] : []
      for (const one of [reference, store]) await one.replaceSameLinks(decided)
    })
    afterAll(async () => {
      await store?.close()
      await reference?.close()
    })

    test.each(NAMED_QUERIES.map((query) => [query.name, query] as const))('%s', async (name, query) => {
      const rows = await runNamedQuery(store, name)
      if (rows[0]) expect(Object.keys(rows[0])).toEqual(query.columns)
      expect(rounded(rows)).toEqual(rounded(await runNamedQuery(reference, name)))
    })

    test('nearly every query finds something with its defaults', async () => {
      const empty: string[] = []
      for (const { name } of NAMED_QUERIES) if ((await runNamedQuery(store, name)).length === 0) empty.push(name)
      expect(empty.filter((name) => !MAY_BE_EMPTY.has(name))).toEqual([])
    })
  })
}

/** Synthetic papers all have patients. */
const MAY_BE_EMPTY = new Set(['papers-without-patients', 'possibly-same-patient', 'same-patient'])
