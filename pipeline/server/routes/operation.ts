/** Jobs, schedules, extractions, health: how the work goes. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ExtractionsPort, type JobsPort, type OperationPort, type SchedulesPort, ServerProblem } from '../ports.ts'
import { newRouter, notFound } from '../problems.ts'
import { jsonBody, jsonResponse, problemResponse } from '../schemas/basics.ts'
import {
  Extraction,
  ExtractionDiff,
  JOB_STATES,
  Job,
  JobList,
  ScheduleList,
  ScheduleRequest,
  Status,
} from '../schemas/operation.ts'

const idParam = z.object({ id: z.string().min(1).max(200) })
const done = { description: 'Done' }

const jobs = createRoute({
  method: 'get',
  path: '/jobs',
  request: {
    query: z.object({
      state: z.enum(JOB_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: { 200: jsonResponse(JobList, 'Jobs, newest first') },
})
const job = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  request: { params: idParam },
  responses: { 200: jsonResponse(Job, 'One job'), 404: problemResponse('No such job') },
})
const retry = createRoute({
  method: 'post',
  path: '/jobs/{id}/retry',
  request: { params: idParam },
  responses: { 204: done, 404: problemResponse('No such failed job') },
})

export function jobRoutes(port: JobsPort): OpenAPIHono {
  return newRouter()
    .openapi(jobs, async (context) => {
      const { state, limit } = context.req.valid('query')
      return context.json(await port.list(state ?? null, limit), 200)
    })
    .openapi(job, async (context) => {
      const shown = await port.show(context.req.valid('param').id)
      if (shown === null) throw notFound('No such job.')
      return context.json(shown, 200)
    })
    .openapi(retry, async (context) => {
      if (!(await port.retry(context.req.valid('param').id))) throw notFound('No failed job of this name.')
      return context.body(null, 204)
    })
}

const schedules = createRoute({
  method: 'get',
  path: '/schedules',
  responses: { 200: jsonResponse(ScheduleList, 'What runs by the clock') },
})
const addSchedule = createRoute({
  method: 'post',
  path: '/schedules',
  request: { body: jsonBody(ScheduleRequest) },
  responses: { 204: done, 400: problemResponse('The pattern or task is not understood') },
})
const removeSchedule = createRoute({
  method: 'delete',
  path: '/schedules/{id}',
  request: { params: idParam },
  responses: { 204: done, 404: problemResponse('No such schedule') },
})
const runSchedule = createRoute({
  method: 'post',
  path: '/schedules/{id}/run',
  request: { params: idParam },
  responses: { 204: done, 404: problemResponse('No such schedule') },
})

export function scheduleRoutes(port: SchedulesPort): OpenAPIHono {
  const unless = (known: boolean) => {
    if (!known) throw notFound('No such schedule.')
  }
  return newRouter()
    .openapi(schedules, async (context) => context.json(await port.list(), 200))
    .openapi(addSchedule, async (context) => {
      const request = context.req.valid('json')
      if ((request.pattern === null) === (request.everyMs === null)) {
        throw new ServerProblem(400, 'invalid-request', 'Give either a cron pattern or an interval, not both.')
      }
      await port.add(request)
      return context.body(null, 204)
    })
    .openapi(removeSchedule, async (context) => {
      unless(await port.remove(context.req.valid('param').id))
      return context.body(null, 204)
    })
    .openapi(runSchedule, async (context) => {
      unless(await port.run(context.req.valid('param').id))
      return context.body(null, 204)
    })
}

const extractions = createRoute({
  method: 'get',
  path: '/extractions',
  responses: { 200: jsonResponse(z.array(Extraction), 'Runs of re-extraction, newest first') },
})
const preview = createRoute({
  method: 'get',
  path: '/extractions/preview',
  responses: { 200: jsonResponse(ExtractionDiff, 'What the present rules would change; nothing is written') },
})
const diff = createRoute({
  method: 'get',
  path: '/extractions/{id}',
  request: { params: idParam },
  responses: {
    200: jsonResponse(ExtractionDiff, 'Facts added, lost and changed'),
    404: problemResponse('No such run'),
  },
})

const runAgain = createRoute({
  method: 'post',
  path: '/extractions',
  responses: { 200: jsonResponse(Extraction, 'Outdated papers were extracted again') },
})
const rollback = createRoute({
  method: 'post',
  path: '/extractions/{id}/rollback',
  request: { params: idParam },
  responses: { 204: done, 404: problemResponse('No such run'), 409: problemResponse('It cannot be taken back') },
})

export function extractionRoutes(port: ExtractionsPort): OpenAPIHono {
  return newRouter()
    .openapi(extractions, async (context) => context.json([...(await port.list())], 200))
    .openapi(preview, async (context) => context.json(await port.preview(), 200))
    .openapi(runAgain, async (context) => context.json(await port.run(), 200))
    .openapi(rollback, async (context) => {
      if (!(await port.rollback(context.req.valid('param').id))) throw notFound('No such extraction run.')
      return context.body(null, 204)
    })
    .openapi(diff, async (context) => {
      const shown = await port.diff(context.req.valid('param').id)
      if (shown === null) throw notFound('No such extraction run.')
      return context.json(shown, 200)
    })
}

const health = createRoute({
  method: 'get',
  path: '/health',
  responses: { 200: jsonResponse(z.object({ alive: z.literal(true) }), 'The process answers') },
})
const Readiness = z.object({ ready: z.boolean(), problems: z.array(z.string()) })
const ready = createRoute({
  method: 'get',
  path: '/ready',
  responses: {
    200: jsonResponse(Readiness, 'Stores can be reached'),
    503: jsonResponse(Readiness, 'A store cannot be reached'),
  },
})
const status = createRoute({
  method: 'get',
  path: '/status',
  responses: { 200: jsonResponse(Status, 'What this installation holds and runs on') },
})
const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  responses: { 200: { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } } },
})

export function operationRoutes(port: OperationPort): OpenAPIHono {
  return newRouter()
    .openapi(health, (context) => context.json({ alive: true as const }, 200))
    .openapi(ready, async (context) => {
      const { ready: isReady, problems } = await port.ready()
      return context.json({ ready: isReady, problems: [...problems] }, isReady ? 200 : 503)
    })
    .openapi(status, async (context) => context.json(await port.status(), 200))
    .openapi(metrics, async (context) => {
      const { contentType, text } = await port.metrics()
      return context.text(text, 200, { 'content-type': contentType })
    })
}
