/** Blobs as files below one folder, which several processes and machines may share. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type BlobStore, checkedKey } from './blob-store.ts'

/** What a killed writer may leave beside the real files: `paper.json.tmp-9f...` (`paper.json.3046221` in old stores). */
const UNFINISHED = /\.(\d+|tmp-[0-9a-f]+)$/

export function openFileBlobs(folder: string): BlobStore {
  const root = resolve(folder)
  const pathOf = (key: string): string => join(root, checkedKey(key))
  return {
    place: root,
    read: (key) => absentAsNull(readFile(pathOf(key))),
    write: (key, bytes, kind) => putFile(pathOf(key), bytes, kind !== 'passing', rename),
    create: (key, bytes) => createFile(pathOf(key), bytes),
    has: async (key) => (await absentAsNull(stat(pathOf(key)))) !== null,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => listKeys(root, prefix.replace(/\/$/, '')),
    localPath: async (key) => ((await absentAsNull(stat(pathOf(key)))) === null ? null : pathOf(key)),
    close: async () => {},
  }
}

/** False where something is: unlike a renaming, a link does not put itself in its place. */
async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await putFile(path, bytes, true, async (beside) => {
      await link(beside, path)
      await rm(beside)
    })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Complete or not there at all: the bytes are written beside the place, and the whole file is put there. */
async function putFile(
  path: string,
  bytes: Uint8Array,
  isLasting: boolean,
  put: (beside: string, path: string) => Promise<void>,
): Promise<void> {
  const beside = `${path}.tmp-${randomBytes(6).toString('hex')}`
  try {
    await fillNewFile(beside, bytes, isLasting)
    await put(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  if (isLasting) await keepNames(dirname(path))
}

async function fillNewFile(path: string, bytes: Uint8Array, isLasting: boolean): Promise<void> {
  const file = await openNewFile(path)
  try {
    await file.writeFile(bytes)
    if (isLasting) await file.sync()
  } finally {
    await file.close()
  }
}

/** Most folders are there already. */
async function openNewFile(path: string) {
  try {
    return await open(path, 'wx')
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    await mkdir(dirname(path), { recursive: true })
    return open(path, 'wx')
  }
}

/** A file whose name is not on the disk yet is gone after a power cut, whatever was done about its bytes. */
async function keepNames(folder: string): Promise<void> {
  // Windows opens no folders
  const names = await open(folder, 'r').catch(() => null)
  try {
    await names?.sync()
  } finally {
    await names?.close()
  }
}

async function listKeys(root: string, prefix: string): Promise<readonly string[]> {
  const entries = await absentAsNull(readdir(join(root, prefix), { withFileTypes: true }))
  const keys: string[] = []
  for (const entry of entries ?? []) {
    const key = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) keys.push(...(await listKeys(root, key)))
    else if (!UNFINISHED.test(entry.name)) keys.push(key)
  }
  return keys.sort()
}

async function absentAsNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
