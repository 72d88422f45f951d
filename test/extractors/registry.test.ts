import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { EXTRACTORS } from '../../extractors/index.ts'

it('the table of extractors in the README is the registry', () => {
  const readme = readFileSync(packageFile('extractors/README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| (\w+) \| [^|]+ \| ([\w, ]*)\|$/gm)].filter(([, id]) => id !== 'extractor')
  const listed = EXTRACTORS.map(({ id, needs }) => `${id}: ${(needs ?? []).join(', ')}`)
  expect(rows.map(([, id, needs]) => `${id}: ${needs?.trim()}`)).toEqual(listed)
})
