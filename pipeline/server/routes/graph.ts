/** Questions to the graph. Cypher is read-only (the store refuses the rest) and limited in rate. */

import { getConnInfo } from '@hono/node-server/conninfo'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type GraphPort, ServerProblem } from '../ports.ts'
import { newRouter, notFound } from '../problems.ts'
import { jsonBody, jsonResponse, problemResponse } from '../schemas/basics.ts'
import {
  AnswerCard,
  AssociationRequest,
  CaseSummary,
  CypherRun,
  GraphPicture,
  Matrix,
  Menus,
  QueryDescription,
  QueryRun,
  Rows,
  SiteMap,
} from '../schemas/graph.ts'

const refused = problemResponse('The question is not understood, or not allowed')

const queries = createRoute({
  method: 'get',
  path: '/queries',
  responses: { 200: jsonResponse(z.array(QueryDescription), 'The named queries') },
})
const runQuery = createRoute({
  method: 'post',
  path: '/queries/{name}',
  request: { params: z.object({ name: z.string().max(80) }), body: jsonBody(QueryRun) },
  responses: { 200: jsonResponse(Rows, 'Rows'), 400: refused, 404: problemResponse('No such query') },
})
const runCypher = createRoute({
  method: 'post',
  path: '/cypher',
  request: { body: jsonBody(CypherRun) },
  responses: {
    200: jsonResponse(Rows, 'Rows'),
    400: refused,
    403: refused,
    429: problemResponse('Too many questions'),
  },
})
const menus = createRoute({
  method: 'get',
  path: '/menus',
  responses: { 200: jsonResponse(Menus, 'What can be asked, with the number of patients each entry has') },
})
const associate = createRoute({
  method: 'get',
  path: '/association',
  request: { query: AssociationRequest },
  responses: { 200: jsonResponse(AnswerCard, 'The answer card'), 400: refused },
})
const sites = createRoute({
  method: 'get',
  path: '/sites',
  responses: { 200: jsonResponse(SiteMap, 'Deposits by site') },
})
const matrix = createRoute({
  method: 'get',
  path: '/matrix',
  responses: { 200: jsonResponse(Matrix, 'Treatments of the calcinosis by response') },
})
const cases = createRoute({
  method: 'get',
  path: '/cases',
  request: { query: z.object({ search: z.string().max(200).default('') }) },
  responses: { 200: jsonResponse(z.array(CaseSummary), 'Patients') },
})
const picture = createRoute({
  method: 'get',
  path: '/cases/{id}/graph',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: {
    200: jsonResponse(GraphPicture, 'One patient as nodes and edges'),
    404: problemResponse('No such patient'),
  },
})

export interface CypherRate {
  readonly questions: number
  readonly perSeconds: number
}

export function graphRoutes(graph: GraphPort, rate: CypherRate): OpenAPIHono {
  const router = newRouter()
  router.use('/cypher', limited(rate))
  return router
    .openapi(queries, async (context) => context.json([...(await graph.queries())], 200))
    .openapi(runQuery, async (context) => {
      const { name } = context.req.valid('param')
      return context.json(await graph.runQuery(name, context.req.valid('json').parameters), 200)
    })
    .openapi(runCypher, async (context) => {
      const { cypher, parameters } = context.req.valid('json')
      return context.json(await graph.runCypher(cypher, parameters), 200)
    })
    .openapi(menus, async (context) => context.json(await graph.menus(), 200))
    .openapi(associate, async (context) => context.json(await graph.associate(context.req.valid('query')), 200))
    .openapi(sites, async (context) => context.json(await graph.sites(), 200))
    .openapi(matrix, async (context) => context.json(await graph.matrix(), 200))
    .openapi(cases, async (context) => context.json([...(await graph.cases(context.req.valid('query').search))], 200))
    .openapi(picture, async (context) => {
      const drawn = await graph.casePicture(context.req.valid('param').id)
      if (drawn === null) throw notFound('No such patient.')
      return context.json(drawn, 200)
    })
}

function limited({ questions, perSeconds }: CypherRate): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: questions, duration: perSeconds })
  return async (context, next) => {
    const allowed = await limiter.consume(callerOf(context)).then(
      () => true,
      () => false,
    )
    if (!allowed) {
      throw new ServerProblem(
        429,
        'too-many',
        `More than ${questions} Cypher questions in ${perSeconds} s; wait a moment.`,
      )
    }
    await next()
  }
}

/** Requests made in tests without a socket share one name. */
function callerOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    return 'in-process'
  }
}
