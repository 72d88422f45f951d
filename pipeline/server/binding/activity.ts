/** What the workers of this process are at, paper by paper, and who wants to hear of it. */
import type { JobEvent } from '../../queue/workers.ts'
import type { ServerEvent } from '../schemas/operation.ts'

export interface Activity {
  /** Takes in what a worker says; `settled` papers are read anew by the caller before listeners hear of them. */
  hear(event: JobEvent): void
  isActive(paper: string): boolean
  /** Why the paper's last job failed in this process, until it is begun anew. */
  failureOf(paper: string): string | null
  tell(event: ServerEvent): void
  watch(listener: (event: ServerEvent) => void): () => void
}

/** How far a paper has come when a step begins. */
const PROGRESS = { read: 0.1, extract: 0.6, write: 0.85 } as const

/** `onSettled` is called once a paper is finished, before anybody is told. */
export function openActivity(onSettled: (paper: string) => Promise<unknown>): Activity {
  const active = new Set<string>()
  const failures = new Map<string, string>()
  const listeners = new Set<(event: ServerEvent) => void>()
  const tell = (event: ServerEvent): void => {
    for (const listener of listeners) listener(event)
  }

  function hear(event: JobEvent): void {
    const { paper, job, step, note } = event
    if (paper === '') return
    const said = { type: 'paper', paper, job, message: note } as const
    if (event.type === 'started') {
      active.add(paper)
      failures.delete(paper)
      tell({ ...said, state: 'active', progress: PROGRESS[step] })
    } else if (event.type === 'failed' || isLast(event)) {
      active.delete(paper)
      if (event.type === 'failed') failures.set(paper, note ?? 'The work on it failed; the log says why.')
      const state = event.type === 'failed' ? 'failed' : 'done'
      void onSettled(paper)
        .catch(() => null)
        .then(() => tell({ ...said, state, progress: 1 }))
    } else {
      tell({ ...said, type: 'job', state: event.type, progress: null })
    }
  }

  return {
    hear,
    isActive: (paper) => active.has(paper),
    failureOf: (paper) => failures.get(paper) ?? null,
    tell,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A paper is through when it is written, or when reading found that it is known as another file. */
function isLast({ type, step, note }: JobEvent): boolean {
  return type === 'completed' && (step === 'write' || (note?.startsWith('already known') ?? false))
}
