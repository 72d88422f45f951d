/** Needs PostgreSQL's binaries: see test/services/postgres.ts. */
import { service } from '../../services/services.ts'
import { type QueueUnderTest, queueContract } from './queue.contract.ts'
import { scheduleContract } from './schedule.contract.ts'

const postgres = await service('postgres')

const queue: QueueUnderTest = {
  name: 'PostgreSQL',
  place: () => ({ kind: 'postgres', url: postgres!.url, schema: `test${process.pid}` }),
  skip: postgres === null ? 'no PostgreSQL' : null,
}

queueContract(queue)
scheduleContract(queue)
