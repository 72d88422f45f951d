/** Reads the report that a request names, in the child process. */
import { readFile, stat } from 'node:fs/promises'
import { readReport } from '../read-report.ts'
import { ReportError } from '../report-error.ts'
import type { ReadAnswer, ReadRequest } from './reader-messages.ts'

/** A case report of this size is a file of something else. */
const MAX_FILE_MB = 256
const MB = 1024 * 1024
/** What a page that has to be recognised may take at least: five seconds on an idle machine, far more on a busy one. */
const RECOGNITION_MS = 60_000

/** `busy` asks the parent for patience. */
export async function answerRead(
  { path, file, options }: ReadRequest,
  busy: (leastMs: number) => void,
): Promise<ReadAnswer> {
  try {
    const bytes = await bytesOf(path, file)
    return { document: await readReport(bytes, file, { ...options, onRecognising: () => busy(RECOGNITION_MS) }) }
  } catch (error) {
    if (error instanceof ReportError) return { document: null, code: error.code, message: error.message }
    const why = error instanceof Error ? error.message : String(error)
    return { document: null, code: 'damaged', message: `${file} cannot be read (${why}); fetch the report again.` }
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
