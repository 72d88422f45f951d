/** Extracts stored papers again with the rules of today, and says fact by fact what that changes. */
import { randomBytes } from 'node:crypto'
import type { Document } from '../../corpus/document.ts'
import { stateOfLog } from '../../corpus/store/paper-log.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { currentRecord } from '../current-record.ts'
import { enqueueWrite } from '../enqueue-paper.ts'
import type { Installation } from '../installation.ts'
import { applyDecisions } from '../review/apply-decisions.ts'
import { changedAnswers } from './changed-answers.ts'
import { diffRecords } from './diff-records.ts'
import { countByKind, countChanges, type ExtractionRun, type PaperChanges, putRun } from './extraction-run.ts'

export interface ReextractOptions {
  /** `outdated`: made by another reader, other rules or other terms than the present ones. */
  readonly scope: ExtractionRun['scope']
  /** Works out the changes and keeps nothing. */
  readonly dryRun?: boolean
  /** Compare the answers to the named questions as well; default true. */
  readonly answers?: boolean
  /** An earlier run that was cut off goes on under its id. */
  readonly id?: string
  readonly signal?: AbortSignal
  onPaper?(done: number, total: number, file: string): void
}

interface Again {
  readonly document: Document
  readonly before: string | null
  readonly record: CaseRecord
  readonly changes: PaperChanges['changes']
}

/** New extractions are queued to be written; the graph follows paper by paper. */
export async function reextract(installation: Installation, options: ReextractOptions): Promise<ExtractionRun> {
  const { papers } = installation
  const ids = await idsOf(installation, options.scope)
  const at = new Date()
  const id = options.id ?? `${stamp(at)}-${randomBytes(2).toString('hex')}`
  const changed: PaperChanges[] = options.id === undefined ? [] : await changesOfRun(installation, options.id)
  const failures: ExtractionRun['failures'][number][] = []
  const old = options.answers === false ? null : await currentRecords(installation)
  const now = new Map(old)
  const total = ids.length + changed.length
  let done = changed.length
  for (const paper of ids) {
    if (options.signal?.aborted) break
    const file = (await papers.paper(paper))?.file ?? paper
    try {
      const again = await extractAgain(installation, paper)
      done += 1
      if (again) {
        now.set(paper, await withDecisions(installation, paper, again.record))
        const after = await keep(installation, paper, again, id, options.dryRun === true)
        changed.push({ paper, file, before: again.before, after, changes: again.changes })
      }
    } catch (error) {
      failures.push({ paper, file, reason: error instanceof Error ? error.message : String(error) })
    }
    options.onPaper?.(done + failures.length, total, file)
  }
  const changes = changed.flatMap((paper) => paper.changes)
  const run: ExtractionRun = {
    id,
    at: at.toISOString(),
    endedAt: new Date().toISOString(),
    scope: options.scope,
    rolledBackAt: null,
    papers: done,
    changed,
    total: countChanges(changes),
    byKind: countByKind(changes),
    answers: old && (await changedAnswers([...old.values()], [...now.values()])),
    failures,
  }
  if (options.dryRun !== true && (changed.length > 0 || failures.length > 0)) await putRun(papers, run)
  return run
}

/** Papers whose extraction was made by another reader or other rules, in the order of their ids. */
export async function outdatedPapers(installation: Installation): Promise<readonly string[]> {
  const { papers, steps } = installation
  const outdated: string[] = []
  for (const id of await papers.ids()) {
    const state = await papers.state(id)
    // a paper that failed or is known as another has nothing to extract again
    if (state.extraction === null || state.known) continue
    const document = await papers.document(id)
    const isCurrent =
      document?.reader.fingerprint === steps.readerFingerprint &&
      state.fingerprint === steps.extractionFingerprint(document)
    if (!isCurrent) outdated.push(id)
  }
  return outdated
}

async function idsOf(installation: Installation, scope: ExtractionRun['scope']): Promise<readonly string[]> {
  if (scope === 'outdated') return outdatedPapers(installation)
  if (scope !== 'all') return scope
  const { papers } = installation
  const ids: string[] = []
  for (const id of await papers.ids()) if ((await papers.state(id)).extraction !== null) ids.push(id)
  return ids
}

/** null where the extraction comes out as it was. */
async function extractAgain(installation: Installation, id: string): Promise<Again | null> {
  const { papers, steps } = installation
  const paper = await papers.paper(id)
  if (!paper) throw new Error(`there is no paper ${id} in the store`)
  const document = await documentOfToday(installation, id)
  const record = await steps.extract(document)
  const before = (await papers.state(id)).extraction
  const old = before === null ? null : await papers.extraction(id, before)
  if (old && JSON.stringify(old) === JSON.stringify(record)) return null
  return { document, before, record, changes: diffRecords(old, record) }
}

/** The stored document, unless the reader itself has changed since. */
async function documentOfToday(installation: Installation, id: string): Promise<Document> {
  const { papers, steps } = installation
  const kept = await papers.document(id)
  if (kept?.reader.fingerprint === steps.readerFingerprint) return kept
  const report = await papers.localFile(id)
  if (!report) throw new Error(`the file of ${id} is missing from the store`)
  return steps.read(report.path, report.file)
}

async function keep(
  installation: Installation,
  id: string,
  again: Again,
  run: string,
  dryRun: boolean,
): Promise<string> {
  const { papers } = installation
  if (dryRun) return 'not kept'
  await papers.putDocument(again.document)
  const extraction = await papers.putExtraction(id, again.record)
  const { fingerprint } = again.record.extractor
  await papers.append(id, { kind: 'extraction', extraction, fingerprint, cause: `reextract ${run}` })
  await enqueueWrite(installation, id, 'backfill')
  return extraction
}

/** What a run that was cut off had changed already. */
async function changesOfRun(installation: Installation, run: string): Promise<PaperChanges[]> {
  const { papers } = installation
  const changed: PaperChanges[] = []
  for (const id of await papers.ids()) {
    const log = await papers.log(id)
    const index = log.findIndex((entry) => entry.kind === 'extraction' && entry.cause === `reextract ${run}`)
    const entry = log[index]
    if (entry?.kind !== 'extraction') continue
    const before = stateOfLog(log.slice(0, index)).extraction
    const old = before === null ? null : await papers.extraction(id, before)
    const record = await papers.extraction(id, entry.extraction)
    const file = (await papers.paper(id))?.file ?? id
    if (record) changed.push({ paper: id, file, before, after: entry.extraction, changes: diffRecords(old, record) })
  }
  return changed
}

async function currentRecords(installation: Installation): Promise<Map<string, CaseRecord>> {
  const records = new Map<string, CaseRecord>()
  for (const id of await installation.papers.ids()) {
    const record = await currentRecord(installation.papers, id)
    if (record) records.set(id, record)
  }
  return records
}

async function withDecisions(installation: Installation, id: string, record: CaseRecord): Promise<CaseRecord> {
  const { decisions } = await installation.papers.state(id)
  return applyDecisions(
    record,
    decisions.map(({ decision }) => decision),
  )
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
}
