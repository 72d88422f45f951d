/** The bytes of a report's file, or why it can not be had. */
import { readFile, stat } from 'node:fs/promises'
import { ReportError } from '../report-error.ts'

/** A case report of this size is a file of something else. */
const MAX_FILE_MB = 256
const MB = 1024 * 1024

/** @throws ReportError where the file is too large; whatever the system says where it can not be opened */
export async function reportBytes(path: string, file: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > MAX_FILE_MB * MB) {
    const is = `${file} has ${Math.round(size / MB)} MB, more than ${MAX_FILE_MB}`
    throw new ReportError('too-large', `${is}; give the article alone.`)
  }
  return readFile(path)
}
