/**
 * The embedded graph: Grafeo, in process, in the data folder. It is young and holds its graph in memory, so the graph
 * stays a projection of the records.
 */
import { conceptHierarchy } from '../concepts.ts'
import { GraphError } from '../graph-error.ts'
import type { GraphFacts } from '../graph-facts.ts'
import type { GraphRow, GraphStore, GraphValue, ReadLimits } from '../graph-store.ts'
import { OWNED } from '../model.ts'
import { assertReadOnly } from '../read-only-cypher.ts'
import { type SameLink, sameLinkParameters, WRITE_SAME_LINKS } from '../same-patient/same-link.ts'
import { REMOVE_PAPERS, WRITE_CONCEPTS, WRITE_PAPERS } from '../write-cypher.ts'
import { conceptParameters, paperParameters, removalParameters } from '../write-parameters.ts'
import { toGrafeoCypher } from './grafeo-dialect.ts'
import { grafeoError } from './grafeo-error.ts'
import { type Database, markFilling, openGrafeo, startOver, unmarkFilling } from './grafeo-file.ts'
import { fillGrafeo } from './grafeo-fill.ts'
import { fromGrafeo } from './grafeo-value.ts'

type Parameters = Readonly<Record<string, GraphValue>>

/**
 * An index is one of a property of all nodes, whatever label it is made for, and holds every value in memory; hence none
 * of `key`, which all facts have. The index comes before the constraint: without one the engine checks uniqueness by
 * looking at every paper.
 */
const SCHEMA = [
  `CREATE INDEX owned_id IF NOT EXISTS FOR (n:${OWNED}) ON (n.id)`,
  `CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (n:Paper) REQUIRE n.id IS UNIQUE`,
  `CREATE INDEX owned_paper IF NOT EXISTS FOR (n:${OWNED}) ON (n.paper)`,
  `CREATE INDEX owned_patient IF NOT EXISTS FOR (n:${OWNED}) ON (n.patient)`,
]

/** Opens the graph in a folder, or a passing one in memory for null; throws GraphError `in-use` or `damaged`. */
export function openGrafeoStore(folder: string | null): GraphStore {
  return new GrafeoStore(openGrafeo(folder), folder)
}

class GrafeoStore implements GraphStore {
  readonly engine = 'grafeo'
  readonly #folder: string | null
  #db: Database
  /** Writers stand in line: the engine refuses transactions that touch the same concept at the same time. */
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(db: Database, folder: string | null) {
    this.#db = db
    this.#folder = folder
  }

  ensureSchema(): Promise<void> {
    return this.#inTurn(() => this.#makeSchema())
  }

  async #makeSchema(): Promise<void> {
    for (const statement of SCHEMA) await this.#db.executeCypher(statement)
    const { fingerprint, nodes, relations } = conceptHierarchy()
    const [known] = await this.read('MATCH (v:Vocabulary {key: "terms"}) RETURN v.fingerprint AS fingerprint')
    if (known?.fingerprint === fingerprint) return
    await this.#transact(WRITE_CONCEPTS, { facts: { fingerprint, ...conceptParameters(nodes, relations) } })
  }

  replacePaper(facts: GraphFacts): Promise<void> {
    return this.replacePapers([facts])
  }

  async replacePapers(papers: readonly GraphFacts[]): Promise<void> {
    await this.#write(WRITE_PAPERS, paperParameters(papers))
  }

  fill(papers: AsyncIterable<GraphFacts>): Promise<number> {
    return this.#inTurn(async () => {
      markFilling(this.#folder)
      await this.#startOver()
      const written = await fillGrafeo(this.#db, papers)
      unmarkFilling(this.#folder)
      return written
    })
  }

  async removePaper(paperId: string): Promise<boolean> {
    const [row] = await this.#write(REMOVE_PAPERS, removalParameters([paperId]))
    return Number(row?.removed ?? 0) > 0
  }

  async replaceSameLinks(links: readonly SameLink[]): Promise<void> {
    await this.#write(WRITE_SAME_LINKS, sameLinkParameters(links))
  }

  async read(
    cypher: string,
    parameters: Parameters = {},
    limits: Partial<ReadLimits> = {},
  ): Promise<readonly GraphRow[]> {
    assertReadOnly(cypher)
    // a second guard behind the first: whatever a query changes is rolled back
    const transaction = this.#db.beginTransaction()
    const running = transaction.executeCypher(toGrafeoCypher(cypher), parameters)
    const end = () => transaction.rollback()
    running.then(end, end)
    try {
      return rowsOf(await inTime(running, limits.timeoutMs), limits.maxRows)
    } catch (error) {
      throw grafeoError(error, cypher)
    }
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#startOver())
  }

  /** Deleting two million nodes takes longer than the engine gives a query, and their memory is not had back. */
  async #startOver(): Promise<void> {
    this.#db = startOver(this.#db, this.#folder)
    await this.#makeSchema()
  }

  async close(): Promise<void> {
    await this.#lastWrite.catch(() => {})
    this.#db.close()
  }

  /** Runs a statement in a transaction of its own and returns its rows. */
  #write(cypher: string, parameters: Parameters): Promise<readonly GraphRow[]> {
    return this.#inTurn(() => this.#transact(cypher, parameters))
  }

  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const turn = this.#lastWrite.catch(() => {}).then(write)
    this.#lastWrite = turn
    return turn
  }

  async #transact(cypher: string, parameters: Parameters): Promise<readonly GraphRow[]> {
    const transaction = this.#db.beginTransaction()
    try {
      const rows = rowsOf(await transaction.executeCypher(toGrafeoCypher(cypher), parameters), undefined)
      transaction.commit()
      return rows
    } catch (error) {
      if (transaction.isActive) transaction.rollback()
      throw grafeoError(error, cypher)
    }
  }
}

type Result = Awaited<ReturnType<Database['executeCypher']>>

function rowsOf(result: Result, maxRows = result.length): readonly GraphRow[] {
  const rows = maxRows < result.length ? firstRows(result, maxRows) : result.toArray()
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromGrafeo(value)])))
}

function firstRows(result: Result, count: number) {
  return Array.from({ length: count }, (_, index) => result.get(index))
}

/** The engine has no way to stop a query; the caller at least is not kept waiting. */
async function inTime<T>(running: Promise<T>, timeoutMs: number | undefined): Promise<T> {
  if (timeoutMs === undefined) return running
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const message = `The query took longer than ${timeoutMs / 1000} s: narrow it down or allow more time.`
    timer = setTimeout(() => reject(new GraphError('timed-out', message)), timeoutMs)
  })
  return Promise.race([running, late]).finally(() => clearTimeout(timer))
}
