/** Names the reader in every document it makes, so that a stored document shows which reader read it. */
import { createHash } from 'node:crypto'
import type { Document } from '../document.ts'

/** Raised with every change that can change a document. */
const VERSION = '1.5.1'
const NAME = 'calcigraph-reader'
/** Libraries whose output the documents depend on. */
const LIBRARIES = ['pdf-parse@2.4.5', 'tesseract.js@7.0.0', 'fast-xml-parser@5.12.1', 'compromise@14.17.0']

export const READER: Document['reader'] = {
  name: NAME,
  version: VERSION,
  fingerprint: createHash('sha256')
    .update([NAME, VERSION, ...LIBRARIES].join('\n'))
    .digest('hex')
    .slice(0, 16),
}

/** `sha256:` and the hex digest of the file's bytes. */
export function documentId(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
