/** Documents are extracted in child processes: a text made to be slow or large costs itself only. */
import { openChildPool } from '../../corpus/children/child-pool.ts'
import { ChildEndedError, type ChildLimits } from '../../corpus/children/watched-child.ts'
import type { Document } from '../../corpus/document.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import type { ExtractionAnswer } from './extraction-child.ts'
import { ExtractionError } from './extraction-error.ts'

export interface ExtractionPoolOptions {
  /** Documents extracted at the same time; default one, which keeps up with two children that read. */
  readonly children?: number
  /** What one document may compute; default 60 s. */
  readonly timeoutMs?: number
  /** A child that holds more than this is ended; default 800 MB. */
  readonly maxResidentMb?: number
}

export interface ExtractionPool {
  /** @throws ExtractionError; the pool goes on */
  extract(document: Document): Promise<CaseRecord>
  /** Ends all children; what is still being extracted is rejected. */
  close(): Promise<void>
}

/** A child that holds more than this afterwards is replaced by a fresh one. */
const RECYCLE_ABOVE_MB = 400

export function openExtractionPool(options: ExtractionPoolOptions = {}): ExtractionPool {
  const limits = { timeoutMs: options.timeoutMs ?? 60_000, maxResidentMb: options.maxResidentMb ?? 800 }
  const pool = openChildPool<Document, ExtractionAnswer>({
    module: 'pipeline/extraction/extraction-child.ts',
    children: options.children ?? 1,
    recycleAboveMb: RECYCLE_ABOVE_MB,
  })
  return {
    extract: async (document) => {
      const answer = await pool.ask(document, limits).catch((error: unknown) => {
        throw error instanceof ChildEndedError ? notExtracted(document.file, error, limits) : error
      })
      if (answer.record !== null) return answer.record
      const message = `${document.file} cannot be extracted (${answer.reason}); report it with the file.`
      throw new ExtractionError('extraction-failed', message)
    },
    close: () => pool.close(),
  }
}

function notExtracted(file: string, error: ChildEndedError, { timeoutMs, maxResidentMb }: ChildLimits): Error {
  const options = { cause: error }
  switch (error.why) {
    case 'time': {
      const given = `was not extracted within ${Math.round(timeoutMs / 1000)} s and was given up`
      return new ExtractionError('timed-out', `${file} ${given}; look whether its text is that of a report.`, options)
    }
    case 'memory': {
      const needs = `needs more than ${maxResidentMb} MB to extract and was given up`
      return new ExtractionError('out-of-memory', `${file} ${needs}; it is no ordinary report.`, options)
    }
    case 'crash': {
      const again = 'try it again, and report it if it happens twice'
      return new ExtractionError('extractor-crashed', `The extractors broke down over ${file}; ${again}.`, options)
    }
    case 'closed':
      return new ExtractionError('extractor-crashed', `${file} was not extracted: the work was ended before.`, options)
  }
}
