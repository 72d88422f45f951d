/** BullMQ's classes over one of its stores. Only the backends import it: loading it takes longer than most commands. */
import { type createRedisBackend, UnrecoverableError, WaitingError, withBackend } from 'bullmq'
import type { QueueClasses } from './backend.ts'

export function queueClasses(store: unknown): QueueClasses {
  const classes = withBackend(store as typeof createRedisBackend) as unknown as QueueClasses
  return { ...classes, WaitingError, UnrecoverableError }
}
