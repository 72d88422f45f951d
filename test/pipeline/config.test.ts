import { describe, expect, it } from 'vitest'
import { ConfigError, isEmbedded, parseConfig } from '../../pipeline/config.ts'

describe('settings', () => {
  it('run everything inside the data folder by default', () => {
    const config = parseConfig({}, { data: '/somewhere' })
    expect(config).toMatchObject({
      dataFolder: '/somewhere',
      papers: { folder: '/somewhere/store' },
      queue: { kind: 'embedded', folder: '/somewhere/queue' },
      graph: { folder: '/somewhere/graph' },
    })
    expect(isEmbedded(config)).toBe(true)
  })

  it('choose servers by URL; an empty variable is an unset one', () => {
    const config = parseConfig({
      CALCIGRAPH_DATA: '/data',
      REDIS_URL: 'redis://:secret@redis:6379',
      NEO4J_URL: 'bolt://neo4j:7687',
      NEO4J_PASSWORD: 'p',
      PAPERS_URL: '',
    })
    expect(config.queue).toEqual({ kind: 'redis', url: 'redis://:secret@redis:6379', prefix: 'calcigraph' })
    expect(config.graph).toEqual({ url: 'bolt://neo4j:7687', user: 'neo4j', password: 'p' })
    expect(config.papers).toEqual({ folder: '/data/store' })
    expect(isEmbedded(config)).toBe(false)
    expect(parseConfig({ QUEUE_URL: 'postgres://db/jobs' }).queue).toMatchObject({
      kind: 'postgres',
      schema: 'calcigraph',
    })
    expect(parseConfig({ PAPERS_URL: 's3://papers/some/where/' }).papers).toEqual({
      bucket: 'papers',
      prefix: 'some/where',
    })
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'no URL',
      { REDIS_URL: 'localhost' },
      'The setting REDIS_URL must be a URL that begins with redis:// or rediss://.',
    ],
    ['another scheme', { NEO4J_URL: 'http://neo4j' }, 'NEO4J_URL must be a URL that begins with bolt://'],
    ['no number', { CALCIGRAPH_READERS: 'many' }, 'The setting CALCIGRAPH_READERS'],
    ['a store without a bucket', { PAPERS_URL: 's3://' }, 'PAPERS_URL must name a bucket'],
    ['a prefix that could break keys', { QUEUE_PREFIX: 'a:b' }, 'QUEUE_PREFIX must be lower-case letters'],
  ])('are refused in one sentence: %s', (_, environment, message) => {
    expect(() => parseConfig(environment)).toThrow(ConfigError)
    expect(() => parseConfig(environment)).toThrow(message)
  })

  it('take no empty --data for the present folder', () => {
    expect(() => parseConfig({}, { data: '' })).toThrow('--data names no folder')
  })
})
