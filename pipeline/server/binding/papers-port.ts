/** Papers of the installation as the browser shows them. */
import type { Document } from '../../../corpus/document.ts'
import { ReportError } from '../../../corpus/report-error.ts'
import type { CaseRecord } from '../../../extractors/case-record.ts'
import { caseId } from '../../../graph/key.ts'
import { enqueueKnown, enqueuePaper } from '../../enqueue-paper.ts'
import type { Installation } from '../../installation.ts'
import { removePaper } from '../../remove-paper.ts'
import { type PapersPort, ServerProblem } from '../ports.ts'
import type { PaperDetail, PaperSummary, PaperText, UploadAnswer } from '../schemas/papers.ts'
import type { Activity } from './activity.ts'
import { headlineOf } from './fact-views.ts'
import { filterPapers } from './paper-filter.ts'
import type { PaperIndex } from './paper-index.ts'
import { decideFact, reviewedFacts } from './reviewed-facts.ts'

const CONTENT_TYPES = { pdf: 'application/pdf', text: 'text/plain; charset=utf-8', jats: 'application/xml' } as const

export function papersPort(installation: Installation, index: PaperIndex, activity: Activity): PapersPort {
  const { papers } = installation
  const shown = (summary: PaperSummary): PaperSummary => {
    if (activity.isActive(summary.id)) return { ...summary, state: 'active', reason: null }
    const failure = activity.failureOf(summary.id)
    return failure === null ? summary : { ...summary, state: 'failed', reason: failure }
  }

  return {
    list: async (filter) => filterPapers((await index.summaries()).map(shown), filter),
    async detail(id) {
      const summary = await index.touch(id)
      if (summary === null) return null
      const [document, state] = await Promise.all([papers.document(id), papers.state(id)])
      const record = state.extraction === null ? null : await papers.extraction(id, state.extraction)
      return { ...detailOf(shown(summary), document, record), facts: await reviewedFacts(installation, id) }
    },
    async text(id) {
      const document = await papers.document(id)
      return document && textOf(document)
    },
    async file(id) {
      const [paper, bytes] = await Promise.all([papers.paper(id), papers.bytes(id)])
      if (!paper || !bytes) return null
      return { bytes, file: paper.file, contentType: contentTypeOf(paper.file) }
    },
    async add({ bytes, file }) {
      const answer = await enqueuePaper(installation, bytes, file, { urgency: 'upload' }).catch(refuse)
      if (answer.outcome === 'failed')
        throw new ServerProblem(422, 'unreadable', answer.note ?? `"${file}" cannot be read.`)
      await index.touch(answer.paper)
      return uploadAnswer(answer.paper, answer.outcome, answer.note)
    },
    async retry(id) {
      const summary = await index.summary(id)
      if (summary === null || shown(summary).state !== 'failed') return false
      await enqueueKnown(installation, id, { urgency: 'upload', retry: true })
      return true
    },
    async remove(id) {
      if (!(await removePaper(installation, id))) return false
      await index.touch(id)
      activity.tell({ type: 'paper', paper: id, job: null, state: 'removed', progress: null, message: null })
      return true
    },
    decide: (id, request) => decideFact(installation, id, request),
  }
}

function refuse(error: unknown): never {
  if (error instanceof ReportError) throw new ServerProblem(422, error.code, error.message, { cause: error })
  throw error
}

function uploadAnswer(paper: string, outcome: 'queued' | 'pending' | 'known', note: string | null): UploadAnswer {
  return outcome === 'known' ? { paper, outcome, knownAs: note } : { paper, outcome: 'queued', knownAs: null }
}

function detailOf(
  summary: PaperSummary,
  document: Document | null,
  record: CaseRecord | null,
): Omit<PaperDetail, 'facts'> {
  return {
    paper: summary,
    authors: [...(record?.authors ?? [])],
    journal: record?.journal ?? null,
    hasPages: document?.format === 'pdf',
    pages: (document?.pages ?? []).map((page) => ({ ...page, confidence: page.confidence ?? null })),
    cases: (record?.cases ?? []).map((patient) => ({
      case: patient.case,
      id: caseId(summary.id, patient.case),
      label: patient.label,
      headline: headlineOf(patient),
    })),
    warnings: (record?.warnings ?? document?.warnings ?? []).map((warning) => ({ ...warning })),
    extractor:
      record === null ? null : { version: record.extractor.version, fingerprint: record.extractor.fingerprint },
  }
}

function textOf(document: Document): PaperText {
  return {
    text: document.text,
    blocks: document.blocks.map(({ kind, section, span }) => ({ kind, section, start: span.start, end: span.end })),
  }
}

function contentTypeOf(file: string): string {
  if (/\.pdf$/i.test(file)) return CONTENT_TYPES.pdf
  return /\.n?xml$/i.test(file) ? CONTENT_TYPES.jats : CONTENT_TYPES.text
}
