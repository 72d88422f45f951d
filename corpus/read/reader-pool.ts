/** Reports are read in child processes, so that a hostile file costs itself only. */
import { availableParallelism } from 'node:os'
import { openChildPool } from '../children/child-pool.ts'
import { ChildEndedError, type ChildLimits } from '../children/watched-child.ts'
import type { Document } from '../document.ts'
import { ReportError } from '../report-error.ts'
import type { ReadAnswer, ReadRequest } from './reader-messages.ts'

export interface ReaderPoolOptions {
  /** Reports read at the same time; default: one a core, at most four. */
  readonly children?: number
  /** What one report may compute (each page that has to be recognised buys as much again, and a minute at least); default 20 s. */
  readonly timeoutMs?: number
  /** A child that holds more than this while it reads is ended; default 800 MB. */
  readonly maxResidentMb?: number
  /** A child that holds more than this after reading is replaced by a fresh one; default 320 MB. */
  readonly recycleAboveMb?: number
  readonly maxPages?: number
  readonly ocr?: 'auto' | 'never' | 'always'
}

export interface ReaderPool {
  /** Reads the report at `path`; `file` is the name it goes by. Rejects with ReportError; the pool goes on. */
  read(path: string, file: string): Promise<Document>
  /** Ends all children; reports that are still being read are rejected. */
  close(): Promise<void>
}

export function openReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const { timeoutMs = 20_000, maxResidentMb = 800, recycleAboveMb = 320, ocr, maxPages } = options
  const limits = { timeoutMs, maxResidentMb }
  const readOptions = { ...(ocr === undefined ? {} : { ocr }), ...(maxPages === undefined ? {} : { maxPages }) }
  const pool = openChildPool<ReadRequest, ReadAnswer>({
    module: 'corpus/read/reader-child.ts',
    children: options.children ?? Math.min(4, availableParallelism()),
    recycleAboveMb,
  })
  return {
    read: async (path, file) => {
      const answer = await pool.ask({ path, file, options: readOptions }, limits).catch((error: unknown) => {
        throw error instanceof ChildEndedError ? notRead(file, error, limits) : error
      })
      if (answer.document !== null) return answer.document
      throw new ReportError(answer.code, answer.message)
    },
    close: () => pool.close(),
  }
}

function notRead(file: string, error: ChildEndedError, { timeoutMs, maxResidentMb }: ChildLimits): ReportError {
  const options = { cause: error }
  switch (error.why) {
    case 'time': {
      const given = `was not read within ${Math.round(timeoutMs / 1000)} s and was given up`
      return new ReportError('timed-out', `${file} ${given}; look whether it opens in a viewer.`, options)
    }
    case 'memory': {
      const needs = `needs more than ${maxResidentMb} MB to read and was given up`
      return new ReportError('out-of-memory', `${file} ${needs}; it is no ordinary report.`, options)
    }
    case 'crash': {
      const again = 'try it again, and report it if it happens twice'
      return new ReportError('reader-crashed', `The reader broke down over ${file}; ${again}.`, options)
    }
    case 'closed':
      return new ReportError('reader-crashed', `${file} was not read: the reader was closed before.`, options)
  }
}
