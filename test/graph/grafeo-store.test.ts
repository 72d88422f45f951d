import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphFacts } from '../../graph/graph-facts.ts'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { GRAFEO_FILE } from '../../graph/stores/grafeo-file.ts'
import { associateContract } from './associate/associate.contract.ts'
import { queriesContract } from './queries.contract.ts'
import { deposit, record } from './records.ts'
import { storeContract } from './store.contract.ts'

storeContract('Grafeo', () => openGraphStore({ folder: null }))
associateContract('Grafeo', () => openGraphStore({ folder: null }))
queriesContract('Grafeo', () => openGraphStore({ folder: null }))

const folders: string[] = []
const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'calcigraph-graph-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('the graph is there again when its folder is opened again', async () => {
  const folder = freshFolder()
  const store = await openGraphStore({ folder })
  await store.replacePaper(factsOf(record('Kept', [{ deposits: [deposit('elbow', 12)] }])))
  await store.close()
  const again = await openGraphStore({ folder })
  expect(await again.read('MATCH (d:Deposit) RETURN d.max_mm AS size')).toEqual([{ size: 12 }])
  await again.close()
})

test('a second owner of the folder is told so', async () => {
  const folder = freshFolder()
  const store = await openGraphStore({ folder })
  await expect(openGraphStore({ folder })).rejects.toMatchObject({ code: 'in-use' })
  await store.close()
})

test('a damaged file is told from one in use', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, GRAFEO_FILE), 'this is no graph')
  await expect(openGraphStore({ folder })).rejects.toMatchObject({ code: 'damaged', permanent: true })
})

test('a graph whose filling was interrupted is damaged until it is filled', async () => {
  const folder = freshFolder()
  const facts = factsOf(record('Kept', [{ deposits: [deposit('elbow', 12)] }]))
  const store = await openGraphStore({ folder })
  await expect(store.fill(papersUntil(facts, 'the disk is gone'))).rejects.toThrow('the disk is gone')
  await store.close()
  await expect(openGraphStore({ folder })).rejects.toMatchObject({ code: 'damaged', permanent: true })

  const other = freshFolder()
  const whole = await openGraphStore({ folder: other })
  await whole.fill(papersUntil(facts, null))
  await whole.close()
  const again = await openGraphStore({ folder: other })
  expect(await again.read('MATCH (d:Deposit) RETURN d.max_mm AS size')).toEqual([{ size: 12 }])
  await again.close()
})

async function* papersUntil(facts: GraphFacts, error: string | null): AsyncGenerator<GraphFacts> {
  yield facts
  if (error !== null) throw new Error(error)
}
