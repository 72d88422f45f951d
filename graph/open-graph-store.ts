/** Which engine: a folder means the embedded graph, a URL means Neo4j; its library is loaded when it is opened. */
import type { GraphStore } from './graph-store.ts'
import type { Neo4jLogin } from './stores/neo4j-store.ts'

/** `folder: null` is an embedded graph in memory, gone when it is closed. */
export type GraphConfig = { readonly folder: string | null } | Neo4jLogin

/** Opens the graph and makes sure of its schema and concepts; throws GraphError in one sentence. */
export async function openGraphStore(config: GraphConfig): Promise<GraphStore> {
  const store = await openEngine(config)
  try {
    await store.ensureSchema()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function openEngine(config: GraphConfig): Promise<GraphStore> {
  if ('folder' in config) return (await import('./stores/grafeo-store.ts')).openGrafeoStore(config.folder)
  return (await import('./stores/neo4j-store.ts')).openNeo4jStore(config)
}
