/** What may be uploaded: a PDF, a plain text or a JATS article, within the size limit, under a harmless name. */
import { ServerProblem } from './ports.ts'

const TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
  'application/xml': ['.xml', '.nxml'],
  'text/xml': ['.xml', '.nxml'],
}
const MAX_NAME = 200

/** A name without folders or control characters, with the ending of its type. */
export function uploadName(given: string, contentType: string): string {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  const endings = TYPES[type]
  const base = given.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim().slice(-MAX_NAME)
  const name = /^\.*$/.test(base) ? 'report' : base
  if (!endings) {
    throw new ServerProblem(
      415,
      'wrong-type',
      `"${name}" is not accepted (its type is ${type || 'not given'}); send a PDF, a plain text or a JATS XML file.`,
    )
  }
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[0]}`
}

/** Refuses bytes that are not what their type says; the reader judges the rest. */
export function checkUpload(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new ServerProblem(400, 'empty-file', `"${name}" is empty; choose the file again.`)
  // the header may stand behind a few stray bytes, within the first kilobyte
  if (name.toLowerCase().endsWith('.pdf') && !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw new ServerProblem(415, 'not-a-pdf', `"${name}" is not a PDF: its first bytes lack the mark %PDF-.`)
  }
}
