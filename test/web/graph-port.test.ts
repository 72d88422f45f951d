import { describe } from 'vitest'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { service } from '../services/services.ts'
import { graphPortContract } from './graph-port.contract.ts'

const neo4j = await service('neo4j')
const user = process.env.NEO4J_USER ?? ''
const password = process.env.NEO4J_PASSWORD ?? ''

graphPortContract('Grafeo', () => openGraphStore({ folder: null }))

describe.skipIf(neo4j === null)('neo4j', () => {
  graphPortContract('Neo4j', () => openGraphStore({ url: neo4j!.url, user, password }))
})
