/** Blobs as files below one folder, which several processes and machines may share. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { type BlobStore, checkedKey } from './blob-store.ts'

/** What a killed writer may leave beside the real files: `paper.json.3046221` or `paper.json.tmp-9f...`. */
const UNFINISHED = /\.(\d+|tmp-[0-9a-f]+)$/

export function openFileBlobs(folder: string): BlobStore {
  const root = resolve(folder)
  const pathOf = (key: string): string => join(root, checkedKey(key))
  return {
    place: root,
    read: (key) => absentAsNull(readFile(pathOf(key))),
    async write(key, bytes, kind) {
      await mkdir(dirname(pathOf(key)), { recursive: true })
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      await writeFileAtomic(pathOf(key), content, { fsync: kind !== 'passing' })
    },
    create: (key, bytes) => createFile(pathOf(key), bytes),
    has: async (key) => (await absentAsNull(stat(pathOf(key)))) !== null,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => listKeys(root, prefix.replace(/\/$/, '')),
    localPath: async (key) => ((await absentAsNull(stat(pathOf(key)))) === null ? null : pathOf(key)),
    close: async () => {},
  }
}

/** Complete or not there at all: the bytes are written beside the place and linked into it, which fails if it is taken. */
async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.tmp-${randomBytes(6).toString('hex')}`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(beside, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(beside, { force: true })
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
