/** The graph on a Neo4j server over Bolt. The only import of neo4j-driver. */
import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver'
import { conceptHierarchy } from '../concepts.ts'
import type { GraphFacts } from '../graph-facts.ts'
import type { GraphRow, GraphStore, GraphValue, ReadLimits } from '../graph-store.ts'
import { CONCEPT, OWNED } from '../model.ts'
import { assertReadOnly } from '../read-only-cypher.ts'
import { type SameLink, sameLinkParameters, WRITE_SAME_LINKS } from '../same-patient/same-link.ts'
import { REMOVE_PAPERS, WRITE_CONCEPTS, WRITE_PAPERS } from '../write-cypher.ts'
import { conceptParameters, paperParameters, removalParameters } from '../write-parameters.ts'
import { neo4jError } from './neo4j-error.ts'
import { fromNeo4j, toNeo4j } from './neo4j-value.ts'

type Parameters = Readonly<Record<string, GraphValue>>

export interface Neo4jLogin {
  /** `bolt://host:7687` or `neo4j://host:7687`. */
  readonly url: string
  readonly user: string
  readonly password: string
}

/** Writing to a node keeps others from it until the transaction ends. */
const LOCK_CONCEPTS = `MERGE (v:Vocabulary {key: 'terms'}) SET v.key = 'terms'`

const SCHEMA = [
  'CREATE CONSTRAINT paper_key IF NOT EXISTS FOR (n:Paper) REQUIRE n.key IS UNIQUE',
  'CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (n:Paper) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT case_id IF NOT EXISTS FOR (n:Case) REQUIRE n.id IS UNIQUE',
  `CREATE CONSTRAINT concept_key IF NOT EXISTS FOR (n:${CONCEPT}) REQUIRE n.key IS UNIQUE`,
  `CREATE CONSTRAINT vocabulary_key IF NOT EXISTS FOR (n:Vocabulary) REQUIRE n.key IS UNIQUE`,
  `CREATE INDEX owned_paper IF NOT EXISTS FOR (n:${OWNED}) ON (n.paper)`,
  `CREATE INDEX owned_patient IF NOT EXISTS FOR (n:${OWNED}) ON (n.patient)`,
  `CREATE INDEX owned_id IF NOT EXISTS FOR (n:${OWNED}) ON (n.id)`,
]

/** The concepts of the terms stay: they are the same whatever the papers say. */
const CLEAR_BATCH = `MATCH (n) WHERE n.term IS NULL AND NOT n:Vocabulary
WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS removed`

/** Papers in one transaction, and transactions at the same time, when the graph is filled. */
const PAPERS_A_BATCH = 25
const WRITERS = 3

/** Connects lazily: a server that is down shows at the first use, as GraphError `unavailable`. */
export function openNeo4jStore({ url, user, password }: Neo4jLogin): GraphStore {
  const auth = password === '' ? undefined : neo4j.auth.basic(user, password)
  const driver = neo4j.driver(url, auth, {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: 20_000,
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 15_000,
    userAgent: 'calcigraph',
  })
  return new Neo4jStore(driver, url)
}

class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j'
  readonly #driver: Driver
  readonly #url: string

  constructor(driver: Driver, url: string) {
    this.#driver = driver
    this.#url = url
  }

  async ensureSchema(): Promise<void> {
    // a server that is not there is said at once; later on, the driver waits for one that restarts
    await this.#driver.verifyConnectivity().catch((error: unknown) => {
      throw neo4jError(error, { url: this.#url })
    })
    for (const statement of SCHEMA) await this.#write([[statement, {}]])
    const { fingerprint, nodes, relations } = conceptHierarchy()
    const [known] = await this.read('MATCH (v:Vocabulary {key: "terms"}) RETURN v.fingerprint AS fingerprint')
    if (known?.fingerprint === fingerprint) return
    // workers that start together take turns: each one's relations would else come on top of the other's
    await this.#write([
      [LOCK_CONCEPTS, {}],
      [WRITE_CONCEPTS, { facts: { fingerprint, ...conceptParameters(nodes, relations) } }],
    ])
  }

  replacePaper(facts: GraphFacts): Promise<void> {
    return this.replacePapers([facts])
  }

  async replacePapers(papers: readonly GraphFacts[]): Promise<void> {
    await this.#write([[WRITE_PAPERS, paperParameters(papers)]])
  }

  async fill(papers: AsyncIterable<GraphFacts>): Promise<number> {
    await this.clear()
    const batches = batchesOf(papers, PAPERS_A_BATCH)
    const writer = async () => {
      let written = 0
      for (let next = await batches.next(); !next.done; next = await batches.next()) {
        await this.replacePapers(next.value)
        written += next.value.length
      }
      return written
    }
    const written = await Promise.all(Array.from({ length: WRITERS }, writer))
    return written.reduce((sum, count) => sum + count, 0)
  }

  async removePaper(paperId: string): Promise<boolean> {
    const [row] = await this.#write([[REMOVE_PAPERS, removalParameters([paperId])]])
    return Number(row?.removed ?? 0) > 0
  }

  async replaceSameLinks(links: readonly SameLink[]): Promise<void> {
    await this.#write([[WRITE_SAME_LINKS, sameLinkParameters(links)]])
  }

  async read(
    cypher: string,
    parameters: Parameters = {},
    limits: Partial<ReadLimits> = {},
  ): Promise<readonly GraphRow[]> {
    assertReadOnly(cypher)
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.READ })
    try {
      return await session.executeRead(
        (transaction) => firstRows(transaction, cypher, parameters, limits.maxRows ?? Number.POSITIVE_INFINITY),
        limits.timeoutMs === undefined ? undefined : { timeout: limits.timeoutMs },
      )
    } catch (error) {
      throw neo4jError(error, { url: this.#url, timeoutMs: limits.timeoutMs })
    } finally {
      await session.close()
    }
  }

  async clear(): Promise<void> {
    for (;;) {
      const [row] = await this.#write([[CLEAR_BATCH, {}]])
      if (Number(row?.removed ?? 0) === 0) break
    }
    await this.ensureSchema()
  }

  async close(): Promise<void> {
    await this.#driver.close()
  }

  /** Statements in one transaction; the driver repeats it on transient errors such as deadlocks. */
  async #write(statements: readonly (readonly [string, Parameters])[]): Promise<readonly GraphRow[]> {
    const session = this.#driver.session()
    const work = () => session.executeWrite((transaction) => runAll(transaction, statements))
    try {
      return await work().catch((error: unknown) => {
        // two writers of one new paper: the second waited for the first and now finds it there
        if (isConstraintRace(error)) return work()
        throw error
      })
    } catch (error) {
      throw neo4jError(error, { url: this.#url })
    } finally {
      await session.close()
    }
  }
}

const isConstraintRace = (error: unknown) =>
  error instanceof neo4j.Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed'

async function runAll(
  transaction: ManagedTransaction,
  statements: readonly (readonly [string, Parameters])[],
): Promise<readonly GraphRow[]> {
  const results = await Promise.all(
    statements.map(([cypher, parameters]) => transaction.run(cypher, toNeo4j(parameters) as Record<string, unknown>)),
  )
  return results.at(-1)?.records.map((record) => rowOf(record.toObject())) ?? []
}

/** Takes rows as they arrive and stops asking at the limit. */
async function firstRows(
  transaction: ManagedTransaction,
  cypher: string,
  parameters: Parameters,
  maxRows: number,
): Promise<readonly GraphRow[]> {
  const rows: GraphRow[] = []
  for await (const record of transaction.run(cypher, toNeo4j(parameters) as Record<string, unknown>)) {
    if (rows.length >= maxRows) break
    rows.push(rowOf(record.toObject()))
  }
  return rows
}

function rowOf(record: Record<string, unknown>): GraphRow {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fromNeo4j(value)]))
}

async function* batchesOf(papers: AsyncIterable<GraphFacts>, size: number): AsyncGenerator<readonly GraphFacts[]> {
  let batch: GraphFacts[] = []
  for await (const facts of papers) {
    batch.push(facts)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
