/** `same`: two papers on one patient; the program proposes, a person decides. */
import { Command } from 'commander'
import { orderedPair, refreshSameLinks, type SameDecision } from '../../graph/same-patient/decide.ts'
import type { SameLink } from '../../graph/same-patient/same-link.ts'
import type { Installation } from '../installation.ts'
import { keepSameLink, sameLinksOf } from '../review/same-patient.ts'
import { type Console, examples, UsageError } from './command.ts'
import { formatRows } from './print.ts'
import { withInstallation } from './with-installation.ts'

export function sameCommand(console: Console): Command {
  const same = new Command('same')
    .description('Cases of different papers that may be one patient; accepted ones count once in every answer.')
    .addHelpText(
      'after',
      examples(
        'same list',
        'same accept 3897ed99edad18df#1 0a398a4e9063f34b#1',
        'same reject 3897ed99edad18df#1 0a398a4e9063f34b#1',
      ),
    )
  same
    .command('list', { isDefault: true })
    .description('proposals with score and reasons, then what was decided')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const links = await refreshSameLinks(await installation.graph(), await decisionsOf(installation))
        console.out(formatRows(links.map(linkRow), 'table', ['case', 'other', 'state', 'score', 'reasons']))
      }),
    )
  for (const [name, verdict] of [
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const) {
    same
      .command(`${name} <case> <other-case>`)
      .description(verdict === 'accepted' ? 'they are one patient' : 'they are two patients')
      .action((one: string, other: string, _options: object, command: Command) =>
        withInstallation(command, async (installation) => {
          const cases = orderedPair([await existing(installation, one), await existing(installation, other)])
          const known = (await refreshSameLinks(await installation.graph(), await decisionsOf(installation))).find(
            (link) => link.cases.join() === cases.join(),
          )
          await keepSameLink(installation, {
            cases,
            status: verdict,
            score: known?.score ?? null,
            reasons: known?.reasons ?? ['decided without a proposal'],
          })
          console.out(`${cases.join(' and ')}: ${verdict}.`)
        }),
      )
  }
  return same
}

async function decisionsOf({ papers }: Installation): Promise<readonly SameDecision[]> {
  const links = await sameLinksOf(papers)
  return links.flatMap(({ cases, status }) => (status === 'proposed' ? [] : [{ cases, verdict: status }]))
}

async function existing(installation: Installation, id: string): Promise<string> {
  const graph = await installation.graph()
  const rows = await graph.read('MATCH (c:Case {id: $id}) RETURN c.id AS id', { id })
  if (rows.length === 0)
    throw new UsageError(`There is no case "${id}"; \`calcigraph query patients\` and \`same list\` show case ids.`)
  return id
}

const linkRow = ({ cases: [one, other], status, score, reasons }: SameLink) => ({
  case: one,
  other,
  state: status,
  score,
  reasons: [...reasons],
})
