/** The same on Redis and Neo4j. */
import { describe } from 'vitest'
import { service } from '../services/services.ts'
import { holdSampleCorpus } from './sample-corpus.contract.ts'

const redis = await service('redis')
const neo4j = await service('neo4j')

describe.skipIf(redis === null || neo4j === null)('on servers', () => {
  holdSampleCorpus({ REDIS_URL: redis?.url, NEO4J_URL: neo4j?.url, QUEUE_PREFIX: `samples${process.pid}` })
})
