/** The way from a read document to its case record. */
import type { Document } from '../corpus/document.ts'
import { assemble } from './assemble/assemble.ts'
import { passGate } from './assemble/quote-gate.ts'
import { CASE_RECORD_SCHEMA, type CaseRecord, type RecordWarning } from './case-record.ts'
import type { Extractor } from './extractor.ts'
import { fingerprintOf } from './fingerprint.ts'
import { EXTRACTORS } from './index.ts'
import { readingOf } from './language/reading-of.ts'
import { runExtractors } from './run-extractors.ts'

export const EXTRACTION_VERSION = '1'

/** Pure: the same document and rules always give the same record, byte for byte. */
export function extractRecord(document: Document, extractors: readonly Extractor[] = EXTRACTORS): CaseRecord {
  if (!isUnderstood(document))
    return {
      ...heading(document, extractors),
      cases: [],
      claims: [],
      warnings: [...document.warnings, languageWarning(document)],
    }
  const reading = readingOf(document)
  const run = runExtractors(reading, extractors)
  const { findings, dropped } = passGate(reading, run.findings)
  const { cases, claims, warnings: doubts } = assemble(reading, findings)
  const warnings: readonly RecordWarning[] = [
    ...document.warnings,
    ...run.warnings,
    ...gateWarnings(dropped),
    ...doubts,
  ]
  return { ...heading(document, extractors), cases, claims, warnings }
}

/** The rules are English; a paper in another language is kept and read, but yields no facts. */
function isUnderstood({ metadata, text }: Document): boolean {
  return metadata.language === null || metadata.language.value === 'en' || readsEnglish(text)
}

const ENGLISH_WORDS = /\b(?:the|of|and|was|were|with|had|in|is|to)\b/gi
const ENGLISH_SHARE = 0.12

/** A language guessed from a few lines may be wrong; the little words of English are not. */
function readsEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  return words > 0 && (text.match(ENGLISH_WORDS)?.length ?? 0) / words > ENGLISH_SHARE
}

function languageWarning({ metadata }: Document): RecordWarning {
  return {
    code: 'language-not-extracted',
    page: null,
    message: `The paper is written in "${metadata.language?.value}"; facts are extracted from English papers only, so none were taken from it.`,
  }
}

function heading(document: Document, extractors: readonly Extractor[]) {
  const { metadata } = document
  return {
    schema: CASE_RECORD_SCHEMA,
    document: document.id,
    file: document.file,
    title: metadata.title?.value ?? null,
    kind: metadata.kind.value,
    language: metadata.language?.value ?? null,
    doi: metadata.doi?.value ?? null,
    pmid: metadata.pmid?.value ?? null,
    year: metadata.year?.value ?? null,
    journal: metadata.journal?.value ?? null,
    authors: metadata.authors?.value ?? [],
    pages: document.pages.length,
    extractor: { name: 'calcigraph', version: EXTRACTION_VERSION, fingerprint: fingerprintOf(document, extractors) },
  } as const
}

function gateWarnings(dropped: ReadonlyMap<string, number>): readonly RecordWarning[] {
  return [...dropped].map(([reason, count]) => ({
    code: `dropped-${reason}`,
    page: null,
    message: `${count} finding place${count === 1 ? ' was' : 's were'} dropped because the quote does not hold what it should (${reason}).`,
  }))
}
