/**
 * PostgreSQL for tests: the server of QUEUE_URL, or a new one from the binaries that Debian's package brings. It
 * refuses to run as root; started by root it runs as the user of that package.
 */
import { execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { globSync } from 'tinyglobby'
import { freePort, waitForPort } from './port.ts'
import type { Service } from './service.ts'

const run = promisify(execFile)

/** Debian keeps them off the PATH, one folder a version. */
const DEBIAN = '/usr/lib/postgresql'
const SUPERUSER = 'calcigraph'

export async function startPostgres(): Promise<Service> {
  const given = process.env.QUEUE_URL
  if (given?.startsWith('postgres')) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'calcigraph-postgres-'))
  const server = await startPostgresServer(folder, await freePort())
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  if ('skipped' in server) {
    await remove()
    return server
  }
  return {
    url: server.url,
    stop: async () => {
      await server.kill()
      await remove()
    },
  }
}

export interface PostgresServer {
  readonly url: string
  /** SIGKILL to the server; its children end by themselves. */
  kill(): Promise<void>
}

/** A server of one's own in an empty folder, or again in one that it ran in before. */
export async function startPostgresServer(folder: string, port: number): Promise<PostgresServer | { skipped: string }> {
  const binaries = folderOfBinaries()
  if (binaries === null) return { skipped: 'PostgreSQL: no initdb on the PATH or in /usr/lib/postgresql' }
  const as = await unprivilegedUser()
  if (as === null) return { skipped: 'PostgreSQL: it refuses to run as root, and there is no user postgres or nobody' }
  const data = join(folder, 'data')
  const url = `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`
  try {
    await initialise(binaries, folder, data, as)
  } catch (error) {
    return { skipped: `PostgreSQL: initdb failed (${(error as Error).message.trim().split('\n').at(-1)})` }
  }
  const settings = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=60']
  const server = spawn(join(binaries, 'postgres'), settings, { stdio: 'ignore', ...as })
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()).once('error', () => resolve()))
  const killNow = (): void => void server.kill('SIGKILL')
  process.once('exit', killNow)
  server.once('close', () => process.off('exit', killNow))
  if (await waitForPort('127.0.0.1', port, 30_000, () => server.exitCode !== null)) {
    return {
      url,
      kill: async () => {
        killNow()
        await ended
      },
    }
  }
  killNow()
  await ended
  return { skipped: `PostgreSQL: the server in ${binaries} does not start` }
}

interface ProcessUser {
  readonly uid?: number
  readonly gid?: number
}

async function initialise(binaries: string, folder: string, data: string, as: ProcessUser): Promise<void> {
  if (as.uid !== undefined) await chown(folder, as.uid, as.gid ?? as.uid)
  const isThere = globSync('PG_VERSION', { cwd: data }).length > 0
  const options = ['-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C']
  if (!isThere) await run(join(binaries, 'initdb'), options, { cwd: folder, ...as })
}

/** The newest version of the package, or whatever is on the PATH. */
function folderOfBinaries(): string | null {
  const packaged = globSync('*/bin/initdb', { cwd: DEBIAN, absolute: true }).sort(byVersion).at(-1)
  if (packaged) return join(packaged, '..')
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .find((place) => globSync('initdb', { cwd: place }).length > 0)
  return onPath ?? null
}

function byVersion(one: string, other: string): number {
  const versionOf = (path: string): number => Number(path.slice(DEBIAN.length + 1).split('/')[0])
  return versionOf(one) - versionOf(other)
}

/** Nothing to change where we are nobody special; null where nobody can be found. */
async function unprivilegedUser(): Promise<ProcessUser | null> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(['-u', '-g'].map(async (which) => (await run('id', [which, name])).stdout))
      return { uid: Number(uid), gid: Number(gid) }
    } catch {
      // no such user
    }
  }
  return null
}
