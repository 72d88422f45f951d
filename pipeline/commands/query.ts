/** `query` and `queries`: questions to the graph by name or in Cypher. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { GraphStore } from '../../graph/graph-store.ts'
import type { NamedQuery } from '../../graph/named-query.ts'
import { NAMED_QUERIES, namedQuery, runNamedQuery } from '../../graph/queries/index.ts'
import { type Console, examples } from './command.ts'
import { formatRows, ROW_FORMATS, type RowFormat, tableOf } from './print.ts'
import { withInstallation } from './with-installation.ts'

type Parameters = Readonly<Record<string, string>>

interface QueryOptions {
  readonly parameter: Parameters
  readonly format: RowFormat
  readonly maxRows: number
  readonly timeout: number
}

export function queryCommand(console: Console): Command {
  return new Command('query')
    .description('Ask the graph: a named query (see `queries`) or read-only Cypher.')
    .argument('<name-or-cypher>', 'the name of a query, or Cypher in quotes')
    .option('-p, --parameter <key=value>', 'a parameter; may be given several times', parameterOf, {})
    .addOption(new Option('-f, --format <format>', 'how rows are printed').choices(ROW_FORMATS).default('table'))
    .option('--max-rows <number>', 'stop after so many rows', wholeNumber, 10_000)
    .option('--timeout <seconds>', 'give up after so long', wholeNumber, 30)
    .addHelpText(
      'after',
      examples(
        'query largest-deposits',
        'query largest-deposits -p limit=5 --format csv',
        'query "MATCH (p:Paper)-[:REPORTS]->(c:Case) RETURN p.title AS paper, count(c) AS patients"',
      ),
    )
    .action((question: string, options: QueryOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        // a wrong name is told before the graph is opened
        const named = isName(question) ? namedQuery(question) : null
        const graph = await installation.graph()
        const rows = await ask(graph, question, named, options)
        console.out(formatRows(rows, options.format, named?.columns))
        if (rows.length === options.maxRows)
          console.log(`Stopped after ${options.maxRows} rows; --max-rows asks for more.`)
      }),
    )
}

export function queriesCommand(console: Console): Command {
  return new Command('queries')
    .description('List the named queries, or describe one.')
    .option('--describe <name>', 'the question, its parameters, columns and Cypher')
    .addHelpText('after', examples('queries', 'queries --describe largest-deposits'))
    .action(({ describe }: { describe?: string }) =>
      console.out(describe ? describeQuery(namedQuery(describe)) : listQueries()),
    )
}

/** Cypher has spaces or brackets; a name has none. */
const isName = (question: string): boolean => /^[a-z][\w-]*$/i.test(question.trim())

function ask(graph: GraphStore, question: string, named: NamedQuery | null, options: QueryOptions) {
  const limits = { maxRows: options.maxRows, timeoutMs: options.timeout * 1000 }
  if (named) return runNamedQuery(graph, named.name, options.parameter, limits)
  return graph.read(question, typedParameters(options.parameter), limits)
}

/** In free Cypher `-p limit=5` is the number 5, `-p name="5"` the text. */
function typedParameters(given: Parameters): Record<string, string | number | boolean | null> {
  return Object.fromEntries(Object.entries(given).map(([key, text]) => [key, typed(text)]))
}

function typed(text: string): string | number | boolean | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? text : (value as string | number | boolean | null)
  } catch {
    return text
  }
}

function parameterOf(text: string, before: Parameters): Parameters {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('it must be key=value, e.g. -p limit=5')
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1) }
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it must be a whole number from 1 up')
  return Number(text)
}

function listQueries(): string {
  return tableOf(
    ['query', 'question'],
    NAMED_QUERIES.map(({ name, question }) => [name, question]),
  )
}

function describeQuery(query: NamedQuery): string {
  const parameters = query.parameters.map(
    (parameter) => `  ${parameter.name} (${parameter.type}, default ${parameter.default ?? 'any'}): ${parameter.about}`,
  )
  return [
    `${query.name}: ${query.title}`,
    query.question,
    '',
    parameters.length > 0 ? `Parameters:\n${parameters.join('\n')}` : 'It takes no parameters.',
    `Columns: ${query.columns.join(', ')}`,
    '',
    query.cypher.trim(),
  ].join('\n')
}
