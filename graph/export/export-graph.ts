/** The exports by name. */
import { GraphError } from '../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { canonicalGraph } from './canonical.ts'
import { graphml } from './graphml.ts'
import { kgx } from './kgx.ts'
import { patientCsv } from './patient-csv.ts'
import { phenopackets } from './phenopackets.ts'

export const EXPORT_FORMATS = ['phenopackets', 'kgx', 'csv', 'graphml', 'canonical'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportedFile {
  /** Without a folder. */
  readonly name: string
  readonly content: string
}

/** The files of an export; phenopackets are one file per case. `created` is stamped into formats that want it. */
export async function exportGraph(
  store: GraphStore,
  format: string,
  created: string,
): Promise<readonly ExportedFile[]> {
  switch (format) {
    case 'phenopackets':
      return (await phenopackets(store, { created })).map((packet) => ({
        name: `${packet.id.replace('#', '-')}.json`,
        content: `${JSON.stringify(packet, null, 2)}\n`,
      }))
    case 'kgx': {
      const { nodes, edges } = await kgx(store)
      return [
        { name: 'calcigraph_nodes.tsv', content: nodes },
        { name: 'calcigraph_edges.tsv', content: edges },
      ]
    }
    case 'csv':
      return [{ name: 'patients.csv', content: await patientCsv(store) }]
    case 'graphml':
      return [{ name: 'calcigraph.graphml', content: await graphml(store) }]
    case 'canonical':
      return [{ name: 'calcigraph.ndjson', content: await canonicalGraph(store) }]
    default:
      throw new GraphError('bad-question', `There is no export "${format}"; there are ${EXPORT_FORMATS.join(', ')}.`)
  }
}
