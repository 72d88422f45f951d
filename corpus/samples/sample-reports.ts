/** The sample corpus as bytes: every source in `sources/` becomes one report. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../package-root.ts'
import { parseSource } from './parse-source.ts'
import { plainTextOf } from './plain-text.ts'
import type { SampleSource } from './sample-source.ts'
import { scannedPdf } from './scan.ts'
import { typesetPdf } from './typesetter.ts'

export interface SampleReport {
  /** The file's name, e.g. `thigh-letter.pdf`. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** All sources, sorted by name. */
export function sampleSources(): readonly SampleSource[] {
  const folder = packageFile('corpus/samples/sources')
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  return files.sort().map((file) => parseSource(file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')))
}

export async function buildReport(source: SampleSource): Promise<SampleReport> {
  const { layout } = source.settings
  if (layout === 'plain-text')
    return { file: `${source.name}.txt`, bytes: new TextEncoder().encode(plainTextOf(source)) }
  const bytes = layout === 'scan' ? await scannedPdf(source) : await typesetPdf(source)
  return { file: `${source.name}.pdf`, bytes }
}
