/** A hostile file costs its own job only: its reason is kept, the worker stays well, the next paper is not touched. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import type { Installation } from '../../pipeline/installation.ts'
import { listPapers } from '../../pipeline/list-papers.ts'
import { workUntilIdle } from '../../pipeline/work.ts'
import { hostileFiles, soundPdf } from './hostile-files.ts'
import { openTestInstallation, type TestInstallation } from './test-installation.ts'

let test: TestInstallation
const here = (): Installation => test.installation

beforeAll(async () => {
  test = await openTestInstallation({
    CALCIGRAPH_READ_TIMEOUT_MS: '15000',
    CALCIGRAPH_READ_MEMORY_MB: '600',
    CALCIGRAPH_ATTEMPTS: '2',
  })
})
afterAll(() => test?.close())

const residentMb = (): number => process.memoryUsage().rss / 2 ** 20

it('every hostile file is read or failed with its reason, and sound papers between them are extracted', {
  timeout: 600_000,
}, async () => {
  // the first paper opens the stores and fills the caches
  await enqueuePaper(here(), await soundPdf({}, 1), 'before.pdf')
  await workUntilIdle(here())
  const files = await hostileFiles()
  expect(files.length).toBeGreaterThanOrEqual(60)
  const before = residentMb()
  for (const [index, { file, bytes }] of files.entries()) {
    await enqueuePaper(here(), bytes, file)
    if (index % 10 === 9)
      await enqueuePaper(here(), await soundPdf({ info: { Title: `Sound ${index}` } }, 3), `sound-${index}.pdf`)
  }
  const summary = await workUntilIdle(here())
  const papers = await listPapers(here().papers)
  const states = new Map(papers.map(({ file, state, note }) => [file, { state, note }]))
  for (const { file } of files) {
    const { state, note } = states.get(file)!
    expect(['extracted', 'failed', 'known'], `${file}: ${state}`).toContain(state)
    if (state === 'failed') expect(note, file).toMatch(/\S.*[.]$/)
  }
  for (const [file, { state }] of states) if (file.startsWith('sound-')) expect(state, file).toBe('extracted')
  expect(summary.failures.map(({ step }) => step)).toEqual(summary.failures.map(() => 'read'))
  for (const file of ['password.pdf', 'ten-thousand-pages.pdf', 'web-page.pdf', 'zeros.pdf', 'no-page.pdf'])
    expect(states.get(file)?.state, file).toBe('failed')
  // the workers are as well as before: another paper goes all the way
  await enqueuePaper(here(), await soundPdf({ info: { Title: 'Afterwards' } }, 4), 'afterwards.pdf')
  expect(await workUntilIdle(here())).toMatchObject({ written: 1, failed: 0 })
  expect((await (await here().queue()).counts()).read).toMatchObject({ active: 0, waiting: 0, delayed: 0 })
  global.gc?.()
  expect(residentMb() - before).toBeLessThan(400)
})
