/** Looks over an installation and says what is wrong and how to mend it. Opens what it can, changes nothing. */

import { readFileSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { packageFile } from '../../corpus/package-root.ts'
import { type Config, isEmbedded } from '../config.ts'
import { folderOwner } from '../data-folder-lock.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { withoutSecret } from '../queue/backend.ts'
import { outdatedPapers } from '../reextract/reextract.ts'

export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'failed'
  /** One sentence: what is so, and where it is wrong what to do. */
  readonly message: string
}

const LOW_DISK_MB = 500

/** Never throws: what can not be looked at is a finding, too. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const findings = [
    nodeVersion(),
    configuration(config),
    await writable(config.dataFolder),
    await disk(config.dataFolder),
  ]
  const owner = isEmbedded(config) ? await folderOwner(config.dataFolder) : null
  if (owner) {
    const { pid, host, command } = owner
    const message = `process ${pid} on ${host} (${command}) has the data folder open; its stores were not looked at`
    return [...findings, { check: 'stores', state: 'ok', message }]
  }
  let installation: Installation
  try {
    installation = await openInstallation(config)
  } catch (error) {
    return [...findings, failed('papers', error)]
  }
  try {
    findings.push(await look('papers', () => lookAtPapers(installation)))
    findings.push(await look('queue', () => lookAtQueue(installation)))
    findings.push(await look('graph', () => lookAtGraph(installation)))
    findings.push(await look('extractions', () => lookAtExtractions(installation)))
    for (const message of installation.warnings) findings.push({ check: 'repair', state: 'warning', message })
  } finally {
    await installation.close()
  }
  return findings
}

type Look = Pick<Finding, 'message'> & Partial<Pick<Finding, 'state'>>

async function look(check: string, at: () => Promise<Look>): Promise<Finding> {
  try {
    return { check, state: 'ok', ...(await at()) }
  } catch (error) {
    return failed(check, error)
  }
}

function failed(check: string, error: unknown): Finding {
  return { check, state: 'failed', message: error instanceof Error ? error.message : String(error) }
}

function nodeVersion(): Finding {
  const { engines } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { engines: { node: string } }
  const wanted = engines.node.replace('>=', '')
  const isEnough = compareVersions(process.versions.node, wanted) >= 0
  const message = isEnough
    ? `Node ${process.versions.node}`
    : `Node ${process.versions.node} is too old; install ${wanted} or newer`
  return { check: 'node', state: isEnough ? 'ok' : 'failed', message }
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  const index = a!.findIndex((part, at) => part !== b![at])
  return index === -1 ? 0 : a![index]! - (b![index] ?? 0)
}

function configuration(config: Config): Finding {
  const queue = config.queue.kind === 'embedded' ? 'embedded queue' : withoutSecret(config.queue.url)
  const graph = 'folder' in config.graph ? 'embedded graph' : withoutSecret(config.graph.url)
  const papers =
    'folder' in config.papers ? config.papers.folder : `s3://${config.papers.bucket}/${config.papers.prefix}`
  return { check: 'configuration', state: 'ok', message: `papers in ${papers}; ${queue}; ${graph}` }
}

async function writable(folder: string): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.R_OK)
    return { check: 'data folder', state: 'ok', message: folder }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      check: 'data folder',
      state: 'failed',
      message: `${folder} can not be written (${reason}); mend its rights`,
    }
  }
}

async function disk(folder: string): Promise<Finding> {
  return look('disk', async () => {
    const { bavail, bsize } = await statfs(folder)
    const freeMb = Math.floor((bavail * bsize) / 2 ** 20)
    return freeMb < LOW_DISK_MB
      ? { state: 'warning', message: `only ${freeMb} MB are free at ${folder}; make room` }
      : { message: `${freeMb.toLocaleString('en')} MB free` }
  })
}

async function lookAtPapers({ papers }: Installation): Promise<Look> {
  const ids = await papers.ids()
  const damaged: string[] = []
  for (const id of ids) {
    const { extraction } = await papers.state(id)
    const isWhole =
      (await papers.bytes(id)) !== null && (extraction === null || (await papers.extraction(id, extraction)))
    if (!isWhole) damaged.push(id)
  }
  const message = `${ids.length} papers at ${papers.blobs.place}`
  if (damaged.length === 0) return { message }
  const [first] = damaged
  return {
    state: 'failed',
    message: `${message}; ${damaged.length} are damaged (${first}): restore them from a backup`,
  }
}

async function lookAtQueue(installation: Installation): Promise<Look> {
  const queue = await installation.queue()
  const problem = await queue.backend.problem()
  if (problem) return { state: 'warning', message: problem }
  const counts = Object.values(await queue.counts())
  const sum = (state: 'failed' | 'active' | 'waiting' | 'prioritized' | 'delayed'): number =>
    counts.reduce((total, step) => total + step[state], 0)
  const waiting = sum('waiting') + sum('prioritized') + sum('delayed')
  const message = `${queue.backend.kind}: ${waiting} jobs wait, ${sum('active')} run, ${sum('failed')} failed`
  return sum('failed') > 0 ? { state: 'warning', message: `${message}; \`jobs list\` shows why` } : { message }
}

async function lookAtGraph(installation: Installation): Promise<Look> {
  const graph = await installation.graph()
  const shown = new Set((await graph.read('MATCH (p:Paper) RETURN p.id AS id')).map(({ id }) => String(id)))
  const { papers } = installation
  let missing = 0
  for (const id of await papers.ids()) {
    const { extraction, known } = await papers.state(id)
    if (extraction !== null && !known && !shown.has(id)) missing += 1
  }
  const message = `${graph.engine}: ${shown.size} papers`
  if (missing === 0) return { message }
  return {
    state: 'warning',
    message: `${message}; ${missing} extracted papers are not in it: run \`work\` or \`rebuild\``,
  }
}

async function lookAtExtractions(installation: Installation): Promise<Look> {
  const outdated = (await outdatedPapers(installation)).length
  return outdated === 0
    ? { message: 'all by the present rules' }
    : { state: 'warning', message: `${outdated} papers were extracted by older rules: run \`reextract --outdated\`` }
}
