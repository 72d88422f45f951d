/** Reads the report that a request names, in the child process. */
import { readReport } from '../read-report.ts'
import { ReportError } from '../report-error.ts'
import type { ReadAnswer, ReadRequest } from './reader-messages.ts'
import { reportBytes } from './report-bytes.ts'

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
    return await reportBytes(path, file)
  } catch (error) {
    if (error instanceof ReportError) throw error
    throw new ReportError('not-found', `${path} cannot be opened; check the name and the permissions.`, {
      cause: error,
    })
  }
}
