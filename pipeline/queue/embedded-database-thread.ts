/**
 * Thread: PostgreSQL (PGlite) on a folder, spoken to over a local socket. Apart from the main thread so that
 * queries and extraction run side by side, and so that a damaged folder can hang or crash this thread only.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { listenForDatabase } from './database-socket.ts'
import type { DatabaseAddress, DatabaseMessage } from './embedded-database.ts'

const { folder, address } = workerData as { folder: string; address: DatabaseAddress }
const say = (message: DatabaseMessage): void => parentPort?.postMessage(message)

const database = await PGlite.create({ dataDir: folder })
await database.query('SELECT 1')
const socket = await listenForDatabase(database, address)

parentPort?.on('message', async () => {
  await socket.close()
  await database.close()
  say({ state: 'closed' })
  parentPort?.close()
})
say({ state: 'ready' })
