import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openFileBlobs } from '../../../corpus/store/file-blobs.ts'
import { paperStoreContract } from './paper-store.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'calcigraph-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

paperStoreContract('files', async () => openFileBlobs(join(folder, 'store')))

it('leaves out what a killed writer left behind', async () => {
  mkdirSync(join(folder, 'left/papers'), { recursive: true })
  for (const name of ['whole.json', 'whole.json.3046221', 'whole.json.tmp-0af3'])
    writeFileSync(join(folder, 'left/papers', name), '{}')
  expect(await openFileBlobs(join(folder, 'left')).list('papers/')).toEqual(['papers/whole.json'])
})
