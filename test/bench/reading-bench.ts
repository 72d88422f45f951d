/**
 * Reading: against pdf-parse's own bare text, resident memory of a child of the pool, and two children against one.
 * Stands on corpus/reports only: `node --expose-gc dist/test/bench/reading-bench.js`.
 */
import { readdir, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import { PDFParse } from 'pdf-parse'
import { startChild } from '../../corpus/children/watched-child.ts'
import { packageFile } from '../../corpus/package-root.ts'
import type { ReadAnswer, ReadRequest } from '../../corpus/read/reader-messages.ts'
import { openReaderPool } from '../../corpus/read/reader-pool.ts'
import { readReport } from '../../corpus/read-report.ts'

const ROUNDS = 5
const CHILD_READS = 200
const LIMITS = { timeoutMs: 60_000, maxResidentMb: 2000 }

const folder = packageFile('corpus/reports')
const reports: { readonly file: string; readonly bytes: Uint8Array; readonly pages: number }[] = []
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort()) {
  const bytes = await readFile(join(folder, file))
  // a scan has no text to compare
  const document = await readReport(bytes, file, { ocr: 'never' }).catch(() => null)
  if (document) reports.push({ file, bytes, pages: document.pages.length })
}
const pages = reports.reduce((sum, report) => sum + report.pages, 0)

const table = new Table({ head: ['', 'figure', 'aim'], style: { head: [], border: [] } })
table.push(...(await againstBareText()), ...(await childMemory()), ...(await twoAgainstOne()))
console.log(table.toString())

async function againstBareText() {
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(
      await timed(async () => {
        for (const { bytes } of reports) {
          const parser = new PDFParse({ data: new Uint8Array(bytes) })
          await parser.getText()
          await parser.destroy()
        }
      }),
    )
    own.push(
      await timed(async () => {
        for (const { bytes, file } of reports) await readReport(bytes, file, { ocr: 'never' })
      }),
    )
  }
  const [ownMs, bareMs] = [median(own), median(bare)]
  return [
    [`reading ${reports.length} reports, ${pages} pages`, `${(ownMs / pages).toFixed(1)} ms a page`, ''],
    ["pdf-parse's getText() of them", `${(bareMs / pages).toFixed(1)} ms a page`, ''],
    ['reading : getText()', (ownMs / bareMs).toFixed(2), '<= 1.5'],
  ]
}

async function childMemory() {
  const child = startChild<ReadRequest, ReadAnswer>('corpus/read/reader-child.ts')
  let largest = 0
  try {
    for (let count = 0; count < CHILD_READS; count++) {
      const { file } = reports[count % reports.length]!
      await child.ask({ path: join(folder, file), file, options: { ocr: 'never' } }, LIMITS)
      largest = Math.max(largest, child.residentMb())
    }
  } finally {
    await child.end()
  }
  return [[`largest memory of a child over ${CHILD_READS} reports`, `${largest.toFixed(0)} MB`, '< 350 MB']]
}

async function twoAgainstOne() {
  const one = await poolMs(1)
  const two = await poolMs(2)
  return [[`two children : one (of ${availableParallelism()} cores)`, `${(one / two).toFixed(2)} x as fast`, '>= 1.4']]
}

/** Each child is started and has read once before the clock runs. */
async function poolMs(children: number): Promise<number> {
  const pool = openReaderPool({ children, ocr: 'never', timeoutMs: LIMITS.timeoutMs })
  const read = ({ file }: { readonly file: string }) => pool.read(join(folder, file), file)
  try {
    await Promise.all(reports.slice(0, children * 2).map(read))
    return await timed(() => Promise.all([...reports, ...reports].map(read)))
  } finally {
    await pool.close()
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await run()
  return performance.now() - begin
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
