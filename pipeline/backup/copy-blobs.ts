/** One store's blobs into another. */
import type { BlobStore } from '../../corpus/store/blob-store.ts'

/**
 * Copies every blob; what makes a paper a paper comes last, so that a copy that is cut off holds no half paper.
 * Returns how many were copied.
 */
export async function copyBlobs(
  from: BlobStore,
  to: BlobStore,
  onBlob: (done: number, total: number) => void = () => {},
): Promise<number> {
  const isPaper = (key: string): boolean => key.endsWith('/paper.json')
  const keys = [...(await from.list(''))].sort((one, other) => Number(isPaper(one)) - Number(isPaper(other)))
  for (const [index, key] of keys.entries()) {
    const bytes = await from.read(key)
    if (bytes) await to.write(key, bytes)
    onBlob(index + 1, keys.length)
  }
  return keys.length
}
