/** The files of the embedded graph in its folder: opening them, and starting over with empty ones. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { GraphError } from '../graph-error.ts'

export type Database = InstanceType<typeof grafeo.GrafeoDB>

/** Name of the graph's file inside its folder; Grafeo adds `graph.wal` beside it. */
export const GRAFEO_FILE = 'graph'
/** There while the graph is being filled: whoever finds it finds half a graph. */
const FILLING = 'filling'

/** Opens the graph in a folder, or a passing one in memory for null; throws GraphError `in-use` or `damaged`. */
export function openGrafeo(folder: string | null): Database {
  if (folder === null) return grafeo.GrafeoDB.create()
  mkdirSync(folder, { recursive: true })
  if (existsSync(join(folder, FILLING))) throw halfFilled(folder)
  try {
    return grafeo.GrafeoDB.create(join(folder, GRAFEO_FILE))
  } catch (error) {
    throw openingError(folder, error)
  }
}

/** An empty graph in place of this one. Queries that run on the old one end there. */
export function startOver(db: Database, folder: string | null): Database {
  db.close()
  if (folder !== null)
    for (const name of readdirSync(folder))
      if (name.startsWith(GRAFEO_FILE)) rmSync(join(folder, name), { recursive: true })
  return grafeo.GrafeoDB.create(folder === null ? undefined : join(folder, GRAFEO_FILE))
}

export function markFilling(folder: string | null): void {
  if (folder !== null) writeFileSync(join(folder, FILLING), '', { flush: true })
}

export function unmarkFilling(folder: string | null): void {
  if (folder !== null) rmSync(join(folder, FILLING), { force: true })
}

function halfFilled(folder: string): GraphError {
  return new GraphError('damaged', `The graph in ${folder} is half made: rebuild it from the records.`)
}

function openingError(folder: string, error: unknown): GraphError {
  const reason = error instanceof Error ? error.message : String(error)
  if (/lock/i.test(reason))
    return new GraphError('in-use', `The graph in ${folder} is in use by another process: end that one first.`, {
      cause: error,
    })
  return new GraphError(
    'damaged',
    `The graph in ${folder} cannot be opened: set its files aside and rebuild it from the records.`,
    { cause: error },
  )
}
