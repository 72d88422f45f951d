/** Needs a Redis server: see test/services/redis.ts. */
import { service } from '../../services/services.ts'
import { queueContract } from './queue.contract.ts'

const redis = await service('redis')

queueContract({
  name: 'Redis',
  place: () => ({ kind: 'redis', url: redis!.url, prefix: `test${process.pid}` }),
  skip: redis === null ? 'no Redis' : null,
})
