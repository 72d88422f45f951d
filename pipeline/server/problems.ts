/** Every refusal and failure leaves as one sentence in JSON; what is unexpected is logged and says nothing more. */
import { type Hook, OpenAPIHono } from '@hono/zod-openapi'
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ServerProblem } from './ports.ts'

export type ErrorLog = (error: unknown, request: string) => void

export function problemAnswer(
  context: Context,
  status: ServerProblem['status'],
  error: string,
  message: string,
): Response {
  return context.json({ error, message }, status)
}

/** The first thing that the schema found wrong, as a sentence. */
// biome-ignore lint/suspicious/noExplicitAny: the library's own type of a hook for every route
export const refuseInvalid: Hook<any, any, any, any> = (result, context) => {
  if (result.success) return
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  return problemAnswer(
    context,
    400,
    'invalid-request',
    `${place === '' ? '' : `${place}: `}${issue?.message ?? 'the request has the wrong shape'}`,
  )
}

export function errorAnswer(log: ErrorLog): ErrorHandler {
  return (error, context) => {
    if (error instanceof ServerProblem) return problemAnswer(context, error.status, error.code, error.message)
    if (error instanceof HTTPException && error.status < 500) {
      return context.json(
        { error: 'invalid-request', message: error.message || 'The request could not be read.' },
        error.status,
      )
    }
    log(error, `${context.req.method} ${context.req.path}`)
    return context.json({ error: 'failed', message: 'The server could not answer; its log says why.' }, 500)
  }
}

/** A router whose schemas refuse in the words of `refuseInvalid`. */
export function newRouter(): OpenAPIHono {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
}

/** 404 with a sentence. */
export function notFound(what: string): ServerProblem {
  return new ServerProblem(404, 'not-found', what)
}
