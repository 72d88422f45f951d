/** What a record depends on besides the document: reader, language rules, extractors and terms, as one hash. */
import { createHash } from 'node:crypto'
import type { Document } from '../corpus/document.ts'
import type { Extractor } from './extractor.ts'
import { LANGUAGE_VERSION } from './language/language-version.ts'
import { loadTerms, TERM_FAMILIES } from './language/load-terms.ts'

let hashOfTerms: string | undefined

/** Equal fingerprints and equal documents mean equal records. */
export function fingerprintOf(document: Document, extractors: readonly Extractor[]): string {
  hashOfTerms ??= sha256(
    JSON.stringify(
      TERM_FAMILIES.map((family) => loadTerms(family).map((term) => ({ ...term, needs: [...term.needs] }))),
    ),
  )
  const versions = extractors.map(({ id, version }) => `${id}@${version}`)
  return sha256(JSON.stringify([document.reader.fingerprint, LANGUAGE_VERSION, versions, hashOfTerms])).slice(0, 16)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
