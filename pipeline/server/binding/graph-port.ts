/** The graph as the server asks it; refusals of the graph become refusals of the API. */
import { STRATA } from '../../../graph/associate/strata.ts'
import { GraphError, type GraphErrorCode } from '../../../graph/graph-error.ts'
import type { GraphRow, GraphStore } from '../../../graph/graph-store.ts'
import type { NamedQuery } from '../../../graph/named-query.ts'
import { NAMED_QUERIES, namedQuery, runNamedQuery } from '../../../graph/queries/index.ts'
import { type GraphPort, ServerProblem } from '../ports.ts'
import type { QueryDescription, Rows } from '../schemas/graph.ts'
import { answerCard } from './answer-card.ts'
import { casePicture, findCases, menuEntries, siteMap, treatmentMatrix } from './graph-maps.ts'

const MAX_ROWS = 1_000
const TIMEOUT_MS = 10_000

/** `open` is asked anew for each question, so that a graph that was down is found again. */
export function graphPort(open: () => Promise<GraphStore>): GraphPort {
  const ask = async <T>(question: (graph: GraphStore) => Promise<T>): Promise<T> => {
    try {
      return await question(await open())
    } catch (error) {
      throw problemOf(error)
    }
  }
  return {
    queries: async () => NAMED_QUERIES.map(describeQuery),
    runQuery: (name, parameters) =>
      ask(async (graph) => {
        const given = parameters as Record<string, string | number | null>
        return timed(() => runNamedQuery(graph, name, given, LIMITS), namedQuery(name).columns)
      }),
    runCypher: (cypher, parameters) => ask((graph) => timed(() => graph.read(cypher, parameters, LIMITS), null)),
    menus: () => ask(async (graph) => ({ entries: await menuEntries(graph), strata: [...STRATA] })),
    associate: (request) => ask((graph) => answerCard(graph, request)),
    sites: () => ask(siteMap),
    matrix: () => ask(treatmentMatrix),
    cases: (search) => ask((graph) => findCases(graph, search)),
    casePicture: (id) => ask((graph) => casePicture(graph, id)),
  }
}

/** One more than is shown, to know whether there is more. */
const LIMITS = { maxRows: MAX_ROWS + 1, timeoutMs: TIMEOUT_MS }

async function timed(ask: () => Promise<readonly GraphRow[]>, columns: readonly string[] | null): Promise<Rows> {
  const startedAt = performance.now()
  const rows = await ask()
  return {
    columns: [...(columns ?? new Set(rows.flatMap((row) => Object.keys(row))))],
    rows: rows.slice(0, MAX_ROWS).map((row) => ({ ...row })),
    truncated: rows.length > MAX_ROWS,
    elapsedMs: performance.now() - startedAt,
  }
}

function describeQuery({ name, title, question, theme, parameters, columns }: NamedQuery): QueryDescription {
  return {
    name,
    title,
    question,
    theme,
    columns: [...columns],
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      type: parameter.type,
      description: parameter.about,
      choices: parameter.type === 'choice' ? [...parameter.choices] : null,
      default: parameter.default,
    })),
  }
}

const STATUS: Readonly<Record<GraphErrorCode, ServerProblem['status']>> = {
  refused: 403,
  syntax: 400,
  'bad-question': 400,
  'unknown-query': 404,
  'timed-out': 400,
  'in-use': 503,
  unavailable: 503,
  damaged: 503,
  'bad-facts': 400,
  failed: 400,
}

function problemOf(error: unknown): unknown {
  if (!(error instanceof GraphError)) return error
  return new ServerProblem(STATUS[error.code], error.code, error.message, { cause: error })
}
