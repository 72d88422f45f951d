/**
 * A process that is there to be killed: takes in the reports of a folder, works until all is done, says so and ends.
 * Every start of a step, and every try that a store's outage ended, is noted in a ledger.
 *   node chaos-worker.js REPORTS LEDGER      (the installation by environment)
 */
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../../pipeline/config.ts'
import { enqueueFile } from '../../../pipeline/enqueue-paper.ts'
import { openInstallation } from '../../../pipeline/installation.ts'
import { workUntilIdle } from '../../../pipeline/work.ts'

const [reports, ledger] = process.argv.slice(2) as [string, string]
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
process.stdout.write('open\n')
for (const file of readdirSync(reports).sort()) await enqueueFile(installation, join(reports, file))
process.stdout.write('working\n')
await workUntilIdle(installation, {
  onEvent: ({ type, job }) => {
    if (type === 'started' || type === 'retrying') appendFileSync(ledger, `${type} ${job}\n`)
  },
})
await installation.close()
process.stdout.write('done\n')
