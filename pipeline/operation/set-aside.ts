/** A damaged folder of an embedded engine is put away, never repaired and never deleted: what it held is made again. */
import { rename } from 'node:fs/promises'

/** The new name of the folder: `queue.damaged-20261121-094320`. */
export async function setAside(folder: string, now: Date = new Date()): Promise<string> {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  for (let copy = 0; ; copy += 1) {
    const aside = `${folder}.damaged-${stamp}${copy === 0 ? '' : `-${copy}`}`
    try {
      await rename(folder, aside)
      return aside
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
      if (!taken) throw error
    }
  }
}
