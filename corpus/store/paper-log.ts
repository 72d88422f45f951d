/**
 * The history of one paper: entries that are only ever added, so that two writers never undo each other's work.
 * What holds now (`PaperState`) is worked out from it.
 */

interface Entry {
  /** 1..n; a gap only where a file was lost. */
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly at: string
}

/** A new extraction became the paper's current one. */
export interface ExtractionEntry extends Entry {
  readonly kind: 'extraction'
  /** Content-derived id of the stored record. */
  readonly extraction: string
  readonly fingerprint: string
  /** Why it was made, e.g. `ingest` or `reextract`. */
  readonly cause: string
}
/** An older extraction was made current again. */
export interface RollbackEntry extends Entry {
  readonly kind: 'rollback'
  readonly extraction: string
}
/** A person judged a fact; later decisions on the same evidence outrank earlier ones. */
export interface DecisionEntry<Decision> extends Entry {
  readonly kind: 'decision'
  readonly decision: Decision
}
/** The paper can not be read; trying again with the same reader is useless. */
export interface FailureEntry extends Entry {
  readonly kind: 'failure'
  readonly step: string
  readonly code: string
  readonly message: string
  /** Of the program part that failed: another version may do better. */
  readonly fingerprint: string
}
/** The same publication came as another file. */
export interface KnownEntry extends Entry {
  readonly kind: 'known'
  readonly as: string
  /** e.g. `doi:10.1000/x`. */
  readonly identifier: string
}

export type LogEntry<Decision = unknown> =
  | ExtractionEntry
  | RollbackEntry
  | DecisionEntry<Decision>
  | FailureEntry
  | KnownEntry

type WithoutPlace<T> = T extends unknown ? Omit<T, 'seq' | 'at'> : never
/** An entry before the log gives it its place. */
export type NewLogEntry<Decision = unknown> = WithoutPlace<LogEntry<Decision>>

export interface PaperState<Decision = unknown> {
  /** Place of the last entry: grows with every change, never returns to an old value. */
  readonly revision: number
  /** Id of the extraction that the graph must show; null before the first. */
  readonly extraction: string | null
  readonly fingerprint: string | null
  readonly decisions: readonly DecisionEntry<Decision>[]
  /** Why the paper has no new extraction; null once one succeeded. */
  readonly failure: FailureEntry | null
  /** Set where the publication is in the store as another file. */
  readonly known: KnownEntry | null
}

/** What the history amounts to. */
export function stateOfLog<Decision>(log: readonly LogEntry<Decision>[]): PaperState<Decision> {
  const fingerprints = new Map(
    log.flatMap((entry) => (entry.kind === 'extraction' ? [[entry.extraction, entry.fingerprint] as const] : [])),
  )
  const shown = log.findLast((entry) => entry.kind === 'extraction' || entry.kind === 'rollback')
  const latest = log.findLast((entry) => entry.kind !== 'decision' && entry.kind !== 'rollback')
  return {
    revision: log.at(-1)?.seq ?? 0,
    extraction: shown?.extraction ?? null,
    fingerprint: shown ? (fingerprints.get(shown.extraction) ?? null) : null,
    decisions: log.filter((entry) => entry.kind === 'decision'),
    failure: latest?.kind === 'failure' ? latest : null,
    known: latest?.kind === 'known' ? latest : null,
  }
}
