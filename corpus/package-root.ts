/** Finds files that ship with the package (terms, samples), from the sources and from `dist` alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds Calcigraph's package.json. */
export const PACKAGE_ROOT = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

function findPackageRoot(folder: string): string {
  // dist/package.json does not exist, so the walk from dist/corpus ends at the root as well
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of calcigraph was not found above this module')
  return findPackageRoot(parent)
}

/** Absolute path of a file of this package, named from the package root, e.g. `extractors/antibody/terms.tsv`. */
export function packageFile(path: string): string {
  return join(PACKAGE_ROOT, path)
}

/** The compiled JavaScript of a module named from the package root, for child processes: Node 20 does not run .ts. */
export function compiledModule(path: string): string {
  return join(PACKAGE_ROOT, 'dist', path.replace(/\.ts$/, '.js'))
}
