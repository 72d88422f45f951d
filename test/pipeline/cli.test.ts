/** The command line in good hands: help, read, extract, and a second run that does nothing twice. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { buildProgram } from '../../pipeline/commands/program.ts'
import { emptyFolder, runCli } from './run-cli.ts'

const folder = emptyFolder()
afterAll(() => folder.remove())
const cli = (...words: string[]) => runCli(words, { cwd: folder.path })
const LETTER = packageFile('corpus/reports/gluteal-letter.pdf')

const silent = { out: () => {}, log: () => {}, isTerminal: false }
const commands = buildProgram(silent).commands

describe('help', () => {
  it.each(commands.map((command) => command.name()))('%s explains itself and gives examples', async (name) => {
    const command = commands.find((candidate) => candidate.name() === name)!
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    expect(help).toMatch(/Examples:\n {2}\$ calcigraph /)
    expect(command.description()).toMatch(/^[A-Z].*\.$/s)
  })

  it('is in README for every command', () => {
    const readme = readFileSync(packageFile('README.md'), 'utf8')
    const missing = commands.map((command) => command.name()).filter((name) => !readme.includes(`\`${name}`))
    expect(missing).toEqual([])
  })

  it('goes to stdout and ends well', async () => {
    const run = await cli('--help')
    expect(run).toMatchObject({ code: 0, log: '' })
    expect(run.out).toMatch(/Usage: calcigraph/)
  })
})

describe('read', () => {
  it('prints text, or the document whose sentences are slices of it', async () => {
    const text = await cli('read', LETTER)
    expect(text.code).toBe(0)
    const run = await cli('read', LETTER, '--json')
    const document = JSON.parse(run.out) as { schema: string; sentences: unknown[] }
    expect(document.schema).toBe('document/1')
    expect(document.sentences.length).toBeGreaterThan(10)
    expect(text.out.length).toBeGreaterThan(1000)
  })
})

describe('extract', () => {
  it('writes the same bytes twice', async () => {
    await cli('extract', LETTER, '--out', 'first')
    await cli('extract', LETTER, '--out', 'second')
    const record = readFileSync(join(folder.path, 'first', 'gluteal-letter.json'), 'utf8')
    expect(record).toBe(readFileSync(join(folder.path, 'second', 'gluteal-letter.json'), 'utf8'))
    expect(JSON.parse(record)).toMatchObject({ schema: 'case-record/1', file: 'gluteal-letter.pdf' })
  })

  it('prints one object for one file and touches no store', async () => {
    const run = await cli('extract', LETTER, '--json')
    expect(JSON.parse(run.out)).toMatchObject({ document: expect.stringMatching(/^sha256:/) })
    expect(existsSync(join(folder.path, 'calcigraph-data'))).toBe(false)
  })
})

describe('ingest', () => {
  it('does the work once, however often it is asked', async () => {
    const first = await cli('ingest', LETTER)
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.log).toMatch(/1 paper written to the graph/)
    const second = await cli('ingest', LETTER)
    expect(second.code).toBe(0)
    expect(second.log).toMatch(/1 already in the graph/)
    expect(second.log).not.toMatch(/written/)
  })

  it('with --no-wait only queues; work takes it from there', async () => {
    const queued = await cli('ingest', '--no-wait', packageFile('corpus/reports/scrotal-letter.pdf'))
    expect(queued.log).toMatch(/1 queued/)
    const jobs = await cli('jobs', 'list', '--format', 'json')
    expect(JSON.parse(jobs.out)).toContainEqual(expect.objectContaining({ file: 'scrotal-letter.pdf', step: 'read' }))
    const worked = await cli('work', '--until-idle')
    expect(worked.log).toMatch(/1 paper written to the graph/)
  })
})
