/** A whole embedded installation in a folder of its own, served on a free port, as `calcigraph serve` runs it. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFile } from '../../corpus/package-root.ts'
import { parseConfig } from '../../pipeline/config.ts'
import { type Installation, openInstallation } from '../../pipeline/installation.ts'
import { openInstallationPorts } from '../../pipeline/server/binding/installation-ports.ts'
import { startServer } from '../../pipeline/server/start-server.ts'

export interface ServedInstallation {
  readonly installation: Installation
  readonly url: string
  readonly errors: unknown[]
  ask<T>(path: string): Promise<T>
  post(path: string, body: unknown): Promise<Response>
  /** Sends a sample report and waits until it is in the graph. */
  addReport(file: string): Promise<string>
  close(): Promise<void>
}

export async function serveInstallation(): Promise<ServedInstallation> {
  if (!existsSync(packageFile('dist/browser/index.html'))) {
    execFileSync(process.execPath, [packageFile('node_modules/vite/bin/vite.js'), 'build', packageFile('web')])
  }
  const folder = await mkdtemp(join(tmpdir(), 'calcigraph-web-'))
  const installation = await openInstallation(parseConfig({ CALCIGRAPH_LOG: 'silent' }, { data: folder }))
  const ports = await openInstallationPorts(installation, { version: 'test' })
  const errors: unknown[] = []
  const server = await startServer({ ports, port: 0, log: (error) => void errors.push(error) })
  const url = server.url.replace(/\/$/, '')
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/api${path}`)).json()) as T
  return {
    installation,
    url,
    errors,
    ask,
    post: (path, body) =>
      fetch(`${url}/api${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    async addReport(file) {
      const body = await readFile(packageFile(`corpus/reports/${file}`))
      const headers = { 'content-type': file.endsWith('.pdf') ? 'application/pdf' : 'text/plain' }
      const answer = await fetch(`${url}/api/papers?file=${file}`, { method: 'POST', body, headers })
      const { paper } = (await answer.json()) as { paper: string }
      await until(async () => (await ask<{ paper: { state: string } }>(`/papers/${paper}`)).paper.state === 'done')
      return paper
    },
    async close() {
      await server.close()
      await ports.stop()
      await installation.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Asks again until it is so; the test's own time limit ends the waiting. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}
