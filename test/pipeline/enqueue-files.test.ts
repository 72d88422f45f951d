/** Many files at once: told in their order, the same bytes once, and a bad file by itself. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enqueueFiles, type TakenIn } from '../../pipeline/enqueue-files.ts'
import type { Installation } from '../../pipeline/installation.ts'
import { report } from './reports.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

let test: TestInstallation
let folder: string

beforeAll(async () => {
  test = await openTestInstallation()
  folder = mkdtempSync(join(tmpdir(), 'calcigraph-files-'))
})
afterAll(async () => {
  await test?.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function takeIn(paths: readonly string[], installation = test.installation): Promise<readonly TakenIn[]> {
  const taken: TakenIn[] = []
  for await (const each of enqueueFiles(installation, paths)) taken.push(each)
  return taken
}

it('tells of each in the order of the files, and of the same bytes as what they are', async () => {
  const film = file('film.pdf', new Uint8Array())
  truncateSync(film, 300 * 2 ** 20)
  const paths = [
    file('one.txt', report({ age: 31 })),
    file('copy-of-one.txt', report({ age: 31 })),
    join(folder, 'nowhere.pdf'),
    file('empty.pdf', new Uint8Array()),
    film,
    ...Array.from({ length: 6 }, (_, index) => file(`more-${index}.txt`, report({ age: 40 + index }))),
  ]
  const taken = await takeIn(paths)
  expect(taken.map(({ path }) => path)).toEqual(paths)
  expect(taken.map(({ paper, error }) => paper?.outcome ?? error?.code)).toEqual([
    'queued',
    'pending',
    'not-found',
    'empty-file',
    'too-large',
    ...Array.from({ length: 6 }, () => 'queued'),
  ])
  expect(taken[1]?.paper?.note).toBe('already known as one.txt')
  expect(await test.installation.papers.ids()).toHaveLength(7)
})

it('ends where the queue is down: that is no fault of the file', async () => {
  const down = { ...test.installation, queue: () => Promise.reject(new Error('the queue is down')) } as Installation
  await expect(takeIn([file('two.txt', report({ age: 32 }))], down)).rejects.toThrow('the queue is down')
})
