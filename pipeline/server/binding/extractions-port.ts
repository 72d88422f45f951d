/** Runs of re-extraction and what they changed. */
import type { Installation } from '../../installation.ts'
import { type ExtractionRun, listRuns, runOf } from '../../reextract/extraction-run.ts'
import { reextract } from '../../reextract/reextract.ts'
import { RollbackError, rollbackRun } from '../../reextract/rollback.ts'
import { type ExtractionsPort, ServerProblem } from '../ports.ts'
import type { Extraction, ExtractionDiff } from '../schemas/operation.ts'

/** More are not read by anybody in a browser. */
const MOST_CHANGES = 1_000

export function extractionsPort(installation: Installation): ExtractionsPort {
  return {
    list: async () => (await listRuns(installation.papers)).map(runView),
    async diff(id) {
      const run = await runOf(installation.papers, id)
      return run && diffView(run)
    },
    preview: async () => diffView(await reextract(installation, { scope: 'outdated', dryRun: true })),
    run: async () => runView(await reextract(installation, { scope: 'outdated' })),
    async rollback(id) {
      if ((await runOf(installation.papers, id)) === null) return false
      try {
        await rollbackRun(installation, id)
        return true
      } catch (error) {
        if (error instanceof RollbackError) throw new ServerProblem(409, 'no-rollback', error.message, { cause: error })
        throw error
      }
    },
  }
}

function runView(run: ExtractionRun): Extraction {
  return {
    id: run.id,
    at: run.at,
    scope: typeof run.scope === 'string' ? run.scope : 'chosen papers',
    papers: run.papers,
    ...run.total,
    answers: [...(run.answers ?? [])],
    failures: run.failures.length,
    rolledBackAt: run.rolledBackAt,
  }
}

function diffView(run: ExtractionRun): ExtractionDiff {
  const changes = run.changed.flatMap(({ paper, file, changes: own }) =>
    own.map(({ change, kind, before, after }) => ({ paper, file, change, kind, before, after })),
  )
  return { extraction: runView(run), changes: changes.slice(0, MOST_CHANGES), truncated: changes.length > MOST_CHANGES }
}
