/**
 * The three steps of a paper, with no queue in sight: read -> extract -> write. Each takes what it needs from the
 * paper store and leaves its product there, so that any step can be done again at any time with the same effect.
 */
import type { Document } from '../corpus/document.ts'
import type { CaseRecord } from '../extractors/case-record.ts'
import type { CasePapers } from './case-papers.ts'
import { identifiersOf, isSamePublication } from './publication.ts'
import type { Decision } from './review/decision.ts'

/** The parts that do the work; tests and other programs may give their own. */
export interface Steps {
  readonly readerFingerprint: string
  /** @throws ReportError */
  read(path: string, file: string): Promise<Document>
  extractionFingerprint(document: Document): string
  /** @throws ExtractionError */
  extract(document: Document): Promise<CaseRecord>
  /** Human decisions laid over a record. */
  decide(record: CaseRecord, decisions: readonly Decision[]): CaseRecord
  /** Into the graph, in place of what the paper said before. */
  write(record: CaseRecord): Promise<void>
  /** Out of the graph. */
  unwrite(id: string): Promise<void>
}

/** What follows: the next step with the version of its work, or nothing and why. */
export type StepResult =
  | { readonly next: 'read' | 'extract' | 'write'; readonly version: string }
  | { readonly next: null; readonly done: 'written' | 'known' | 'removed'; readonly note: string }

const REMOVED: StepResult = { next: null, done: 'removed', note: 'the paper was removed meanwhile' }

/** @throws ReportError where the file can not be read */
export async function readStep(papers: CasePapers, steps: Steps, id: string): Promise<StepResult> {
  const report = await papers.localFile(id)
  if (!report) return REMOVED
  const kept = await papers.document(id)
  // read before by the same reader, e.g. by a worker that was killed just after
  const document =
    kept?.reader.fingerprint === steps.readerFingerprint ? kept : await steps.read(report.path, report.file)
  if (document !== kept) await papers.putDocument(document)
  const known = await knownAs(papers, document)
  if (known) {
    if ((await papers.state(id)).known?.as !== known.paper)
      await papers.append(id, { kind: 'known', as: known.paper, identifier: known.identifier })
    return { next: null, done: 'known', note: `already known as ${known.paper} (${known.identifier})` }
  }
  return { next: 'extract', version: steps.extractionFingerprint(document) }
}

export async function extractStep(papers: CasePapers, steps: Steps, id: string, cause: string): Promise<StepResult> {
  if (!(await papers.paper(id))) return REMOVED
  const document = await papers.document(id)
  // lost or damaged in the store: it can be made again
  if (!document) return { next: 'read', version: steps.readerFingerprint }
  const record = await steps.extract(document)
  const extraction = await papers.putExtraction(id, record)
  const { fingerprint } = record.extractor
  for (;;) {
    const { revision, extraction: current } = await papers.state(id)
    if (!(await isWanted(papers, id, current, extraction))) return { next: 'write', version: `r${revision}` }
    // two workers may have come to the same record: only one of them says so
    const entry = { kind: 'extraction', extraction, fingerprint, cause } as const
    if (await papers.appendAfter(id, revision, entry)) return { next: 'write', version: `r${revision + 1}` }
  }
}

/** Writes what the paper's history amounts to now; if that changes meanwhile, again. */
export async function writeStep(papers: CasePapers, steps: Steps, id: string): Promise<StepResult> {
  for (;;) {
    const state = await papers.state(id)
    if (!(await papers.paper(id))) {
      // removed while an earlier turn of this loop wrote it
      await steps.unwrite(id)
      return REMOVED
    }
    if (state.extraction === null) throw new Error(`${id} has no extraction to write`)
    const record = await papers.extraction(id, state.extraction)
    // lost or damaged in the store: the same rules make the same record again
    if (!record) return { next: 'extract', version: `lost-r${state.revision}` }
    const decisions = state.decisions.map((entry) => entry.decision)
    await steps.write(steps.decide(record, decisions))
    if ((await papers.revision(id)) === state.revision)
      return { next: null, done: 'written', note: `extraction ${state.extraction}, revision ${state.revision}` }
  }
}

/** Shall this extraction become the current one? A rollback stays until other rules come to another record. */
async function isWanted(papers: CasePapers, id: string, current: string | null, made: string): Promise<boolean> {
  // the current one was lost in the store: whatever is made now takes its place
  if (current === null || !(await papers.extraction(id, current))) return true
  if (current === made) return false
  const log = await papers.log(id)
  const wasMade = log.some((entry) => entry.kind === 'extraction' && entry.extraction === made)
  return !(log.at(-1)?.kind === 'rollback' && wasMade)
}

/** The same publication under another file's id, if the store has it. */
async function knownAs(
  papers: CasePapers,
  document: Document,
): Promise<{ readonly paper: string; readonly identifier: string } | null> {
  for (const identifier of identifiersOf(document)) {
    const owner = await papers.claimIdentifier(identifier, document.id)
    if (owner === document.id) continue
    const other = await papers.document(owner)
    if (other && isSamePublication(document, other)) return { paper: owner, identifier }
  }
  return null
}
