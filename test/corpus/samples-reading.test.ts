/**
 * The sources of the sample reports say what their PDFs must read as: sentences whole, tables cell by cell.
 * The floors may only rise.
 */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document, Table } from '../../corpus/document.ts'
import { packageFile } from '../../corpus/package-root.ts'
import { readReport } from '../../corpus/read-report.ts'
import { plainOf } from '../../corpus/samples/inline.ts'
import { sampleSources } from '../../corpus/samples/sample-reports.ts'
import type { SampleBlock, SampleSource } from '../../corpus/samples/sample-source.ts'

const LEAST_INTACT_SENTENCES = 0.99
const LEAST_INTACT_TABLES = 1

// a scan has no text of its own; what optical recognition makes of it is tried elsewhere
const sources = sampleSources().filter((source) => source.settings.layout !== 'scan')
const documents = new Map<string, Document>()

beforeAll(async () => {
  for (const { name, settings } of sources) {
    const file = `${name}.${settings.layout === 'plain-text' ? 'txt' : 'pdf'}`
    documents.set(name, await readReport(readFileSync(packageFile(`corpus/reports/${file}`)), file))
  }
})

const spaced = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

function textsOf(block: SampleBlock): readonly string[] {
  if (block.kind === 'text') return block.role === 'slide' ? [] : [block.text]
  if (block.kind === 'figure') return [block.caption]
  if (block.kind === 'box') return block.lines.map((line) => line.replace(/^• /, ''))
  return []
}

function sentencesOf(source: SampleSource): readonly string[] {
  const texts = source.blocks.flatMap(textsOf).map((text) => spaced(plainOf(text)))
  return texts.flatMap((text) => text.split(/(?<=[a-z)\d]{2}[.?!]) (?=[A-Z])/))
}

/** The share of what is wanted that holds, with what does not for the message of a failing test. */
function shareOf<T>(wanted: readonly T[], holds: (one: T) => boolean) {
  const lost = wanted.filter((one) => !holds(one))
  return { share: 1 - lost.length / wanted.length, lost }
}

/** "sub-type" over two lines of a cell may be one word or two: nobody can tell. */
const unhyphened = (grid: readonly (readonly string[])[]): string =>
  JSON.stringify(grid).replace(/(?<=\p{L})-(?=\p{L})/gu, '')

describe('reading the sample reports', () => {
  test('keeps their sentences whole and in one piece', () => {
    const wanted = sources.flatMap((source) => sentencesOf(source).map((sentence) => ({ name: source.name, sentence })))
    const texts = new Map([...documents].map(([name, document]) => [name, spaced(document.text)]))
    const { share, lost } = shareOf(wanted, ({ name, sentence }) => texts.get(name)?.includes(sentence) ?? false)
    expect(wanted.length).toBeGreaterThan(1000)
    expect(share, JSON.stringify(lost, null, 1)).toBeGreaterThanOrEqual(LEAST_INTACT_SENTENCES)
  })

  test('gives their tables back cell by cell', () => {
    const wanted = sources.flatMap((source) =>
      source.blocks.flatMap((block) =>
        block.kind === 'table'
          ? [{ name: source.name, rows: block.rows.map((row) => row.map((cell) => spaced(plainOf(cell)))) }]
          : [],
      ),
    )
    const { share, lost } = shareOf(wanted, ({ name, rows }) => {
      const document = documents.get(name)
      const tables = document?.blocks.flatMap((block) => (block.table ? [gridOf(document, block.table)] : [])) ?? []
      return tables.some((grid) => unhyphened(grid) === unhyphened(rows))
    })
    expect(share, JSON.stringify(lost.map(({ name }) => name))).toBeGreaterThanOrEqual(LEAST_INTACT_TABLES)
  })
})

function gridOf(document: Document, table: Table): readonly (readonly string[])[] {
  const grid = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''))
  for (const { row, column, span } of table.cells)
    grid[row]![column] = spaced(document.text.slice(span.start, span.end))
  return grid
}
