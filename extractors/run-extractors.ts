/** Runs extractors in the order of their needs; what one throws costs its own findings only. */
import type { RecordWarning } from './case-record.ts'
import type { AnyFinding, Extractor } from './extractor.ts'
import type { Reading } from './language/reading.ts'

export interface ExtractorRun {
  readonly findings: readonly AnyFinding[]
  readonly warnings: readonly RecordWarning[]
}

export function runExtractors(reading: Reading, extractors: readonly Extractor[]): ExtractorRun {
  const byExtractor = new Map<string, readonly AnyFinding[]>()
  const warnings: RecordWarning[] = []
  for (const extractor of inOrderOfNeeds(extractors)) {
    const prior = (extractor.needs ?? []).flatMap((id) => byExtractor.get(id) ?? [])
    try {
      byExtractor.set(extractor.id, extractor.extract(reading, prior))
    } catch (error) {
      warnings.push(failureOf(extractor, error))
    }
  }
  // listed order, so that a change of needs does not change the record
  return { findings: extractors.flatMap(({ id }) => byExtractor.get(id) ?? []), warnings }
}

function failureOf({ id }: Extractor, error: unknown): RecordWarning {
  const why = error instanceof Error ? error.message : String(error)
  return {
    code: 'extractor-failed',
    page: null,
    message: `The ${id} extractor failed on this paper (${why}); its facts are missing, the others are complete.`,
  }
}

/** Depth-first by `needs`; throws where an extractor needs an unknown one or, over others, itself. */
export function inOrderOfNeeds(extractors: readonly Extractor[]): readonly Extractor[] {
  const byId = new Map(extractors.map((extractor) => [extractor.id, extractor]))
  const ordered: Extractor[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (id: string, from: string): void => {
    const extractor = byId.get(id)
    if (!extractor) throw new Error(`The ${from} extractor needs "${id}", which extractors/index.ts does not list.`)
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open') throw new Error(`The extractors ${from} and ${id} need each other; break the circle.`)
    state.set(id, 'open')
    for (const need of extractor.needs ?? []) visit(need, id)
    state.set(id, 'done')
    ordered.push(extractor)
  }
  for (const { id } of extractors) visit(id, id)
  return ordered
}
