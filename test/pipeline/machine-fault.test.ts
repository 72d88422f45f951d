import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CommandFailure, sentenceOf } from '../../pipeline/commands/command.ts'
import { reportFiles } from '../../pipeline/commands/report-files.ts'
import { lockDataFolder } from '../../pipeline/data-folder-lock.ts'
import { asError, isMachineFault } from '../../pipeline/machine-fault.ts'
import { emptyFolder } from './run-cli.ts'

const folder = emptyFolder()
afterAll(() => folder.remove())

/** As PGlite throws it where the disk is full. */
const FULL_DISK = { name: 'ErrnoError', errno: 51 }

describe('what the machine refuses', () => {
  it('is told in words, whatever threw it', async () => {
    expect(sentenceOf(FULL_DISK)).toBe('there is no room left on the disk')
    const error = await readFile(join(folder.path, 'nowhere')).catch((thrown: unknown) => thrown)
    expect(sentenceOf(error)).toBe(`${join(folder.path, 'nowhere')}: it does not exist; mend that and call again.`)
    expect(sentenceOf(new CommandFailure('One.\nTwo.'))).toBe('One.')
  })

  it('is no damage of our files', () => {
    expect(isMachineFault(asError(FULL_DISK))).toBe(true)
    expect(isMachineFault(asError({ name: 'ErrnoError', errno: 8 }))).toBe(false)
    expect(isMachineFault(new Error('invalid page in block 0'))).toBe(false)
  })

  it('names the data folder that cannot be written', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    await expect(lockDataFolder(join(folder.path, 'file'))).rejects.toThrow(
      /^The data folder .*file cannot be written \(a file of that name is in the way\); .*--data\.$/,
    )
  })
})

it('a report that links lead to twice is one report', async () => {
  const papers = join(folder.path, 'papers')
  mkdirSync(papers)
  writeFileSync(join(papers, 'a.txt'), 'A 40-year-old woman had calcinosis.')
  symlinkSync('.', join(papers, 'loop'))
  symlinkSync('a.txt', join(papers, 'b.txt'))
  expect(await reportFiles([papers, join(papers, 'b.txt')])).toEqual([join(papers, 'a.txt')])
})
