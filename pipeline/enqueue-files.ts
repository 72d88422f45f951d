/** Many files come in: several at once, since what takes the time is the disk. */
import { basename } from 'node:path'
import { reportBytes } from '../corpus/read/report-bytes.ts'
import { ReportError } from '../corpus/report-error.ts'
import { paperIdOf } from '../corpus/store/paper-store.ts'
import { type EnqueuedPaper, type EnqueueOptions, enqueuePaper } from './enqueue-paper.ts'
import type { Installation } from './installation.ts'
import { systemReason } from './machine-fault.ts'

const AT_ONCE = 4

/** What became of one file: the paper, or why there is none. */
export type TakenIn = { readonly path: string } & (
  | { readonly paper: EnqueuedPaper; readonly error: null }
  | { readonly paper: null; readonly error: ReportError }
)

/**
 * Gives what became of each file in the order of the paths.
 * @throws what is not the fault of one file: the queue or the disk
 */
export async function* enqueueFiles(
  installation: Installation,
  paths: readonly string[],
  options: EnqueueOptions = {},
): AsyncGenerator<TakenIn> {
  const begin = intake(installation, options)
  const begun: Begun[] = []
  for (const path of paths) {
    begun.push(await begin(path))
    if (begun.length === AT_ONCE) yield await begun.shift()!.end
  }
  for (const { end } of begun) yield await end
}

/** @throws ReportError where the file can not be opened or is empty */
export async function enqueueFile(
  installation: Installation,
  path: string,
  options: EnqueueOptions = {},
): Promise<EnqueuedPaper> {
  return enqueuePaper(installation, await bytesOf(path), basename(path), options)
}

interface Begun {
  readonly end: Promise<TakenIn>
}

/**
 * Files are read one after the other and stored at the same time, but two with the same bytes one after the other: the
 * second is told as what it is known.
 */
function intake(installation: Installation, options: EnqueueOptions): (path: string) => Promise<Begun> {
  const underWay = new Map<string, Promise<unknown>>()
  return async (path) => {
    try {
      const bytes = await bytesOf(path)
      const id = paperIdOf(bytes)
      const before = underWay.get(id) ?? Promise.resolve()
      const paper = before.catch(() => {}).then(() => enqueuePaper(installation, bytes, basename(path), options))
      underWay.set(id, paper)
      return { end: settled(path, paper) }
    } catch (error) {
      return { end: settled(path, Promise.reject(error)) }
    }
  }
}

function settled(path: string, taking: Promise<EnqueuedPaper>): Promise<TakenIn> {
  const end = taking.then(
    (paper): TakenIn => ({ path, paper, error: null }),
    (error: unknown): TakenIn => {
      if (error instanceof ReportError) return { path, paper: null, error }
      throw error
    },
  )
  // it is thrown when its turn comes
  end.catch(() => {})
  return end
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await reportBytes(path, basename(path))
  } catch (error) {
    if (error instanceof ReportError) throw error
    const reason = systemReason(error) ?? (error as Error).message
    throw new ReportError('not-found', `${path} cannot be opened (${reason}); mend that and try again.`, {
      cause: error,
    })
  }
}
