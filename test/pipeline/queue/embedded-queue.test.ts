import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { queueContract } from './queue.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-queue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

queueContract({
  name: 'the embedded database',
  place: () => ({ kind: 'embedded', folder: join(folder, 'queue') }),
  skip: null,
})
