/**
 * One process of the bench. Prints the milliseconds from its start of work to its end.
 *   node bench-worker.js plain REPORTS      reads and extracts in process, no queue and no store
 *   node bench-worker.js ingest REPORTS     takes the reports in and leaves them queued
 *   node bench-worker.js work               waits for `go` on stdin, then works everything off
 */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReaderPool } from '../../../corpus/read/reader-pool.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { extractRecord } from '../../../extractors/extract.ts'
import { parseConfig } from '../../../pipeline/config.ts'
import { enqueueFile } from '../../../pipeline/enqueue-paper.ts'
import { openInstallation } from '../../../pipeline/installation.ts'
import { workUntilIdle } from '../../../pipeline/work.ts'

const [mode, reports = ''] = process.argv.slice(2)
const files = (): string[] =>
  readdirSync(reports)
    .sort()
    .map((file) => join(reports, file))
const config = parseConfig(process.env)

if (mode === 'plain') {
  // warm: one paper loads the code and the terms
  const [first] = files()
  extractRecord(await readReport(await readFile(first!), 'first.pdf'))
  const startedAt = performance.now()
  for (const path of files()) extractRecord(await readReport(await readFile(path), 'report.pdf'))
  console.log(Math.round(performance.now() - startedAt))
} else if (mode === 'pool') {
  const pool = openReaderPool({ children: config.readers })
  const [first] = files()
  extractRecord(await pool.read(first!, 'first.pdf'))
  const startedAt = performance.now()
  await Promise.all(files().map(async (path) => extractRecord(await pool.read(path, 'report.pdf'))))
  console.log(Math.round(performance.now() - startedAt))
  await pool.close()
} else {
  const installation = await openInstallation(config)
  if (mode === 'ingest') for (const path of files()) await enqueueFile(installation, path)
  else {
    await Promise.all([installation.queue(), installation.graph()])
    process.stdout.write('ready\n')
    await once(process.stdin, 'data')
    const startedAt = performance.now()
    await workUntilIdle(installation)
    console.log(Math.round(performance.now() - startedAt))
    process.stdin.destroy()
  }
  await installation.close()
}
