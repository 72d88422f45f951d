/** An installation in a passing folder, with short pauses between tries. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Environment, parseConfig } from '../../pipeline/config.ts'
import { type Installation, type InstallationParts, openInstallation } from '../../pipeline/installation.ts'

export interface TestInstallation {
  readonly folder: string
  readonly installation: Installation
  /** Closed and opened again on the same folder. */
  reopen(parts?: InstallationParts): Promise<Installation>
  close(): Promise<void>
}

export async function openTestInstallation(
  environment: Environment = {},
  parts: InstallationParts = {},
): Promise<TestInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'calcigraph-installation-'))
  const settings = { CALCIGRAPH_RETRY_MS: '20', CALCIGRAPH_READERS: '2', CALCIGRAPH_LOG: 'silent', ...environment }
  const open = (chosen: InstallationParts): Promise<Installation> =>
    openInstallation(parseConfig(settings, { data: folder }), chosen)
  let installation = await open(parts)
  return {
    folder,
    get installation() {
      return installation
    },
    async reopen(chosen = parts) {
      await installation.close()
      installation = await open(chosen)
      return installation
    },
    async close() {
      await installation.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
