/** From what a person types (files, folders, globs) to the report files they mean. */
import { realpath, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { UsageError } from './command.ts'

/** What the reader reads; in a folder everything else is passed over in silence. */
const REPORT_PATTERN = '**/*.{pdf,PDF,txt,xml,nxml}'

/**
 * Absolute paths in the order given and by name within a folder; a file that links lead to twice comes once.
 * @throws UsageError where a path leads nowhere or holds no report.
 */
export async function reportFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Map<string, string>()
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      const real = await realpath(file)
      if (!found.has(real)) found.set(real, file)
    }
  }
  return [...found.values()]
}

async function filesAt(path: string): Promise<readonly string[]> {
  const status = await stat(path).catch(() => null)
  if (status?.isFile()) return [resolve(path)]
  if (status?.isDirectory()) return filesIn(path)
  if (isDynamicPattern(path)) return filesMatching(path)
  throw new UsageError(`There is no file or folder "${path}": check the spelling, or quote it if it is a pattern.`)
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await glob(REPORT_PATTERN, { cwd: folder, absolute: true })
  if (files.length === 0) {
    throw new UsageError(`The folder "${folder}" holds no reports: put .pdf, .txt or JATS .xml files there.`)
  }
  return files.sort((a, b) => basename(a).localeCompare(basename(b), 'en'))
}

async function filesMatching(pattern: string): Promise<readonly string[]> {
  const files = await glob(pattern, { absolute: true, onlyFiles: true })
  if (files.length === 0) throw new UsageError(`No file matches "${pattern}": check the pattern.`)
  return files.sort()
}
