/** `npm run corpus`: rebuilds `corpus/reports/` from the sources. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../package-root.ts'
import { buildReport, sampleSources } from './sample-reports.ts'

const folder = packageFile('corpus/reports')
mkdirSync(folder, { recursive: true })
for (const source of sampleSources()) {
  const { file, bytes } = await buildReport(source)
  writeFileSync(join(folder, file), bytes)
  process.stdout.write(`${file}  ${(bytes.length / 1000).toFixed(0)} kB\n`)
}
