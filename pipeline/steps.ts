/** The real steps: children that read and extract, review, graph. */

import { openReaderPool, type ReaderPool } from '../corpus/read/reader-pool.ts'
import { READER } from '../corpus/read/reader-version.ts'
import { fingerprintOf } from '../extractors/fingerprint.ts'
import { EXTRACTORS } from '../extractors/index.ts'
import { factsOf } from '../graph/facts-of-record.ts'
import type { GraphStore } from '../graph/graph-store.ts'
import { paperKey } from '../graph/key.ts'
import type { CasePapers } from './case-papers.ts'
import type { Config } from './config.ts'
import { type ExtractionPool, openExtractionPool } from './extraction/extraction-pool.ts'
import { applyDecisions } from './review/apply-decisions.ts'
import { sameLinksOf } from './review/same-patient.ts'
import type { Steps } from './run-document.ts'

export interface OpenSteps extends Steps {
  close(): Promise<void>
}

/** Children start with the first paper, the graph is opened with the first write. */
export function openSteps(config: Config, papers: CasePapers, graph: () => Promise<GraphStore>): OpenSteps {
  const { limits } = config
  let readers: ReaderPool | null = null
  const readerPool = (): ReaderPool => {
    const { readMs: timeoutMs, memoryMb: maxResidentMb, pages: maxPages } = limits
    readers ??= openReaderPool({ children: config.readers, timeoutMs, maxResidentMb, maxPages })
    return readers
  }
  let extractions: ExtractionPool | null = null
  const extractionPool = (): ExtractionPool => {
    const { extractMs: timeoutMs, memoryMb: maxResidentMb } = limits
    extractions ??= openExtractionPool({ children: config.extractions, timeoutMs, maxResidentMb })
    return extractions
  }
  return {
    readerFingerprint: READER.fingerprint,
    read: (path, file) => readerPool().read(path, file),
    extractionFingerprint: (document) => fingerprintOf(document, EXTRACTORS),
    extract: (document) => extractionPool().extract(document),
    decide: applyDecisions,
    write: async (record) => {
      const store = await graph()
      await store.replacePaper(factsOf(record))
      // links to other papers went with the paper's old nodes
      const links = await sameLinksOf(papers)
      const own = `${paperKey(record.document)}#`
      if (links.some(({ cases }) => cases.some((id) => id.startsWith(own)))) await store.replaceSameLinks(links)
    },
    unwrite: async (id) => void (await (await graph()).removePaper(id)),
    close: async () => {
      await Promise.all([readers?.close(), extractions?.close()])
    },
  }
}
