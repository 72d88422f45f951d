/** The folders show the flow: imports go one way, and each third-party library has its one fenced place. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../corpus/package-root.ts'

const LAYERS = ['corpus', 'extractors', 'graph', 'pipeline'] as const
type Layer = (typeof LAYERS)[number]

/** Where a library may be imported; a folder ends in a slash. */
const FENCES: Readonly<Record<string, readonly string[]>> = {
  'pdf-parse': ['corpus/read/'],
  'pdfjs-dist': ['corpus/read/'],
  'tesseract.js': ['corpus/read/'],
  // read as JATS, written as GraphML
  'fast-xml-parser': ['corpus/read/', 'graph/export/graphml.ts'],
  'franc-min': ['corpus/read/'],
  compromise: ['corpus/sentences.ts', 'extractors/language/'],
  bullmq: ['pipeline/queue/'],
  ioredis: ['pipeline/queue/'],
  pg: ['pipeline/queue/'],
  '@electric-sql/': ['pipeline/queue/'],
  '@grafeo-db/': ['graph/stores/'],
  'neo4j-driver': ['graph/stores/'],
  '@aws-sdk/': ['corpus/store/'],
  commander: ['pipeline/cli.ts', 'pipeline/commands/'],
  hono: ['pipeline/server/'],
  '@hono/': ['pipeline/server/'],
  pdfkit: ['corpus/samples/'],
}

interface Import {
  readonly file: string
  readonly target: string
}

const sources = globSync(
  LAYERS.map((layer) => `${layer}/**/*.ts`),
  { cwd: PACKAGE_ROOT },
).sort()
const imports: readonly Import[] = sources.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const code = readFileSync(posix.join(PACKAGE_ROOT, file), 'utf8')
  const targets = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].map((match) => match[1]!)
  return targets.map((target) => ({
    file,
    target: target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), target)) : target,
  }))
}

const layerOf = (path: string): Layer | undefined => LAYERS.find((layer) => path.startsWith(`${layer}/`))
const isFenced = (file: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
const isLibrary = (target: string, library: string): boolean =>
  library.endsWith('/') ? target.startsWith(library) : target === library || target.startsWith(`${library}/`)

describe('architecture', () => {
  it('reads the sources it judges', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(200)
  })

  it('imports go one way: corpus <- extractors <- graph <- pipeline', () => {
    const upward = imports.filter(({ file, target }) => {
      const to = layerOf(target)
      return to !== undefined && LAYERS.indexOf(to) > LAYERS.indexOf(layerOf(file)!)
    })
    expect(upward).toEqual([])
  })

  it('no layer reaches into test or web', () => {
    expect(imports.filter(({ target }) => /^(\.\.\/)*(test|web)\//.test(target))).toEqual([])
  })

  it.each(Object.entries(FENCES))('%s stays inside %j', (library, places) => {
    const users = imports.filter(({ target }) => isLibrary(target, library))
    expect(users.filter(({ file }) => !isFenced(file, places))).toEqual([])
  })

  it('the document model imports nothing', () => {
    expect(importsOf('corpus/document.ts')).toEqual([])
  })

  it('the libraries the project is built on are in use', () => {
    const inUse = ['pdf-parse', 'compromise', 'neo4j-driver', 'bullmq', 'ioredis'].filter((library) =>
      imports.some(({ target }) => isLibrary(target, library)),
    )
    expect(inUse).toEqual(['pdf-parse', 'compromise', 'neo4j-driver', 'bullmq', 'ioredis'])
  })
})
