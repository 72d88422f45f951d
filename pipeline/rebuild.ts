/** The graph made again from the stored records: on either engine the same, byte for byte by export. */
import { factsOf } from '../graph/facts-of-record.ts'
import type { GraphFacts } from '../graph/graph-facts.ts'
import type { GraphStore } from '../graph/graph-store.ts'
import type { CasePapers } from './case-papers.ts'
import { currentRecord } from './current-record.ts'
import type { Installation } from './installation.ts'
import { sameLinksOf } from './review/same-patient.ts'

export interface Rebuilt {
  readonly papers: number
  /** Papers of the store without a record: waiting, failed, or known as another. */
  readonly without: number
}

export async function rebuildGraph(
  installation: Installation,
  onPaper: (done: number, total: number) => void = () => {},
): Promise<Rebuilt> {
  return fillGraph(await installation.graph(), installation.papers, onPaper)
}

/** Empties the graph and writes every record in the order of the paper ids. */
export async function fillGraph(
  graph: GraphStore,
  papers: CasePapers,
  onPaper: (done: number, total: number) => void = () => {},
): Promise<Rebuilt> {
  const ids = await papers.ids()
  const written = await graph.fill(factsOfAll(papers, ids, onPaper))
  await graph.replaceSameLinks(await sameLinksOf(papers))
  return { papers: written, without: ids.length - written }
}

async function* factsOfAll(
  papers: CasePapers,
  ids: readonly string[],
  onPaper: (done: number, total: number) => void,
): AsyncGenerator<GraphFacts> {
  for (const [index, id] of ids.entries()) {
    const { known } = await papers.state(id)
    const record = known ? null : await currentRecord(papers, id)
    if (record) yield factsOf(record)
    onPaper(index + 1, ids.length)
  }
}
