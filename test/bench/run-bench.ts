/**
 * `npm run bench [-- NAME...]`: every bench of the project one after the other, each in a process of its own, so that
 * none warms up or burdens another. A figure is a ratio within one run wherever that is possible.
 */
import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { PACKAGE_ROOT } from '../../corpus/package-root.ts'

const BENCHES = globSync('dist/test/**/*-bench.js', { cwd: PACKAGE_ROOT })
  .filter((path) => basename(path) !== 'run-bench.js')
  .sort()
const nameOf = (path: string): string => basename(path, '-bench.js')

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !BENCHES.some((path) => nameOf(path) === name))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; there are ${BENCHES.map(nameOf).join(', ')}.`)
  process.exit(2)
}

for (const path of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(nameOf(path))) continue
  console.log(`\n== ${nameOf(path)}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(PACKAGE_ROOT, path)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
