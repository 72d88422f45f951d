/** Which engine: a folder means the embedded graph, a URL means Neo4j. */
import type { GraphStore } from './graph-store.ts'
import { openGrafeoStore } from './stores/grafeo-store.ts'
import { type Neo4jLogin, openNeo4jStore } from './stores/neo4j-store.ts'

/** `folder: null` is an embedded graph in memory, gone when it is closed. */
export type GraphConfig = { readonly folder: string | null } | Neo4jLogin

/** Opens the graph and makes sure of its schema and concepts; throws GraphError in one sentence. */
export async function openGraphStore(config: GraphConfig): Promise<GraphStore> {
  const store = 'folder' in config ? openGrafeoStore(config.folder) : openNeo4jStore(config)
  try {
    await store.ensureSchema()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
