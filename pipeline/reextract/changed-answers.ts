/** Which named questions are answered otherwise by one set of records than by another. */
import type { CaseRecord } from '../../extractors/case-record.ts'
import { factsOf } from '../../graph/facts-of-record.ts'
import type { GraphStore } from '../../graph/graph-store.ts'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { NAMED_QUERIES, runNamedQuery } from '../../graph/queries/index.ts'

/** Beyond it two graphs in memory cost more than the answer is worth. */
export const MOST_PAPERS = 5_000

/** Names of the queries, with their default parameters; null where there are too many papers. */
export async function changedAnswers(
  before: readonly CaseRecord[],
  after: readonly CaseRecord[],
): Promise<readonly string[] | null> {
  if (Math.max(before.length, after.length) > MOST_PAPERS) return null
  const [old, now] = await Promise.all([answersOf(before), answersOf(after)])
  return [...now].flatMap(([name, answer]) => (old.get(name) === answer ? [] : [name]))
}

async function answersOf(records: readonly CaseRecord[]): Promise<ReadonlyMap<string, string>> {
  const graph = await openGraphStore({ folder: null })
  try {
    for (const record of records) await graph.replacePaper(factsOf(record))
    const answers = new Map<string, string>()
    for (const { name } of NAMED_QUERIES) answers.set(name, await answerTo(graph, name))
    return answers
  } finally {
    await graph.close()
  }
}

async function answerTo(graph: GraphStore, name: string): Promise<string> {
  const rows = await runNamedQuery(graph, name)
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
}
