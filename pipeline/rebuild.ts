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

/** Large enough to be quick, small enough to stay within a transaction's memory. */
const PAPERS_AT_ONCE = 50

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
  await graph.clear()
  await graph.ensureSchema()
  const ids = await papers.ids()
  let batch: GraphFacts[] = []
  let written = 0
  const flush = async (): Promise<void> => {
    await graph.replacePapers(batch)
    written += batch.length
    batch = []
  }
  for (const [index, id] of ids.entries()) {
    const { known } = await papers.state(id)
    const record = known ? null : await currentRecord(papers, id)
    if (record) batch.push(factsOf(record))
    if (batch.length >= PAPERS_AT_ONCE) await flush()
    onPaper(index + 1, ids.length)
  }
  await flush()
  await graph.replaceSameLinks(await sameLinksOf(papers))
  return { papers: written, without: ids.length - written }
}
