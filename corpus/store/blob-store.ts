/**
 * Named bytes: the little that the paper store asks of a disk or an object store.
 * Every write is all or nothing, and several processes may write at once.
 */

export interface BlobStore {
  /** Where the bytes lie, for messages to people. */
  readonly place: string
  read(key: string): Promise<Uint8Array | null>
  /**
   * Puts the bytes in place of what the key held. `passing`: they can be made again, so a power cut may take them
   * (the death of the process never does).
   */
  write(key: string, bytes: Uint8Array, kind?: 'passing'): Promise<void>
  /** Writes only where the key is free; false where somebody was there first. */
  create(key: string, bytes: Uint8Array): Promise<boolean>
  has(key: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** Keys that begin with the prefix (which ends in a slash), sorted. */
  list(prefix: string): Promise<readonly string[]>
  /** A file of this machine with the bytes; others must not change it. */
  localPath(key: string): Promise<string | null>
  close(): Promise<void>
}

/** Slash-separated names that are safe as paths and as object keys. */
const KEY = /^[a-z0-9][a-zA-Z0-9_-]*(\.[a-zA-Z0-9_-]+)*(\/[a-zA-Z0-9][a-zA-Z0-9_-]*(\.[a-zA-Z0-9_-]+)*)*$/

/** @throws Error for a key that could leave the store's folder. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key of a blob store`)
  return key
}
