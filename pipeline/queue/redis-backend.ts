/** The queue on Redis. */
import { createRedisBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { CONNECT_TIMEOUT_MS, doesNotAnswer, type QueueBackend, withinTime, withoutSecret } from './backend.ts'
import { queueClasses } from './queue-classes.ts'

/** @throws QueueDownError */
export async function openRedis(url: string, prefix: string): Promise<QueueBackend> {
  // null: commands wait for the server to come back, as BullMQ's workers need it
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS })
  redis.on('error', () => {})
  try {
    await redis.connect()
  } catch (error) {
    redis.disconnect()
    throw doesNotAnswer(`Redis at ${withoutSecret(url)}`, 'REDIS_URL', error)
  }
  return {
    kind: 'redis',
    classes: queueClasses(createRedisBackend),
    connection: redis,
    prefix,
    ping: async () => void (await withinTime(redis.ping())),
    problem: () => redisProblem(redis),
    tidy: async () => {},
    close: async () => redis.disconnect(),
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
