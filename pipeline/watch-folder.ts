/** Takes in every report that is put into a folder, as soon as it is there as a whole. */
import { open } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { watch } from 'chokidar'
import { enqueueFile } from './enqueue-files.ts'
import type { EnqueuedPaper } from './enqueue-paper.ts'
import type { Installation } from './installation.ts'
import type { Urgency } from './queue/job.ts'

export interface WatchOptions {
  readonly urgency?: Urgency
  /** How long a file must not have grown to be taken for whole. */
  readonly settledMs?: number
  /** How long a PDF without its end mark is waited for after that. */
  readonly patienceMs?: number
  onPaper?(paper: EnqueuedPaper): void
  onProblem?(path: string, error: Error): void
}

export interface FolderWatch {
  /** Resolves once the files that were there at the start were seen. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

const REPORTS: ReadonlySet<string> = new Set(['.pdf', '.txt', '.xml', '.nxml'])
const DEFAULTS = { settledMs: 2_000, patienceMs: 30_000 }

/** Dot files and names of unfinished downloads (`x.pdf.part`, `x.pdf.crdownload`) are never looked at. */
export function watchFolder(installation: Installation, folder: string, options: WatchOptions = {}): FolderWatch {
  const { settledMs = DEFAULTS.settledMs, patienceMs = DEFAULTS.patienceMs } = options
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const watcher = watch(resolve(folder), {
    ignored: (path, stats) =>
      /(^|[/\\])\.[^/\\]/.test(path.slice(resolve(folder).length)) || isOther(path, stats?.isFile()),
    awaitWriteFinish: { stabilityThreshold: settledMs, pollInterval: Math.max(20, Math.min(200, settledMs / 4)) },
  })

  async function take(path: string): Promise<void> {
    try {
      await untilWhole(path, patienceMs, stopping.signal)
      if (stopping.signal.aborted) return
      const paper = await enqueueFile(installation, path, { urgency: options.urgency ?? 'ingest' })
      options.onPaper?.(paper)
    } catch (error) {
      options.onProblem?.(path, error instanceof Error ? error : new Error(String(error)))
    }
  }
  const start = (path: string): void => {
    const taking = take(path).finally(() => running.delete(taking))
    running.add(taking)
  }
  watcher.on('add', start)
  // a copy that paused for longer than the patience comes again when it goes on
  watcher.on('change', start)
  watcher.on('error', (error) => options.onProblem?.(folder, error instanceof Error ? error : new Error(String(error))))
  return {
    ready: new Promise((done) => watcher.once('ready', () => done())),
    async close() {
      stopping.abort()
      await watcher.close()
      await Promise.all(running)
    },
  }
}

function isOther(path: string, isFile: boolean | undefined): boolean {
  return isFile === true && !REPORTS.has(extname(path).toLowerCase())
}

/** A PDF ends with `%%EOF`; a copy that paused looks settled but lacks it. After the patience it is taken as it is. */
async function untilWhole(path: string, patienceMs: number, signal: AbortSignal): Promise<void> {
  if (extname(path).toLowerCase() !== '.pdf') return
  const pauseMs = Math.max(20, Math.min(500, patienceMs / 10))
  for (let waitedMs = 0; waitedMs < patienceMs && !signal.aborted; waitedMs += pauseMs) {
    if (await hasEndMark(path)) return
    await new Promise((done) => setTimeout(done, pauseMs))
  }
}

/** Some writers put a little after the mark. */
const TAIL_BYTES = 2_048

async function hasEndMark(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES))
    await file.read(tail, 0, tail.length, size - tail.length)
    return tail.includes('%%EOF')
  } finally {
    await file.close()
  }
}
