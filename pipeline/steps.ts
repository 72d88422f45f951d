/** The real steps: reader pool, extractors, review, graph. */
import { openReaderPool, type ReaderPool } from '../corpus/read/reader-pool.ts'
import { READER } from '../corpus/read/reader-version.ts'
import { extractRecord } from '../extractors/extract.ts'
import { fingerprintOf } from '../extractors/fingerprint.ts'
import { EXTRACTORS } from '../extractors/index.ts'
import { factsOf } from '../graph/facts-of-record.ts'
import type { GraphStore } from '../graph/graph-store.ts'
import { paperKey } from '../graph/key.ts'
import type { CasePapers } from './case-papers.ts'
import type { Config } from './config.ts'
import { applyDecisions } from './review/apply-decisions.ts'
import { sameLinksOf } from './review/same-patient.ts'
import type { Steps } from './run-document.ts'

export interface OpenSteps extends Steps {
  close(): Promise<void>
}

/** Children of the reader start with the first paper, the graph is opened with the first write. */
export function openSteps(config: Config, papers: CasePapers, graph: () => Promise<GraphStore>): OpenSteps {
  let reader: ReaderPool | null = null
  const readerPool = (): ReaderPool => {
    reader ??= openReaderPool({
      children: config.readers,
      timeoutMs: config.reading.timeoutMs,
      maxResidentMb: config.reading.maxMemoryMb,
      maxPages: config.reading.maxPages,
    })
    return reader
  }
  return {
    readerFingerprint: READER.fingerprint,
    read: (path, file) => readerPool().read(path, file),
    extractionFingerprint: (document) => fingerprintOf(document, EXTRACTORS),
    extract: (document) => extractRecord(document),
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
      await reader?.close()
    },
  }
}
