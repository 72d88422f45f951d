/** The real steps: reader pool, extractors, review, graph. */
import { readFile } from 'node:fs/promises'
import { READER } from '../corpus/read/reader-version.ts'
import { readReport } from '../corpus/read-report.ts'
import { extractRecord } from '../extractors/extract.ts'
import { fingerprintOf } from '../extractors/fingerprint.ts'
import { EXTRACTORS } from '../extractors/index.ts'
import { factsOf } from '../graph/facts-of-record.ts'
import type { GraphStore } from '../graph/graph-store.ts'
import type { Config } from './config.ts'
import { applyDecisions } from './review/apply-decisions.ts'
import type { Steps } from './run-document.ts'

export interface OpenSteps extends Steps {
  close(): Promise<void>
}

/** `graph` is opened when the first paper is written. */
export function openSteps(config: Config, graph: () => Promise<GraphStore>): OpenSteps {
  return {
    readerFingerprint: READER.fingerprint,
    read: async (path, file) => readReport(await readFile(path), file, { maxPages: config.reading.maxPages }),
    extractionFingerprint: (document) => fingerprintOf(document, EXTRACTORS),
    extract: (document) => extractRecord(document),
    decide: applyDecisions,
    write: async (record) => (await graph()).replacePaper(factsOf(record)),
    close: async () => {},
  }
}
