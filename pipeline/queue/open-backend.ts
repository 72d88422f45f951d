/** Which store the queue is on; its libraries are loaded when it is opened. */
import type { QueuePlace } from '../config.ts'
import type { QueueBackend } from './backend.ts'

/** @throws QueueDownError where a server does not answer */
export async function openBackend(place: QueuePlace): Promise<QueueBackend> {
  if (place.kind === 'redis') return (await import('./redis-backend.ts')).openRedis(place.url, place.prefix)
  const { openEmbedded, openPostgres } = await import('./postgres-backend.ts')
  return place.kind === 'postgres' ? openPostgres(place.url, place.schema) : openEmbedded(place.folder)
}
