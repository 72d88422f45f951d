/** One child process that reads, seen from the pool: asks it, watches it, ends it and says why. */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Document } from '../document.ts'
import { compiledModule } from '../package-root.ts'
import { ReportError, type ReportErrorCode } from '../report-error.ts'
import type { ReaderMessage, ReadRequest } from './reader-messages.ts'
import { residentMbOf } from './resident-memory.ts'

/** What a page that has to be recognised may take at least: five seconds on an idle machine, far more on a busy one. */
const RECOGNITION_MS = 60_000

export interface ReaderLimits {
  readonly timeoutMs: number
  readonly maxResidentMb: number
}

export interface ReaderChild {
  read(request: ReadRequest, limits: ReaderLimits): Promise<Document>
  isAlive(): boolean
  /** What it held after the last report. */
  residentMb(): number
  end(): Promise<void>
}

const MEMORY_WATCH_MS = 50
/** The heap may not outgrow the watch on resident memory by much. */
const HEAP_MB = 768

export function startReaderChild(): ReaderChild {
  const module = compiledModule('corpus/read/reader-child.ts')
  if (!existsSync(module))
    throw new ReportError('reader-crashed', 'The reader is not compiled yet; run `npm run build` and try again.')
  const child = fork(module, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    // pdf.js writes warnings about damaged files; they belong to nobody's output
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let resident = 0
  const isAlive = (): boolean =>
    child.exitCode === null && child.signalCode === null && child.connected && !child.killed
  return {
    read: async (request, limits) => {
      const message = await conversation(child, request, limits)
      resident = message.residentMb
      if (message.kind === 'document') return message.document
      throw new ReportError(message.code, message.message)
    },
    isAlive,
    residentMb: () => resident,
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
    },
  }
}

type Answer = Extract<ReaderMessage, { kind: 'document' | 'error' }>

/** Sends the request and waits for the answer, the end of the child, or a limit. */
function conversation(child: ChildProcess, request: ReadRequest, limits: ReaderLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(timedOut, limits.timeoutMs)
    const watch = setInterval(() => void watchMemory(), MEMORY_WATCH_MS)
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.once('error', onExit)
    child.send(request, (error) => {
      if (error !== null) settle(() => reject(crashed(request.file)))
    })

    function settle(act: () => void): void {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', onMessage)
      child.off('exit', onExit)
      child.off('error', onExit)
      act()
    }

    function stop(code: ReportErrorCode, message: string): void {
      child.kill('SIGKILL')
      settle(() => reject(new ReportError(code, message)))
    }

    function timedOut(): void {
      const seconds = Math.round(limits.timeoutMs / 1000)
      stop(
        'timed-out',
        `${request.file} was not read within ${seconds} s and was given up; look whether it opens in a viewer.`,
      )
    }

    async function watchMemory(): Promise<void> {
      const mb = child.pid === undefined ? null : await residentMbOf(child.pid)
      if (mb === null || mb <= limits.maxResidentMb || child.signalCode !== null) return
      stop(
        'out-of-memory',
        `${request.file} needs more than ${limits.maxResidentMb} MB to read and was given up; it is no ordinary report.`,
      )
    }

    function onMessage(message: ReaderMessage): void {
      if (message.kind === 'recognising') {
        clearTimeout(timer)
        timer = setTimeout(timedOut, Math.max(limits.timeoutMs, RECOGNITION_MS))
      } else if (message.kind !== 'ready') settle(() => resolve(message))
    }

    function onExit(): void {
      // the heap limit ends a child by abort
      const heap = child.signalCode === 'SIGABRT' || child.exitCode === 134
      const why = new ReportError(
        'out-of-memory',
        `${request.file} needs more memory than a report may and was given up.`,
      )
      settle(() => reject(heap ? why : crashed(request.file)))
    }
  })
}

function crashed(file: string): ReportError {
  return new ReportError(
    'reader-crashed',
    `The reader broke down over ${file}; try it again, and report it if it happens twice.`,
  )
}
