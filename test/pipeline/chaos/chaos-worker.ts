/**
 * A process that is there to be killed: takes in the reports of a folder (unless an earlier one has taken them all in),
 * works until all is done, says so and ends.
 * Every start of a step and how it ended is noted in a ledger, with the time.
 *   node chaos-worker.js REPORTS LEDGER ingest|work      (the installation by environment)
 */
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../../pipeline/config.ts'
import { enqueueFile } from '../../../pipeline/enqueue-files.ts'
import { openInstallation } from '../../../pipeline/installation.ts'
import { workUntilIdle } from '../../../pipeline/work.ts'

const [reports, ledger, mode] = process.argv.slice(2) as [string, string, 'ingest' | 'work']
const SLOWER_MS = Number(process.env.CHAOS_SLOWER_MS ?? 0)

const installation = await openInstallation(parseConfig(process.env), {
  // so that kills meet papers on their way and not only at rest
  steps: (own) => ({
    ...own,
    async read(path, file) {
      await pause(SLOWER_MS)
      return own.read(path, file)
    },
    async write(record) {
      await pause(SLOWER_MS)
      return own.write(record)
    },
  }),
})
const files = mode === 'ingest' ? readdirSync(reports).sort() : []
for (const file of files) await enqueueFile(installation, join(reports, file))
process.stdout.write('working\n')
await workUntilIdle(installation, {
  onEvent: ({ type, job }) => {
    appendFileSync(ledger, `${Date.now()} ${type} ${job}\n`)
  },
})
await installation.close()
process.stdout.write('done\n')
