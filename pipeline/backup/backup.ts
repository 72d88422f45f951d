/** Everything that is true, in one file: papers, documents, extractions, decisions, runs and schedules. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { create, extract } from 'tar'
import { openFileBlobs } from '../../corpus/store/file-blobs.ts'
import type { CasePapers } from '../case-papers.ts'
import type { Installation } from '../installation.ts'
import { type Rebuilt, rebuildGraph } from '../rebuild.ts'
import { requeueUnfinished } from '../requeue-unfinished.ts'
import { copyBlobs } from './copy-blobs.ts'

const MANIFEST = 'calcigraph-backup.json'
const FORMAT = 'calcigraph-backup/1'

export interface BackupSummary {
  readonly file: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly papers: number
  readonly blobs: number
}

export interface Restored extends Rebuilt {
  readonly blobs: number
  /** Papers that were on their way when the backup was made and are queued again. */
  readonly queued: number
}

/** The file is no backup, or there is no room for what it holds; the message says which. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** Writes a gzipped tar file; it appears under its name only when it is whole. May run beside workers. */
export async function backUp(papers: CasePapers, file: string): Promise<BackupSummary> {
  const target = resolve(file)
  const stage = await mkdtemp(join(tmpdir(), 'calcigraph-backup-'))
  const part = `${target}.part`
  try {
    const blobs = await copyBlobs(papers.blobs, openFileBlobs(join(stage, 'store')))
    const summary = { file: target, at: new Date().toISOString(), papers: (await papers.ids()).length, blobs }
    const manifest = { format: FORMAT, at: summary.at, papers: summary.papers, blobs }
    await writeFile(join(stage, MANIFEST), `${JSON.stringify(manifest)}\n`)
    await mkdir(join(stage, 'store'), { recursive: true })
    await mkdir(dirname(target), { recursive: true })
    await create({ file: part, gzip: true, cwd: stage, portable: true }, [MANIFEST, 'store'])
    await rename(part, target)
    return summary
  } finally {
    await rm(stage, { recursive: true, force: true })
    await rm(part, { force: true })
  }
}

/**
 * Fills an empty installation from a backup and makes its graph, on whichever engines it runs.
 * @throws BackupError where the file is no whole backup or the installation holds papers already
 */
export async function restore(installation: Installation, file: string): Promise<Restored> {
  const { papers } = installation
  if ((await papers.ids()).length > 0)
    throw new BackupError(`There are papers at ${papers.blobs.place} already; restore into an empty data folder.`)
  const stage = await mkdtemp(join(tmpdir(), 'calcigraph-restore-'))
  try {
    await unpack(resolve(file), stage)
    const blobs = await copyBlobs(openFileBlobs(join(stage, 'store')), papers.blobs)
    const rebuilt = await rebuildGraph(installation)
    return { ...rebuilt, blobs, queued: (await requeueUnfinished(installation)).queued }
  } finally {
    // an archive that broke off in the middle may still have a file under the pen
    await rm(stage, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

async function unpack(file: string, stage: string): Promise<void> {
  try {
    await extract({ file, cwd: stage, strict: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BackupError(`${file} can not be unpacked (${reason}); give a file that \`backup\` made.`, {
      cause: error,
    })
  }
  const manifest = await readFile(join(stage, MANIFEST), 'utf8').then(
    (text) => JSON.parse(text) as { format?: string; blobs?: number },
    () => ({ format: undefined, blobs: undefined }),
  )
  if (manifest.format !== FORMAT) throw new BackupError(`${file} is no backup of this program's kind (${FORMAT}).`)
  const found = (await openFileBlobs(join(stage, 'store')).list('')).length
  if (found !== manifest.blobs)
    throw new BackupError(`${file} is not whole: it holds ${found} of ${manifest.blobs} files; take another backup.`)
}
