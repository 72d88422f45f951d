/** Runs the command line as a user does, in a folder of its own and with an environment that names no server. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledModule } from '../../corpus/package-root.ts'

export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly log: string
}

export interface CliOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

const CLI = compiledModule('pipeline/cli.ts')
const SERVER_SETTINGS = [
  'REDIS_URL',
  'QUEUE_URL',
  'NEO4J_URL',
  'NEO4J_USER',
  'NEO4J_PASSWORD',
  'PAPERS_URL',
  'CALCIGRAPH_DATA',
]

export function startCli(words: readonly string[], { cwd, env }: CliOptions) {
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SERVER_SETTINGS.includes(name)))
  return spawn(process.execPath, [CLI, ...words], { cwd, env: { ...kept, ...env } })
}

export function runCli(words: readonly string[], options: CliOptions): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = startCli(words, options)
    let out = ''
    let log = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
    child.on('error', reject).on('close', (code) => resolve({ code, out, log }))
  })
}

/** An empty folder that the test removes. */
export function emptyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'calcigraph-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
