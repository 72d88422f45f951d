/** `demo`, which is `npm start`: the sample corpus in, what is in the graph, and the answer to one real question. */
import { Command } from 'commander'
import { packageFile } from '../../corpus/package-root.ts'
import type { AnswerCard, CellMember } from '../../graph/associate/answer-card.ts'
import { associate } from '../../graph/associate/associate.ts'
import { oddsRatioText, pText } from '../../graph/associate/number-text.ts'
import type { GraphStore } from '../../graph/graph-store.ts'
import { runNamedQuery } from '../../graph/queries/index.ts'
import { type Console, examples } from './command.ts'
import { ingestPaths } from './ingest.ts'
import { formatRows, tableOf } from './print.ts'
import { withInstallation } from './with-installation.ts'

const QUESTION = ['antibody = anti-Scl-70', 'deposit.max_mm >= 50'] as const

export function demoCommand(console: Console): Command {
  return new Command('demo')
    .description('Ingest the sample corpus, show what is in the graph, and answer one real question.')
    .addHelpText('after', examples('demo', '--data /tmp/try demo'))
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        await ingestPaths(installation, [packageFile('corpus/reports')], { wait: true, priority: 'ingest' }, console)
        const graph = await installation.graph()
        console.out(`\nIn the graph\n${await contents(graph)}`)
        console.out(`\nThe largest deposits\n${await largestDeposits(graph)}`)
        console.out(`\nAre the deposits of patients with anti-Scl-70 large?\n${await answer(graph)}`)
      }),
    )
}

const COUNTED = ['Paper', 'Case', 'Serology', 'Deposit', 'Treatment', 'Outcome', 'Claim', 'Evidence'] as const

async function contents(graph: GraphStore): Promise<string> {
  const counts = await Promise.all(
    COUNTED.map(async (label) => {
      const [row] = await graph.read(`MATCH (n:${label}) RETURN count(n) AS number`)
      return [label, String(row?.number ?? 0)]
    }),
  )
  return tableOf(['node', 'number'], counts)
}

async function largestDeposits(graph: GraphStore): Promise<string> {
  return formatRows(await runNamedQuery(graph, 'largest-deposits', { limit: 5 }), 'table')
}

async function answer(graph: GraphStore): Promise<string> {
  const card = await associate(graph, ...QUESTION, { members: 1_000 })
  const { table, oddsRatio, fisherP } = card
  return [
    ...CELLS.flatMap(([cell, name]) => [name, ...card.cells[cell].map(memberLine)]),
    '',
    tableOf(
      ['patients', 'a deposit of 50 mm or more', 'all smaller'],
      [
        ['anti-Scl-70 positive', String(table.a), String(table.b)],
        ['anti-Scl-70 negative', String(table.c), String(table.d)],
      ],
    ),
    `Odds ratio ${oddsRatioText(oddsRatio.conditional, oddsRatio.interval)}, Fisher's exact p ${pText(fisherP)}; ${unknown(card)}`,
    `The quotes and more: npx calcigraph associate "${QUESTION[0]}" "${QUESTION[1]}"`,
  ].join('\n')
}

const CELLS = [
  ['a', 'positive, 50 mm or more'],
  ['b', 'positive, all smaller'],
  ['c', 'negative, 50 mm or more'],
  ['d', 'negative, all smaller'],
] as const

function memberLine({ paper, paperTitle, year, cases }: CellMember): string {
  const number = cases[0]?.split('#')[1] ?? '1'
  return `  ${paperTitle ?? paper}${year === null ? '' : `, ${year}`} (patient ${number})`
}

function unknown({ patients, table: { a, b, c, d } }: AnswerCard): string {
  const open = patients - a - b - c - d
  return `${open} of ${patients} patients are in no cell, because they were not tested or not measured.`
}
