/** The package can be installed anywhere: exact versions, and a lock file that knows every platform. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packageFile } from '../corpus/package-root.ts'

interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (file: string) => JSON.parse(readFileSync(packageFile(file), 'utf8'))
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>
const locked = (read('package-lock.json') as { packages: Record<string, Locked> }).packages

describe('package.json', () => {
  it('pins every version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

describe('package-lock.json', () => {
  it('names the optional packages of every platform, else `npm ci` fails on the others', () => {
    const wanted = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    const known = Object.keys(locked).map((path) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    )
    expect(wanted.length).toBeGreaterThan(20)
    expect([...new Set(wanted)].filter((name) => !known.includes(name))).toEqual([])
  })

  it('ties nobody to one registry', () => {
    expect(
      Object.values(locked).filter((entry) => entry.resolved !== undefined && /^https?:/.test(entry.resolved)),
    ).toEqual([])
  })
})
