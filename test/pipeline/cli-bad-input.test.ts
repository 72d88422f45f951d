/** Bad input gets one sentence and the right exit code, and costs nothing but itself. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PdfDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { emptyFolder, runCli, startCli } from './run-cli.ts'

const folder = emptyFolder()
const cli = (...words: string[]) => runCli(words, { cwd: folder.path })
const GOOD = packageFile('corpus/reports/gluteal-letter.pdf')

beforeAll(async () => {
  const batch = join(folder.path, 'batch')
  mkdirSync(batch)
  mkdirSync(join(folder.path, 'no-reports'))
  writeFileSync(join(folder.path, 'no-reports', 'picture.png'), 'no report')
  copyFileSync(GOOD, join(batch, 'a-good.pdf'))
  writeFileSync(join(batch, 'b-not-a-pdf.pdf'), '<html><body>Please log in to read this article.</body></html>')
  writeFileSync(join(batch, 'c-empty.pdf'), '')
  const bytes = readFileSync(GOOD)
  writeFileSync(join(batch, 'd-truncated.pdf'), bytes.subarray(0, Math.floor(bytes.length / 3)))
  writeFileSync(join(batch, 'e-encrypted.pdf'), await encryptedPdf())
})
afterAll(() => folder.remove())

function encryptedPdf(): Promise<Buffer> {
  const pdf = new PdfDocument({ userPassword: 'secret', pdfVersion: '1.7' })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))))
  pdf.text('A 40-year-old woman with calcinosis.').end()
  return done
}

/** No stack trace, no wall of text. */
function expectSentence(log: string, pattern: RegExp): void {
  expect(log).toMatch(pattern)
  expect(log).not.toMatch(/\n\s+at /)
}

describe('bad reports', () => {
  it('fail one by one, with their reason, while the rest of the batch goes on', async () => {
    const run = await cli('ingest', 'batch')
    expect(run.code).toBe(1)
    expectSentence(run.log, /b-not-a-pdf\.pdf/)
    for (const file of ['c-empty', 'd-truncated', 'e-encrypted']) expectSentence(run.log, new RegExp(`${file}\\.pdf`))
    const papers = await cli('papers', '--format', 'json')
    const rows = JSON.parse(papers.out) as { file: string; state: string }[]
    expect(rows.filter(({ state }) => state === 'extracted').map(({ file }) => file)).toEqual(['a-good.pdf'])
    const graph = await cli('query', 'MATCH (p:Paper) RETURN count(p) AS papers', '--format', 'json')
    expect(JSON.parse(graph.out)).toEqual([{ papers: 1 }])
  })

  it('are told apart by extract, which writes the good record only', async () => {
    const run = await cli('extract', 'batch', '--out', 'records')
    expect(run.code).toBe(1)
    expectSentence(run.log, /e-encrypted\.pdf.*password/i)
    expectSentence(run.log, /c-empty\.pdf.*empty/i)
    expect(JSON.parse(readFileSync(join(folder.path, 'records', 'a-good.json'), 'utf8'))).toMatchObject({
      schema: 'case-record/1',
    })
  })
})

describe('wrong calls', () => {
  const calls: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['a folder without reports', ['ingest', 'no-reports'], 2, /holds no reports/],
    ['a path that leads nowhere', ['ingest', 'nowhere.pdf'], 2, /no file or folder "nowhere\.pdf"/],
    ['a pattern without matches', ['extract', 'batch/*.docx'], 2, /No file matches/],
    ['an unknown command', ['ingst', 'batch'], 2, /Did you mean ingest/],
    ['an unknown option', ['papers', '--colour'], 2, /unknown option/],
    ['a missing argument', ['query'], 2, /missing required argument/],
    ['an unknown format', ['papers', '--format', 'xml'], 2, /Allowed choices are table, json, csv/],
    ['a parameter without a value', ['query', 'largest-deposits', '-p', 'limit'], 2, /key=value/],
    ['an unknown query name', ['query', 'largest-deposit'], 2, /did you mean largest-deposits/],
    [
      'rows fewer than none',
      ['query', 'largest-deposits', '-p', 'limit=-1'],
      2,
      /limit must be a whole number from 1 up/,
    ],
    ['a cron pattern that is none', ['schedule', 'add', 'x', '--cron', 'daily'], 2, /no cron pattern/],
    ['an unknown parameter', ['query', 'largest-deposits', '-p', 'colour=red'], 2, /no parameter "colour"/],
    ['a Cypher syntax error', ['query', 'MATCH (p:Paper RETURN p'], 2, /calcigraph: /],
    ['a Cypher query that writes', ['query', 'MATCH (p:Paper) DETACH DELETE p'], 2, /calcigraph: /],
    ['a server open to others without a token', ['serve', '--host', '0.0.0.0', '--port', '0'], 1, /give a token/],
    ['a folder to move from that is none', ['migrate', '--from', 'nowhere'], 2, /"nowhere" is no data folder/],
    ['a job that is not there', ['jobs', 'show', 'read-123'], 1, /no job "read-123"/],
  ]
  it.each(calls)('%s', async (_why, words, code, pattern) => {
    const run = await cli(...words)
    expect(run).toMatchObject({ code, out: '' })
    expectSentence(run.log, pattern)
  })

  it('a setting that is no URL', async () => {
    const run = await runCli(['papers'], { cwd: folder.path, env: { REDIS_URL: 'localhost' } })
    expect(run.code).toBe(2)
    expectSentence(run.log, /REDIS_URL must be a URL/)
  })
})

describe('stores that cannot be had', () => {
  // nothing listens on port 1
  it.each([
    [
      'Neo4j',
      { NEO4J_URL: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' },
      ['query', 'MATCH (p:Paper) RETURN p.id'],
      /Neo4j/,
    ],
    [
      'Neo4j, while a person waits for papers,',
      { NEO4J_URL: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' },
      ['ingest', packageFile('corpus/reports/overlap-gluteal.pdf')],
      /1 queued\.\n.*Neo4j at .* cannot be reached/,
    ],
    ['Redis', { REDIS_URL: 'redis://127.0.0.1:1' }, ['jobs', 'list'], /Redis/],
  ] as const)('%s is down', async (_name, env, words, pattern) => {
    const run = await runCli(words, { cwd: folder.path, env })
    expect(run.code).toBe(1)
    expectSentence(run.log, pattern)
  })

  it('a data folder in use by another process is refused, and the owner is named', async () => {
    const owner = startCli(['work'], { cwd: folder.path })
    await new Promise<void>((resolve) => {
      owner.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('Waiting for papers') && resolve())
    })
    const run = await cli('papers')
    const ended = new Promise<number | null>((resolve) => owner.on('close', resolve))
    owner.kill('SIGINT')
    expect(run.code).toBe(1)
    expectSentence(run.log, new RegExp(`in use by process ${owner.pid}`))
    expect(await ended).toBe(130)
  })
})
