/**
 * Cells of tables that come back from PDFs: `node dist/test/bench/tables.js [FOLDER] [--errors]`. FOLDER holds NAME.pdf with
 * NAME.xml, its publisher's JATS; without one the tables of the sample corpus are compared with their sources.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import { packageFile } from '../../corpus/package-root.ts'
import { readReport } from '../../corpus/read-report.ts'
import { plainOf } from '../../corpus/samples/inline.ts'
import { sampleSources } from '../../corpus/samples/sample-reports.ts'
import { comparable, type Grid, gridsOf, scoreTables, type TableScore } from './table-match.ts'

interface Paper {
  readonly name: string
  readonly pdf: string
  wanted(): Promise<readonly Grid[]>
}

function papersIn(folder: string): readonly Paper[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.pdf') && existsSync(join(folder, file.replace(/pdf$/, 'xml'))))
    .map((file) => {
      const xml = file.replace(/pdf$/, 'xml')
      return {
        name: file,
        pdf: join(folder, file),
        wanted: async () => gridsOf(await readReport(readFileSync(join(folder, xml)), xml)),
      }
    })
}

function samplePapers(): readonly Paper[] {
  return sampleSources()
    .filter(({ settings }) => settings.layout !== 'plain-text')
    .map(({ name, blocks }) => ({
      name,
      pdf: packageFile(`corpus/reports/${name}.pdf`),
      wanted: async () => blocks.flatMap((block) => (block.kind === 'table' ? [gridOfRows(block.rows)] : [])),
    }))
}

function gridOfRows(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, words: comparable(plainOf(text)) })),
  )
  const columns = Math.max(...rows.map(({ length }) => length))
  return { rows: rows.length, columns, cells: cells.filter(({ words }) => words !== '') }
}

const share = (part: number, whole: number): string => (whole === 0 ? '' : (part / whole).toFixed(3))

function row(
  name: string,
  { wanted, read, right, rightSpans, lost, invented }: TableScore,
): readonly (string | number)[] {
  const [recall, precision] = [share(right, wanted), share(right, read)]
  return [name, wanted, read, right, recall, precision, share(rightSpans, wanted), lost.length, invented.length]
}

const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const table = new Table({
  head: ['paper', 'cells', 'read', 'right', 'recall', 'precision', 'with spans', 'tables lost', 'invented'],
  style: { head: [], border: [] },
})
const scores: TableScore[] = []
for (const { name, pdf, wanted } of folder ? papersIn(folder) : samplePapers()) {
  // a scan has no text layer
  const document = await readReport(readFileSync(pdf), name, { ocr: 'never' }).catch(() => null)
  if (document === null) continue
  const score = scoreTables(await wanted(), gridsOf(document))
  if (score.wanted + score.read > 0) table.push([...row(name, score)])
  scores.push(score)
}
const sum = (of: (score: TableScore) => number): number => scores.reduce((total, score) => total + of(score), 0)
const all: TableScore = {
  wanted: sum(({ wanted }) => wanted),
  read: sum(({ read }) => read),
  right: sum(({ right }) => right),
  rightSpans: sum(({ rightSpans }) => rightSpans),
  lost: scores.flatMap(({ lost }) => lost),
  invented: scores.flatMap(({ invented }) => invented),
}
table.push([...row(`ALL ${scores.length} papers`, all)])
process.stdout.write(`${table.toString()}\n`)
