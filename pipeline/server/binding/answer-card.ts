import type { GraphStore } from '../../../graph/graph-store.ts'
import { ServerProblem } from '../ports.ts'
import type { AnswerCard, AssociationRequest } from '../schemas/graph.ts'

export const STRATA = ['disease', 'subtype', 'sex'] as const

export async function answerCard(_graph: GraphStore, _request: AssociationRequest): Promise<AnswerCard> {
  throw new ServerProblem(503, 'not-yet', 'Associations are not bound yet.')
}
