/** The queue's own PostgreSQL: files in the data folder, no server to install, reached over a private socket. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { compiledModule } from '../../corpus/package-root.ts'
import { asError } from '../machine-fault.ts'
import { copyTemplate, forgetTemplate } from './database-template.ts'

/** A socket file that only this user can reach; a local port where the system has no socket files. */
export type DatabaseAddress = { readonly path: string } | { readonly port: number }

export type DatabaseMessage = { readonly state: 'ready' } | { readonly state: 'closed' }

export interface EmbeddedDatabase {
  /** As node-postgres takes them. */
  readonly host: string
  readonly port: number
  /** Called once if the database dies on its own. */
  onDeath(listener: (reason: Error) => void): void
  close(): Promise<void>
}

/** node-postgres looks for this name in the folder that it is given as host. */
const SOCKET_PORT = 5432
/** The first start unpacks and initialises; a folder that takes longer is damaged. */
const START_TIMEOUT_MS = 120_000

/** @throws Error where the files in the folder can not be opened. */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  const isNew = !existsSync(folder)
  const isCopy = isNew && (await copyTemplate(folder, makeDatabase))
  try {
    return await startDatabase(folder)
  } catch (error) {
    if (!isCopy) throw error
    await forgetTemplate()
    await rm(folder, { recursive: true, force: true })
    return startDatabase(folder)
  }
}

async function makeDatabase(folder: string): Promise<void> {
  await (await startDatabase(folder)).close()
}

async function startDatabase(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(dirname(folder), { recursive: true })
  const socketFolder = await mkdtemp(join(tmpdir(), 'calcigraph-'))
  const address: DatabaseAddress =
    process.platform === 'win32' ? { port: await freePort() } : { path: join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`) }
  const thread = new Worker(compiledModule('pipeline/queue/embedded-database-thread.ts'), {
    workerData: { folder, address },
    // PGlite complains on its own about files it can not read; the reason reaches the caller as an error
    stderr: true,
  })
  thread.stderr.resume()
  const death = deathOf(thread)
  try {
    await Promise.race([heard(thread, 'ready'), death.promise, timeout(START_TIMEOUT_MS)])
  } catch (error) {
    await thread.terminate()
    await rm(socketFolder, { recursive: true, force: true })
    throw error
  }
  thread.unref()
  return {
    ...('path' in address ? { host: socketFolder, port: SOCKET_PORT } : { host: '127.0.0.1', port: address.port }),
    onDeath: (listener) => void death.promise.catch(listener),
    async close() {
      death.expected = true
      thread.ref()
      const closed = heard(thread, 'closed')
      thread.postMessage('close')
      await Promise.race([closed, death.promise.catch(() => {}), new Promise((done) => thread.once('exit', done))])
      await thread.terminate()
      await rm(socketFolder, { recursive: true, force: true })
    },
  }
}

function deathOf(thread: Worker): { readonly promise: Promise<never>; expected: boolean } {
  const death = { expected: false } as { promise: Promise<never>; expected: boolean }
  death.promise = new Promise<never>((_, reject) => {
    thread.once('error', (thrown) => reject(asError(thrown)))
    thread.once('exit', (code) => {
      if (!death.expected) reject(new Error(`the embedded queue database ended with code ${code}`))
    })
  })
  death.promise.catch(() => {})
  return death
}

function heard(thread: Worker, state: DatabaseMessage['state']): Promise<void> {
  return new Promise((resolve) => {
    thread.on('message', (message: DatabaseMessage) => {
      if (message.state === state) resolve()
    })
  })
}

function timeout(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`the embedded queue database did not start within ${ms / 1000} s`)), ms).unref()
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
