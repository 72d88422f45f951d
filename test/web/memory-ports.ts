/** The server's ports over a few hand-written papers in memory: API tests without stores. */
import { createHash } from 'node:crypto'
import { filterPapers } from '../../pipeline/server/binding/paper-filter.ts'
import { type ServerPorts, ServerProblem } from '../../pipeline/server/ports.ts'
import type { ServerEvent } from '../../pipeline/server/schemas/operation.ts'
import type { Fact, PaperDetail, PaperSummary } from '../../pipeline/server/schemas/papers.ts'

export interface MemoryPorts extends ServerPorts {
  /** Everything that was asked to change, in order: a refused request leaves no line. */
  readonly changes: readonly string[]
  readonly paperId: string
  say(event: ServerEvent): void
}

const TITLE = '<script>document.title = "owned"</script> A woman with calcinosis'

/** One paper with one fact; uploads are kept. */
export function memoryPorts(): MemoryPorts {
  const changes: string[] = []
  const listeners = new Set<(event: ServerEvent) => void>()
  const first = summaryOf(idOf('first'), 'first.pdf', TITLE)
  const failed = {
    ...summaryOf(idOf('failed'), 'broken.pdf', null),
    state: 'failed' as const,
    reason: 'It is damaged.',
  }
  const papers = new Map<string, PaperSummary>([first, failed].map((paper) => [paper.id, paper]))
  let decision: Fact['decision'] = null

  return {
    changes,
    paperId: first.id,
    say: (event) => listeners.forEach((listener) => void listener(event)),
    papers: {
      list: async (filter) => filterPapers([...papers.values()], filter),
      detail: async (id) => (id === first.id ? detailOf(first, { ...FACT, decision }) : null),
      text: async (id) => (id === first.id ? { text: FACT.evidence[0]!.sentence, blocks: [] } : null),
      file: async (id) =>
        id === first.id
          ? { bytes: new TextEncoder().encode('%PDF-1.4'), file: 'a "quoted" näme.pdf', contentType: 'application/pdf' }
          : null,
      async add({ bytes, file }) {
        const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
        if (papers.has(id)) return { paper: id, outcome: 'known', knownAs: `already known as ${papers.get(id)!.file}` }
        changes.push(`add ${file}`)
        papers.set(id, { ...summaryOf(id, file, null), state: 'queued' })
        return { paper: id, outcome: 'queued', knownAs: null }
      },
      async retry(id) {
        if (id !== failed.id) return false
        changes.push(`retry ${id}`)
        return true
      },
      async remove(id) {
        changes.push(`remove ${id}`)
        return papers.delete(id)
      },
      async decide(id, request) {
        if (id !== first.id || request.fact !== FACT.id) return { known: false, decision: null }
        changes.push(`decide ${request.verdict}`)
        const { verdict, corrections, note } = request
        decision = verdict === 'withdrawn' ? null : { verdict, corrections, note, at: '2026-01-01T00:00:00.000Z' }
        return { known: true, decision }
      },
    },
    graph: {
      queries: async () => [],
      runQuery: async (name) => {
        throw new ServerProblem(404, 'unknown-query', `There is no query "${name}".`)
      },
      runCypher: async () => ({ columns: ['one'], rows: [{ one: 1 }], truncated: false, elapsedMs: 1 }),
      menus: async () => ({ entries: [], strata: [] }),
      associate: async () => {
        throw new ServerProblem(400, 'bad-question', 'The predicate is not understood.')
      },
      sites: async () => ({ sites: [] }),
      matrix: async () => ({ responses: [], cells: [] }),
      cases: async () => [],
      casePicture: async () => null,
    },
    jobs: {
      list: async () => ({ counts: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 }, jobs: [] }),
      show: async () => null,
      retry: async () => false,
      watch(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    schedules: {
      list: async () => ({ tasks: ['re-extract outdated'], schedules: [] }),
      add: async ({ id }) => void changes.push(`schedule ${id}`),
      remove: async () => false,
      run: async () => false,
    },
    extractions: {
      list: async () => [],
      diff: async () => null,
      preview: async () => {
        throw new Error('a secret of the machine')
      },
      run: async () => {
        throw new ServerProblem(409, 'busy', 'A run is under way.')
      },
      rollback: async () => false,
    },
    operation: {
      status: async () => ({
        version: '0',
        papers: papers.size,
        cases: 1,
        facts: 1,
        graphEngine: 'memory',
        queueEngine: 'memory',
        working: false,
      }),
      ready: async () => ({ ready: false, problems: ['The graph is down.'] }),
      metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'papers 1\n' }),
    },
  }
}

function idOf(name: string): string {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`
}

function summaryOf(id: string, file: string, title: string | null): PaperSummary {
  return {
    id,
    file,
    title,
    kind: 'case-report',
    language: 'en',
    year: 2020,
    doi: null,
    pages: 1,
    state: 'done',
    reason: null,
    cases: 1,
    facts: 1,
    claims: 0,
    warnings: 0,
    addedAt: '2026-01-01T00:00:00.000Z',
  }
}

const SENTENCE = 'Anti-centromere antibodies were positive <img src=x onerror=alert(1)>.'

const FACT: Fact = {
  id: 'fact-1',
  kind: 'antibody',
  case: 1,
  concept: 'calcigraph:anti-centromere',
  label: 'anti-centromere antibody',
  summary: 'positive',
  status: 'asserted',
  fields: [{ name: 'result', value: 'positive', options: ['positive', 'negative'], numeric: false, required: true }],
  evidence: [
    {
      page: 1,
      start: 0,
      end: 15,
      text: 'Anti-centromere',
      sentence: SENTENCE,
      boxes: [],
      rule: 'antibody/result',
      confidence: 0.9,
    },
  ],
  decision: null,
}

function detailOf(paper: PaperSummary, fact: Fact): PaperDetail {
  return {
    paper,
    authors: [],
    journal: null,
    hasPages: false,
    pages: [],
    cases: [{ case: 1, id: 'first#1', label: null, headline: 'woman' }],
    facts: [fact],
    warnings: [],
    extractor: null,
  }
}
