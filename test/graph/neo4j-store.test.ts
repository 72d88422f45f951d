import { describe, expect, test } from 'vitest'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { freePort } from '../services/port.ts'
import { service } from '../services/services.ts'
import { associateContract } from './associate/associate.contract.ts'
import { queriesContract } from './queries.contract.ts'
import { storeContract } from './store.contract.ts'

const neo4j = await service('neo4j')
const user = process.env.NEO4J_USER ?? ''
const password = process.env.NEO4J_PASSWORD ?? ''

describe.skipIf(neo4j === null)('neo4j', () => {
  storeContract('Neo4j', () => openGraphStore({ url: neo4j!.url, user, password }))
  associateContract('Neo4j', () => openGraphStore({ url: neo4j!.url, user, password }))
  queriesContract('Neo4j', () => openGraphStore({ url: neo4j!.url, user, password }))
})

test('a server that is down is named', async () => {
  const url = `bolt://127.0.0.1:${await freePort()}`
  await expect(openGraphStore({ url, user: '', password: '' })).rejects.toMatchObject({
    code: 'unavailable',
    permanent: false,
    message: expect.stringContaining(url),
  })
})
