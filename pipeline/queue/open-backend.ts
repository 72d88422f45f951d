/** Which store the queue is on. */
import type { QueuePlace } from '../config.ts'
import type { QueueBackend } from './backend.ts'
import { openEmbedded, openPostgres } from './postgres-backend.ts'
import { openRedis } from './redis-backend.ts'

/** @throws QueueDownError where a server does not answer */
export function openBackend(place: QueuePlace): Promise<QueueBackend> {
  if (place.kind === 'redis') return openRedis(place.url, place.prefix)
  if (place.kind === 'postgres') return openPostgres(place.url, place.schema)
  return openEmbedded(place.folder)
}
