/** `backup`, `restore` and `migrate`: everything that is true, saved and moved; queue and graph are made again. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { backUp, restore } from '../backup/backup.ts'
import { moveInstallation } from '../backup/move-installation.ts'
import { openCasePapers } from '../case-papers.ts'
import { lockDataFolder } from '../data-folder-lock.ts'
import { type Console, examples, plural, UsageError } from './command.ts'
import { withInstallation } from './with-installation.ts'

export function backupCommand(console: Console): Command {
  return new Command('backup')
    .description('Save papers, documents, records and decisions into one file; queue and graph can be made from them.')
    .argument('<file>', 'e.g. calcigraph-2026-11.tar.gz')
    .addHelpText('after', examples('backup calcigraph-2026-11.tar.gz'))
    .action((file: string, _options: object, command: Command) =>
      withInstallation(command, async ({ papers }) => {
        const saved = await backUp(papers, resolve(file))
        console.out(`${plural(saved.papers, 'paper')} saved in ${file}.`)
      }),
    )
}

export function restoreCommand(console: Console): Command {
  return new Command('restore')
    .description('Fill an empty installation from a backup, on whichever engines it runs, and make its graph.')
    .argument('<file>', 'what `backup` wrote')
    .addHelpText('after', examples('--data fresh restore calcigraph-2026-11.tar.gz'))
    .action((file: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { papers, queued } = await restore(installation, resolve(file))
        console.out(`${plural(papers, 'paper')} in the graph, ${queued} queued again.`)
      }),
    )
}

export function migrateCommand(console: Console): Command {
  return new Command('migrate')
    .description(
      'Move what a data folder holds to the installation that the settings name, e.g. from the embedded engines to servers.',
    )
    .requiredOption('--from <folder>', 'the data folder to take from; it is left as it is')
    .addHelpText('after', examples('migrate --from calcigraph-data    # with REDIS_URL and NEO4J_URL set'))
    .action(({ from }: { from: string }, command: Command) => {
      // a misspelt folder must not be made, found empty and called moved
      if (!existsSync(join(from, 'store')))
        throw new UsageError(`"${from}" is no data folder: it holds no "store"; check the path.`)
      return withInstallation(command, async (installation) => {
        const isOwn = resolve(from) === installation.config.dataFolder
        // our own folder is locked already where the installation needs that
        const lock = isOwn ? null : await lockDataFolder(resolve(from))
        const source = await openCasePapers({ folder: join(resolve(from), 'store') })
        try {
          const { papers, blobs, queued } = await moveInstallation(source, installation)
          console.out(
            `${plural(papers, 'paper')} in the graph, ${plural(blobs, 'file')} copied, ${queued} queued again.`,
          )
        } finally {
          await source.close()
          await lock?.release()
        }
      })
    })
}
