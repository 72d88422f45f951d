/** README keeps up with the program. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packageFile } from '../corpus/package-root.ts'

const readme = readFileSync(packageFile('README.md'), 'utf8')
const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

describe('README', () => {
  it('gives the two commands first', () => {
    expect(readme.indexOf('npm ci && npm start')).toBeLessThan(700)
    expect(readme.indexOf('npm ci && npm test')).toBeLessThan(800)
  })

  it('says of each runtime dependency why it is there', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  it('has no gap left to fill', () => {
    expect(readme).not.toMatch(/<!--|TODO|FIXME/)
  })
})
