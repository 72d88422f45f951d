/**
 * Reports are read in child processes: a decompression bomb or an endless loop takes its child with it and nothing else.
 * Time and resident memory are watched from outside, for a busy child can watch neither.
 */
import { availableParallelism } from 'node:os'
import type { Document } from '../document.ts'
import { ReportError } from '../report-error.ts'
import { type ReaderChild, startReaderChild } from './reader-process.ts'

export interface ReaderPoolOptions {
  /** Reports read at the same time; default: one a core, at most four. */
  readonly children?: number
  /** Longest time for one report (each page that has to be recognised buys as much again, and a minute at least); default 20 s. */
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

const DEFAULTS = { timeoutMs: 20_000, maxResidentMb: 800, recycleAboveMb: 320 }

interface Waiting {
  readonly path: string
  readonly file: string
  readonly resolve: (document: Document) => void
  readonly reject: (error: Error) => void
}

export function openReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const limits = { ...DEFAULTS, ...withoutUndefined(options) }
  const size = options.children ?? Math.min(4, availableParallelism())
  const { ocr, maxPages } = options
  const request = { ...(ocr === undefined ? {} : { ocr }), ...(maxPages === undefined ? {} : { maxPages }) }
  const waiting: Waiting[] = []
  const idle: ReaderChild[] = []
  const children = new Set<ReaderChild>()
  let closed = false

  function next(): void {
    while (waiting.length > 0 && (idle.length > 0 || children.size < size)) {
      const job = waiting.shift()!
      void work(idle.pop() ?? added(), job)
    }
  }

  function added(): ReaderChild {
    const child = startReaderChild()
    children.add(child)
    return child
  }

  async function work(child: ReaderChild, job: Waiting): Promise<void> {
    try {
      job.resolve(await child.read({ path: job.path, file: job.file, options: request }, limits))
    } catch (error) {
      job.reject(error as Error)
    }
    if (!closed && child.isAlive() && child.residentMb() <= limits.recycleAboveMb) idle.push(child)
    else {
      children.delete(child)
      await child.end()
    }
    next()
  }

  return {
    read: (path, file) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ReportError('reader-crashed', `${file} was not read: the reader is closed.`))
        waiting.push({ path, file, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      for (const { file, reject } of waiting.splice(0))
        reject(new ReportError('reader-crashed', `${file} was not read: the reader was closed before.`))
      await Promise.all([...children].map((child) => child.end()))
      children.clear()
    },
  }
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
}
