/**
 * One process of the bench. It works on the first report, says `ready`, waits for `go` on stdin, and prints at the end
 * as JSON how long it took and what it computed for it.
 *   node bench-worker.js plain REPORTS      reads and extracts in this process: no queue, no store, no children
 *   node bench-worker.js children REPORTS   the same in child processes
 *   node bench-worker.js ingest REPORTS     takes the reports in and works until all are in the graph
 *   node bench-worker.js work               helps until stdin ends
 */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Document } from '../../../corpus/document.ts'
import { openReaderPool } from '../../../corpus/read/reader-pool.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { extractRecord } from '../../../extractors/extract.ts'
import { parseConfig } from '../../../pipeline/config.ts'
import { enqueueFiles } from '../../../pipeline/enqueue-files.ts'
import { openExtractionPool } from '../../../pipeline/extraction/extraction-pool.ts'
import { type Installation, openInstallation } from '../../../pipeline/installation.ts'
import { startWorking, workUntilIdle } from '../../../pipeline/work.ts'
import { computingMs } from './computing-time.ts'

const [mode = '', reports = ''] = process.argv.slice(2)
const files = reports === '' ? [] : readdirSync(reports).map((file) => join(reports, file))
const first = files.slice(0, 1)
const config = parseConfig(process.env)

if (mode === 'plain') {
  const each = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) extractRecord(await readReport(await readFile(path), basename(path)))
  }
  await measured(
    () => each(first),
    () => each(files),
  )
} else if (mode === 'children') {
  const readers = openReaderPool({ children: config.readers })
  const extractions = openExtractionPool({ children: config.extractions })
  const one = async (path: string) => extractions.extract(await readers.read(path, basename(path)))
  const each = async (paths: readonly string[]): Promise<void> => void (await Promise.all(paths.map(one)))
  await measured(
    () => each(first),
    () => each(files),
  )
  await Promise.all([readers.close(), extractions.close()])
} else {
  const installation = await openInstallation(config, {
    steps: (own) => ({ ...own, read: async (path, file) => withoutIdentifiers(await own.read(path, file)) }),
  })
  await Promise.all([installation.queue(), installation.graph()])
  if (mode === 'ingest')
    await measured(
      () => ingest(installation, first),
      () => ingest(installation, files),
    )
  else await help(installation)
  await installation.close()
}
process.stdin.destroy()

/** The reports are copies: by DOI they would be known as one another. */
function withoutIdentifiers(document: Document): Document {
  return { ...document, metadata: { ...document.metadata, doi: null, pmid: null } }
}

async function ingest(installation: Installation, paths: readonly string[]): Promise<void> {
  for await (const { error } of enqueueFiles(installation, paths)) if (error) throw error
  await workUntilIdle(installation)
}

async function help(installation: Installation): Promise<void> {
  const workers = await startWorking(installation, { schedules: false })
  process.stdout.write('ready\n')
  await once(process.stdin.resume(), 'end')
  await workers.stop()
  console.log(JSON.stringify({ ms: 0, computingMs: computingMs(process.pid) }))
}

async function measured(warm: () => Promise<void>, run: () => Promise<void>): Promise<void> {
  await warm()
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  const [begin, computed] = [performance.now(), computingMs(process.pid)]
  await run()
  console.log(JSON.stringify({ ms: performance.now() - begin, computingMs: computingMs(process.pid) - computed }))
}
