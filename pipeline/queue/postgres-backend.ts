/** The queue on PostgreSQL: a real one, or the embedded one in the data folder. */
import { createPostgresBackend } from 'bullmq'
import pg, { type Pool } from 'pg'
import { CONNECT_TIMEOUT_MS, doesNotAnswer, type QueueBackend, withinTime, withoutSecret } from './backend.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { queueClasses } from './queue-classes.ts'

interface PostgresBackend extends QueueBackend {
  readonly pool: Pool
}

/** @throws QueueDownError */
export function openPostgres(url: string, schema: string): Promise<QueueBackend> {
  return openDatabase('postgres', { connectionString: url, schema })
}

/** @throws Error where the files in the folder can not be opened */
export async function openEmbedded(folder: string): Promise<QueueBackend> {
  const database = await openEmbeddedDatabase(folder)
  const { host, port } = database
  try {
    const backend = await openDatabase('embedded', {
      host,
      port,
      user: 'postgres',
      database: 'postgres',
      schema: 'public',
    })
    await freeOrphans(backend.pool)
    return {
      ...backend,
      // a server has processes of its own for that
      tidy: async () => {
        await backend.pool.query('VACUUM (ANALYZE) job, event')
        await backend.pool.query('CHECKPOINT')
      },
      close: async () => {
        await backend.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * Nobody else has this queue open, so a job that still counts as running belongs to a process that was killed: the
 * first check for stalled jobs shall hand it out again, not the one after its lock ran out. (BullMQ 6.7 has no call for it.)
 */
async function freeOrphans(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ known: boolean }>("SELECT to_regclass('public.job') IS NOT NULL AS known")
  if (!rows[0]?.known) return
  // reads every page: PostgreSQL's checksums find a damaged one now and not in the middle of the work
  for (const table of ['job', 'job_log', 'event', 'meta', 'scheduler'])
    await pool.query(`SELECT count(*) FROM ${table}`)
  await pool.query("UPDATE job SET stalled_marked = true, locked_until_ms = 0 WHERE state = 'active'")
  await pool.query("DELETE FROM meta WHERE field = 'stalled-check'")
}

/** Connections of each queue and each worker: all sessions of the embedded database are one, and a server has no end of them to give. */
const CONNECTIONS = { embedded: 1, postgres: 2 } as const

async function openDatabase(kind: keyof typeof CONNECTIONS, address: object): Promise<PostgresBackend> {
  const pool = new pg.Pool({ ...address, max: 1, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  pool.on('error', () => {})
  const ping = async (): Promise<void> => void (await withinTime(pool.query('SELECT 1')))
  try {
    await ping()
  } catch (error) {
    await pool.end()
    const place = 'connectionString' in address ? withoutSecret(String(address.connectionString)) : 'the data folder'
    throw doesNotAnswer(`PostgreSQL at ${place}`, 'QUEUE_URL', error)
  }
  return {
    kind,
    pool,
    classes: queueClasses(createPostgresBackend),
    connection: { ...address, max: CONNECTIONS[kind], migrate: true },
    prefix: 'bull',
    ping,
    problem: async () => null,
    tidy: async () => {},
    close: async () => void (await pool.end()),
  }
}
