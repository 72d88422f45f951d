/** Where the queue lives, behind one shape: BullMQ's classes and the connection to give them. */
import type { IQueueBackend, UnrecoverableError, WaitingError, withBackend } from 'bullmq'
import type { QueuePlace } from '../config.ts'

/** The classes without their backend's types: nothing above this file may depend on which one it is. */
export type QueueClasses = ReturnType<typeof withBackend<IQueueBackend, object>> & {
  /** What a job throws to be given back, and to fail without another try. */
  readonly WaitingError: typeof WaitingError
  readonly UnrecoverableError: typeof UnrecoverableError
}

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
  /** Gives the room of removed jobs back where the store does not do so by itself. */
  tidy(): Promise<void>
  close(): Promise<void>
}

/** The queue's store does not answer or can not be opened; may pass. */
export class QueueDownError extends Error {
  override readonly name = 'QueueDownError'
  readonly permanent = false
}

export const CONNECT_TIMEOUT_MS = 10_000

/** A server that can not be reached, in one sentence that says what to do. */
export function doesNotAnswer(server: string, setting: string, error: unknown): QueueDownError {
  const message = `${server} does not answer (${reasonOf(error)}); start it or correct ${setting}.`
  return new QueueDownError(message, { cause: error })
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

/** @throws Error where there is no answer within the time to connect */
export function withinTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CONNECT_TIMEOUT_MS / 1000} s`)), CONNECT_TIMEOUT_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
