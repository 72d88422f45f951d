/** Needs a Redis server: see test/services/redis.ts. */
import { service } from '../../services/services.ts'
import { type QueueUnderTest, queueContract } from './queue.contract.ts'
import { scheduleContract } from './schedule.contract.ts'

const redis = await service('redis')

const queue: QueueUnderTest = {
  name: 'Redis',
  place: () => ({ kind: 'redis', url: redis!.url, prefix: `test${process.pid}` }),
  skip: redis === null ? 'no Redis' : null,
}

queueContract(queue)
scheduleContract(queue)
