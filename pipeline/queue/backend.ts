/** Where the queue lives, behind one shape: BullMQ's classes and the connection to give them. */
import { createPostgresBackend, createRedisBackend, type IQueueBackend, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { Pool } from 'pg'
import type { QueuePlace } from '../config.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'

/** The classes without their backend's types: nothing above this file may depend on which one it is. */
export type QueueClasses = ReturnType<typeof withBackend<IQueueBackend, object>>

export interface QueueBackend {
  readonly kind: QueuePlace['kind']
  readonly classes: QueueClasses
  readonly connection: object
  /** Goes before every key in Redis; a schema of its own in PostgreSQL makes it needless there. */
  readonly prefix: string
  /** Answers while the queue's store does. @throws where it is down */
  ping(): Promise<void>
  /** What in the server's settings endangers the queue, in one sentence; null where all is well. */
  problem(): Promise<string | null>
  close(): Promise<void>
}

/** The queue's store does not answer or can not be opened; may pass. */
export class QueueDownError extends Error {
  override readonly name = 'QueueDownError'
  readonly permanent = false
}

const CONNECT_TIMEOUT_MS = 10_000

/** @throws QueueDownError */
export async function openBackend(place: QueuePlace): Promise<QueueBackend> {
  if (place.kind === 'redis') return openRedis(place.url, place.prefix)
  if (place.kind === 'postgres') return openPostgres('postgres', { connectionString: place.url, schema: place.schema })
  const database = await openEmbeddedDatabase(place.folder)
  const { host, port } = database
  const user = { user: 'postgres', database: 'postgres', schema: 'public' }
  try {
    const backend = await openPostgres('embedded', { host, port, ...user })
    await freeOrphans(backend.pool)
    return {
      ...backend,
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

async function openRedis(url: string, prefix: string): Promise<QueueBackend> {
  // null: commands wait for the server to come back, as BullMQ's workers need it
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS })
  redis.on('error', () => {})
  try {
    await redis.connect()
  } catch (error) {
    redis.disconnect()
    throw new QueueDownError(
      `Redis at ${withoutSecret(url)} does not answer (${reasonOf(error)}); start it or correct REDIS_URL.`,
      {
        cause: error,
      },
    )
  }
  return {
    kind: 'redis',
    classes: withBackend(createRedisBackend) as unknown as QueueClasses,
    connection: redis,
    prefix,
    ping: async () => void (await withinTime(redis.ping())),
    problem: () => redisProblem(redis),
    close: async () => redis.disconnect(),
  }
}

async function openPostgres(
  kind: 'embedded' | 'postgres',
  address: object,
): Promise<QueueBackend & { readonly pool: Pool }> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ ...address, max: 1, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  pool.on('error', () => {})
  const ping = async (): Promise<void> => void (await withinTime(pool.query('SELECT 1')))
  try {
    await ping()
  } catch (error) {
    await pool.end()
    const place = 'connectionString' in address ? withoutSecret(String(address.connectionString)) : 'the data folder'
    throw new QueueDownError(
      `PostgreSQL at ${place} does not answer (${reasonOf(error)}); start it or correct QUEUE_URL.`,
      {
        cause: error,
      },
    )
  }
  return {
    kind,
    pool,
    classes: withBackend(createPostgresBackend) as unknown as QueueClasses,
    connection: { ...address, max: 4, migrate: true },
    prefix: 'bull',
    ping,
    problem: async () => null,
    close: async () => void (await pool.end()),
  }
}

/** Redis may drop or lose jobs in settings that suit a cache. */
async function redisProblem(redis: Redis): Promise<string | null> {
  const info = await redis.info()
  const field = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
  if (Number(field('redis_version').split('.')[0]) < 6)
    return `Redis ${field('redis_version')} is too old for the queue; use 6.2 or newer.`
  const policy = field('maxmemory_policy')
  if (policy !== '' && policy !== 'noeviction')
    return `Redis may evict jobs (maxmemory-policy ${policy}); set it to noeviction.`
  if (field('aof_enabled') === '0')
    return 'Redis keeps no append-only file, so a crash loses the last jobs (they can be queued again); set appendonly yes.'
  return null
}

/** A password never reaches a log or a message. */
export function withoutSecret(address: string): string {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  return url.toString()
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message.trim() || error.name : String(error)
}

function withinTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CONNECT_TIMEOUT_MS / 1000} s`)), CONNECT_TIMEOUT_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
