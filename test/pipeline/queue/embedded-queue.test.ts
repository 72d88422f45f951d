import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type QueueUnderTest, queueContract } from './queue.contract.ts'
import { scheduleContract } from './schedule.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-queue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const queue: QueueUnderTest = {
  name: 'the embedded database',
  place: () => ({ kind: 'embedded', folder: join(folder, 'queue') }),
  skip: null,
}

queueContract(queue)
scheduleContract(queue)
