/** The API's shapes, from the schemas that the server validates with. Types only: nothing of the server is bundled. */

export type { Evidence, RowValue } from '../../pipeline/server/schemas/basics.ts'
export type * from '../../pipeline/server/schemas/graph.ts'
export type * from '../../pipeline/server/schemas/operation.ts'
export type * from '../../pipeline/server/schemas/papers.ts'
