/**
 * Language and extraction: assertion in sentences a second on one core, extraction against reading of the same paper, and
 * resident memory over a thousand documents. Stands on corpus/reports only: `node --expose-gc dist/test/bench/language-bench.js`.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Document } from '../../corpus/document.ts'
import { packageFile } from '../../corpus/package-root.ts'
import { readReport } from '../../corpus/read-report.ts'
import { extractRecord } from '../../extractors/extract.ts'
import { assertionOf } from '../../extractors/language/index.ts'
import { readingOf } from '../../extractors/language/reading-of.ts'

const ASSERTIONS = 200_000
const DOCUMENTS = 1000
const ROUNDS = 15

const folder = packageFile('corpus/reports')
const files = (await readdir(folder)).filter((file) => /\.(?:pdf|txt)$/.test(file)).sort()
const documents: Document[] = []
for (const file of files) {
  // a scan has no text of its own; recognising it would be another bench
  const document = await readReport(await readFile(join(folder, file)), file, { ocr: 'never' }).catch(() => null)
  if (document) documents.push(document)
}

const table = new Table({ head: ['', 'figure', 'aim'], style: { head: [], border: [] } })
table.push(...assertionRow(), ...(await ratioRow()), ...memoryRow())
console.log(table.toString())

/** Every sentence with a term, asked about its first term, again and again. */
function assertionRow() {
  const asked = documents.flatMap((document) => {
    const reading = readingOf(document)
    return reading.sentences.flatMap((sentence) => {
      const span = reading.mentionsIn(sentence, 'finding')[0]?.span ?? reading.mentionsIn(sentence, 'disease')[0]?.span
      const { start } = sentence.span
      return span ? [{ text: sentence.text, span: { start: span.start - start, end: span.end - start } }] : []
    })
  })
  for (const { text, span } of asked) assertionOf(text, span)
  const begin = performance.now()
  // a blank at the end makes each a sentence not seen before, so that nothing kept from the last time helps
  for (let count = 0; count < ASSERTIONS; count++) {
    const { text, span } = asked[count % asked.length]!
    assertionOf(text + ' '.repeat(Math.floor(count / asked.length) % 500), span)
  }
  const perSecond = ASSERTIONS / ((performance.now() - begin) / 1000)
  return [['assertion, sentences a second', Math.round(perSecond).toLocaleString('en'), '>= 20,000']]
}

/** The paper of four pages, or the longest below it. */
async function ratioRow() {
  const paper = documents
    .filter(
      ({ format, pages }) => format === 'pdf' && pages.length <= 4 && pages.every(({ source }) => source === 'text'),
    )
    .toSorted((a, b) => b.text.length - a.text.length)[0]!
  const bytes = await readFile(join(folder, paper.file))
  const reading = await medianMs(() => readReport(bytes, paper.file, { ocr: 'never' }))
  const extracting = await medianMs(() => extractRecord(paper))
  const what = `${paper.file}, ${paper.pages.length} pages, ${paper.text.length.toLocaleString('en')} characters`
  return [
    [`reading ${what}`, `${reading.toFixed(0)} ms`, ''],
    ['extraction of it', `${extracting.toFixed(0)} ms`, ''],
    ['extraction : reading', (extracting / reading).toFixed(2), '< 1'],
  ]
}

async function medianMs(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now()
    await run()
    times.push(performance.now() - begin)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

/** Mean resident memory of the first and second half of a thousand extractions. */
function memoryRow() {
  for (const document of documents) extractRecord(document)
  const megabytes: number[] = []
  for (let count = 0; count < DOCUMENTS; count++) {
    extractRecord(varied(documents[count % documents.length]!, count))
    if (count % 25 === 24) {
      globalThis.gc?.()
      megabytes.push(process.memoryUsage().rss / 1e6)
    }
  }
  const half = megabytes.length / 2
  const [first, second] = [mean(megabytes.slice(0, half)), mean(megabytes.slice(half))]
  return [
    [`memory, documents 1-${DOCUMENTS / 2}`, `${first.toFixed(0)} MB`, ''],
    [`memory, documents ${DOCUMENTS / 2 + 1}-${DOCUMENTS}`, `${second.toFixed(0)} MB`, ''],
    ['second half : first half', (second / first).toFixed(2), '<= 1.05'],
  ]
}

/** The same paper with other numbers, so that whatever were kept by text would pile up. */
function varied(document: Document, count: number): Document {
  return { ...document, text: document.text.replace(/\d/g, (digit) => String((Number(digit) + count) % 10)) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
