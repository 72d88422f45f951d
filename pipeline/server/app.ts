/** The whole HTTP application over the ports; no socket yet, so that tests can ask it in process. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Asset } from './assets.ts'
import { type ServerPorts, ServerProblem } from './ports.ts'
import { type ErrorLog, errorAnswer, newRouter } from './problems.ts'
import { eventRoute } from './routes/events.ts'
import { type CypherRate, graphRoutes } from './routes/graph.ts'
import { extractionRoutes, jobRoutes, operationRoutes, scheduleRoutes } from './routes/operation.ts'
import { pageRoutes } from './routes/pages.ts'
import { paperRoutes } from './routes/papers.ts'
import { hostGuard, safeHeaders, sameSiteGuard, tokenGuard } from './security.ts'

export interface AppOptions {
  /** Asked of everybody where given; without it only loopback names are answered. */
  readonly token: string | null
  readonly maxUploadBytes: number
  readonly cypherRate: CypherRate
  readonly assets: ReadonlyMap<string, Asset>
  readonly version: string
  readonly log: ErrorLog
}

/** Ample for any question; only uploads may be larger. */
const MAX_JSON_BYTES = 256 * 1024

export function createApp(ports: ServerPorts, options: AppOptions): OpenAPIHono {
  const app = newRouter()
  app.onError(errorAnswer(options.log))
  app.use(safeHeaders())
  app.use(options.token === null ? hostGuard() : tokenGuard(options.token))
  app.use(sameSiteGuard())
  app.route('/api', api(ports, options))
  pageRoutes(app, options.assets)
  return app
}

function api(ports: ServerPorts, options: AppOptions): OpenAPIHono {
  const router = newRouter()
  router.use(async (context, next) => {
    await next()
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
  })
  router.use('/*', jsonLimit())
  router.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Calcigraph',
      version: options.version,
      description: 'Patients with calcinosis, every fact with its place in the paper.',
    },
    servers: [{ url: '/api' }],
  })
  eventRoute(router, ports.jobs)
  router.route('/', operationRoutes(ports.operation))
  router.route('/', paperRoutes(ports.papers, options.maxUploadBytes))
  router.route('/', graphRoutes(ports.graph, options.cypherRate))
  router.route('/', jobRoutes(ports.jobs))
  router.route('/', scheduleRoutes(ports.schedules))
  router.route('/', extractionRoutes(ports.extractions))
  return router
}

function jsonLimit() {
  const limit = bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: () => {
      throw new ServerProblem(413, 'too-large', 'The request is larger than any question needs to be.')
    },
  })
  return (context: Parameters<typeof limit>[0], next: Parameters<typeof limit>[1]) =>
    context.req.path.endsWith('/api/papers') ? next() : limit(context, next)
}
