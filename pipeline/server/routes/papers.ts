/** Papers: list, upload, look at, decide on facts, remove. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { type PapersPort, ServerProblem } from '../ports.ts'
import { newRouter, notFound } from '../problems.ts'
import { jsonBody, jsonResponse, PaperId, problemResponse } from '../schemas/basics.ts'
import {
  Decision,
  DecisionRequest,
  PaperDetail,
  PaperFilter,
  PaperList,
  PaperText,
  UploadAnswer,
} from '../schemas/papers.ts'
import { checkUpload, uploadName } from '../upload.ts'

const params = z.object({ id: PaperId })
const unknownPaper = problemResponse('No such paper')

const list = createRoute({
  method: 'get',
  path: '/papers',
  request: { query: PaperFilter },
  responses: { 200: jsonResponse(PaperList, 'Papers, newest first unless sorted otherwise') },
})
const detail = createRoute({
  method: 'get',
  path: '/papers/{id}',
  request: { params },
  responses: { 200: jsonResponse(PaperDetail, 'One paper with its patients and facts'), 404: unknownPaper },
})
const text = createRoute({
  method: 'get',
  path: '/papers/{id}/text',
  request: { params },
  responses: { 200: jsonResponse(PaperText, 'The read text in reading order'), 404: unknownPaper },
})
const file = createRoute({
  method: 'get',
  path: '/papers/{id}/file',
  request: { params },
  responses: {
    200: {
      description: 'The file as it came',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    404: unknownPaper,
  },
})
const upload = createRoute({
  method: 'post',
  path: '/papers',
  request: {
    query: z.object({ file: z.string().min(1).max(1000) }),
    body: { required: true, content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: {
    202: jsonResponse(UploadAnswer, 'Queued, or recognised as known'),
    413: problemResponse('Too large'),
    415: problemResponse('Not a PDF, text or JATS file'),
  },
})
const remove = createRoute({
  method: 'delete',
  path: '/papers/{id}',
  request: { params },
  responses: { 204: { description: 'Removed with all that only it supported' }, 404: unknownPaper },
})
const retry = createRoute({
  method: 'post',
  path: '/papers/{id}/retry',
  request: { params },
  responses: { 204: { description: 'Queued again' }, 404: problemResponse('No such failed paper') },
})
const decide = createRoute({
  method: 'post',
  path: '/papers/{id}/decisions',
  request: { params, body: jsonBody(DecisionRequest) },
  responses: {
    200: jsonResponse(z.object({ decision: Decision.nullable() }), 'The decision as it now stands'),
    404: problemResponse('No such paper or fact'),
  },
})

export function paperRoutes(papers: PapersPort, maxUploadBytes: number): OpenAPIHono {
  const router = newRouter()
  router.use('/papers', tooLarge(maxUploadBytes))
  return router
    .openapi(list, async (context) => context.json(await papers.list(context.req.valid('query')), 200))
    .openapi(detail, async (context) => context.json(found(await papers.detail(context.req.valid('param').id)), 200))
    .openapi(text, async (context) => context.json(found(await papers.text(context.req.valid('param').id)), 200))
    .openapi(file, async (context) => fileAnswer(found(await papers.file(context.req.valid('param').id))))
    .openapi(upload, async (context) => {
      const name = uploadName(context.req.valid('query').file, context.req.header('content-type') ?? '')
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      checkUpload(bytes, name)
      return context.json(await papers.add({ file: name, bytes }), 202)
    })
    .openapi(remove, async (context) => {
      if (!(await papers.remove(context.req.valid('param').id))) throw notFound('No such paper.')
      return context.body(null, 204)
    })
    .openapi(retry, async (context) => {
      if (!(await papers.retry(context.req.valid('param').id))) throw notFound('No failed paper of this name.')
      return context.body(null, 204)
    })
    .openapi(decide, async (context) => {
      const { known, decision } = await papers.decide(context.req.valid('param').id, context.req.valid('json'))
      if (!known) throw notFound('No such paper or fact; it may have been extracted anew since the page was opened.')
      return context.json({ decision }, 200)
    })
}

function found<T>(value: T | null): T {
  if (value === null) throw notFound('No such paper.')
  return value
}

function tooLarge(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ServerProblem(
        413,
        'too-large',
        `The file is larger than ${Math.floor(maxSize / 1e6)} MB, the most that is taken here.`,
      )
    },
  })
}

/** To be kept, not opened here: no file of others is ever a page of this site. The paper view draws it by itself. */
function fileAnswer(paper: {
  readonly bytes: Uint8Array
  readonly file: string
  readonly contentType: string
}): Response {
  return new Response(new Uint8Array(paper.bytes), {
    headers: {
      'content-type': paper.contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.file).replace(/['()*]/g, percent)}`,
      'cache-control': 'private, max-age=3600',
    },
  })
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}
