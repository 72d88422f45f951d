/** What a record depends on besides the document: reader, language rules, extractors and terms, as one hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Document } from '../corpus/document.ts'
import { packageFile } from '../corpus/package-root.ts'
import { CONFIDENCE_FILE } from './assemble/confidence.ts'
import type { Extractor } from './extractor.ts'
import { LANGUAGE_VERSION } from './language/language-version.ts'
import { loadTerms, TERM_FAMILIES } from './language/load-terms.ts'

let hashOfTables: string | undefined

/** Equal fingerprints and equal documents mean equal records. */
export function fingerprintOf(document: Document, extractors: readonly Extractor[]): string {
  hashOfTables ??= sha256(tables())
  const versions = extractors.map(({ id, version }) => `${id}@${version}`)
  return sha256(JSON.stringify([document.reader.fingerprint, LANGUAGE_VERSION, versions, hashOfTables])).slice(0, 16)
}

/** Terms, cues and confidences: the data that rules read. */
function tables(): string {
  const terms = TERM_FAMILIES.map((family) => loadTerms(family).map((term) => ({ ...term, needs: [...term.needs] })))
  const files = [CONFIDENCE_FILE, 'extractors/language/assertion/cues.json'].map((file) =>
    readFileSync(packageFile(file), 'utf8'),
  )
  return JSON.stringify([terms, files])
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
