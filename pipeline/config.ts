/** Every setting of the program, parsed once at the door from the environment and the command line. */
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export type QueuePlace =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'redis'; readonly url: string; readonly prefix: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string }

export type GraphPlace =
  | { readonly folder: string }
  | { readonly url: string; readonly user: string; readonly password: string }

export type PapersPlace = { readonly folder: string } | { readonly bucket: string; readonly prefix: string }

/** Jobs of each step that one worker has at a time. */
export interface Concurrency {
  readonly read: number
  readonly extract: number
  readonly write: number
}

export interface RetryPolicy {
  /** Tries of a step in all, the first one included. */
  readonly attempts: number
  /** The pause before the second try; it doubles from try to try, with jitter. */
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

/** What one paper may cost. */
export interface PaperLimits {
  /** Longest time to read it, and to extract it. */
  readonly readMs: number
  readonly extractMs: number
  readonly memoryMb: number
  readonly pages: number
}

export interface Config {
  readonly dataFolder: string
  readonly papers: PapersPlace
  readonly queue: QueuePlace
  readonly graph: GraphPlace
  readonly concurrency: Concurrency
  /** Child processes that read, and those that extract. */
  readonly readers: number
  readonly extractions: number
  readonly retry: RetryPolicy
  readonly limits: PaperLimits
  /** How long a job stays with a worker that gives no sign of life before another takes it. */
  readonly lockMs: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A setting is wrong; the message names it and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const url = (...schemes: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.replace(':', '')), {
    error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })
const count = (least: number) => z.coerce.number().int().min(least)

const SETTINGS = z.object({
  CALCIGRAPH_DATA: z.string().default('calcigraph-data'),
  REDIS_URL: url('redis', 'rediss').optional(),
  /** A real PostgreSQL in place of Redis. */
  QUEUE_URL: url('redis', 'rediss', 'postgres', 'postgresql').optional(),
  /** Sets several installations on one Redis or PostgreSQL apart. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, { error: 'must be lower-case letters, digits and underscores' })
    .default('calcigraph'),
  NEO4J_URL: url('bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc').optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  PAPERS_URL: url('s3', 'file').optional(),
  CALCIGRAPH_READERS: count(1).default(Math.max(1, Math.min(4, availableParallelism()))),
  CALCIGRAPH_ATTEMPTS: count(1).default(16),
  CALCIGRAPH_RETRY_MS: count(1).default(500),
  CALCIGRAPH_LOCK_MS: count(500).default(30_000),
  CALCIGRAPH_READ_TIMEOUT_MS: count(1).default(60_000),
  CALCIGRAPH_EXTRACT_TIMEOUT_MS: count(1).default(120_000),
  CALCIGRAPH_READ_MEMORY_MB: count(64).default(768),
  CALCIGRAPH_READ_PAGES: count(1).default(400),
  CALCIGRAPH_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Environment = Readonly<Record<string, string | undefined>>

/** What a command line may set over the environment. */
export interface ConfigOptions {
  readonly data?: string | undefined
}

/** @throws ConfigError */
export function parseConfig(environment: Environment, options: ConfigOptions = {}): Config {
  // an empty variable (as compose files make them) is an unset one
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  )
  const parsed = SETTINGS.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`The setting ${issue?.path.join('.')} ${lowerFirst(issue?.message ?? 'is wrong')}.`)
  }
  const settings = parsed.data
  // an unset shell variable must not lead to whatever lies in the present folder
  if (options.data === '') throw new ConfigError('The option --data names no folder: it is empty.')
  // extracting takes half as long as reading
  const extractions = Math.ceil(settings.CALCIGRAPH_READERS / 2)
  const dataFolder = resolve(options.data ?? settings.CALCIGRAPH_DATA)
  return {
    dataFolder,
    papers: papersPlace(settings.PAPERS_URL, dataFolder),
    queue: queuePlace(settings.QUEUE_URL ?? settings.REDIS_URL, settings.QUEUE_PREFIX, dataFolder),
    graph: settings.NEO4J_URL
      ? { url: settings.NEO4J_URL, user: settings.NEO4J_USER, password: settings.NEO4J_PASSWORD }
      : { folder: join(dataFolder, 'graph') },
    // one more than can be computed at once, so that storing one paper does not keep the next one waiting
    concurrency: { read: settings.CALCIGRAPH_READERS + 1, extract: extractions + 1, write: 4 },
    readers: settings.CALCIGRAPH_READERS,
    extractions,
    retry: {
      attempts: settings.CALCIGRAPH_ATTEMPTS,
      firstPauseMs: settings.CALCIGRAPH_RETRY_MS,
      longestPauseMs: 30_000,
    },
    limits: {
      readMs: settings.CALCIGRAPH_READ_TIMEOUT_MS,
      extractMs: settings.CALCIGRAPH_EXTRACT_TIMEOUT_MS,
      memoryMb: settings.CALCIGRAPH_READ_MEMORY_MB,
      pages: settings.CALCIGRAPH_READ_PAGES,
    },
    lockMs: settings.CALCIGRAPH_LOCK_MS,
    logLevel: settings.CALCIGRAPH_LOG,
  }
}

/** Engines inside the process: only one process at a time may use their files. */
export function isEmbedded(config: Pick<Config, 'queue' | 'graph'>): boolean {
  return config.queue.kind === 'embedded' || 'folder' in config.graph
}

function queuePlace(address: string | undefined, prefix: string, dataFolder: string): QueuePlace {
  if (address === undefined) return { kind: 'embedded', folder: join(dataFolder, 'queue') }
  return address.startsWith('redis')
    ? { kind: 'redis', url: address, prefix }
    : { kind: 'postgres', url: address, schema: prefix }
}

function papersPlace(address: string | undefined, dataFolder: string): PapersPlace {
  if (address === undefined) return { folder: join(dataFolder, 'store') }
  const { protocol, hostname, pathname } = new URL(address)
  if (protocol === 's3:' && hostname === '')
    throw new ConfigError('The setting PAPERS_URL must name a bucket, as in s3://bucket/prefix.')
  if (protocol === 'file:') return { folder: decodeURIComponent(pathname) }
  return { bucket: hostname, prefix: pathname.replace(/^\/+|\/+$/g, '') }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
