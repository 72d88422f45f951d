/** `remove PAPER...` and `rebuild`: the store decides, the graph follows. */
import { Command } from 'commander'
import { rebuildGraph } from '../rebuild.ts'
import { removePaper } from '../remove-paper.ts'
import { requeueUnfinished } from '../requeue-unfinished.ts'
import { type Console, examples, plural } from './command.ts'
import { findPaper } from './find-paper.ts'
import { withInstallation } from './with-installation.ts'

export function removeCommand(console: Console): Command {
  return new Command('remove')
    .description('Take papers out of store, queue and graph, with exactly what only they support.')
    .argument('<paper...>', 'id, beginning of an id, or file name')
    .addHelpText('after', examples('remove letter.pdf', 'remove sha256:040585bcc6a6'))
    .action((names: string[], _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        // all names are looked up first, so that a wrong one removes nothing
        const ids = await Promise.all(names.map((name) => findPaper(installation.papers, name)))
        for (const id of new Set(ids)) await removePaper(installation, id)
        console.out(`${plural(new Set(ids).size, 'paper')} removed.`)
      }),
    )
}

export function rebuildCommand(console: Console): Command {
  return new Command('rebuild')
    .description('Make the graph again from the stored records; papers that the queue has lost are queued again.')
    .addHelpText('after', examples('rebuild'))
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { papers, without } = await rebuildGraph(installation, (done, total) => {
          if (done % 500 === 0 || done === total) console.log(`${done} of ${plural(total, 'paper')}`)
        })
        const { queued } = await requeueUnfinished(installation)
        const rest = without > 0 ? `; ${without} in the store without a record` : ''
        console.out(`${plural(papers, 'paper')} written to the graph${rest}, ${queued} queued again.`)
      }),
    )
}
