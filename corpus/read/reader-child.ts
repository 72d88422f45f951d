/** A child process of the reader pool: reads one report at a time and answers; the parent watches its time and memory. */
import { readFile, stat } from 'node:fs/promises'
import { readReport } from '../read-report.ts'
import { ReportError, type ReportErrorCode } from '../report-error.ts'
import type { ReaderMessage, ReadRequest } from './reader-messages.ts'

/** A case report of this size is a file of something else. */
const MAX_FILE_MB = 256
const MB = 1024 * 1024

process.on('message', (request: ReadRequest) => {
  void answer(request)
})
// the parent is gone: nobody waits for the answer
process.on('disconnect', () => process.exit(0))
say({ kind: 'ready' })

async function answer({ path, file, options }: ReadRequest): Promise<void> {
  try {
    const bytes = await bytesOf(path, file)
    const document = await readReport(bytes, file, {
      ...options,
      onRecognising: (page) => say({ kind: 'recognising', page }),
    })
    say({ kind: 'document', document, residentMb: residentMb() })
  } catch (error) {
    say({ kind: 'error', ...reasonOf(error, file), residentMb: residentMb() })
  }
}

async function bytesOf(path: string, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > MAX_FILE_MB * MB)
      throw new ReportError(
        'too-large',
        `${file} has ${Math.round(size / MB)} MB, more than ${MAX_FILE_MB}; give the article alone.`,
      )
    return await readFile(path)
  } catch (error) {
    if (error instanceof ReportError) throw error
    throw new ReportError('not-found', `${path} cannot be opened; check the name and the permissions.`, {
      cause: error,
    })
  }
}

function reasonOf(error: unknown, file: string): { readonly code: ReportErrorCode; readonly message: string } {
  if (error instanceof ReportError) return { code: error.code, message: error.message }
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'damaged', message: `${file} cannot be read (${why}); fetch the report again.` }
}

function residentMb(): number {
  return process.memoryUsage.rss() / MB
}

function say(message: ReaderMessage): void {
  process.send?.(message)
}
