/** The live stream: one server-sent event a change, so that pages move without asking all the time. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { JobsPort } from '../ports.ts'

const KEEP_ALIVE_MS = 20_000

export function eventRoute(router: OpenAPIHono, jobs: JobsPort): void {
  router.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const stop = jobs.watch((event) => void stream.writeSSE({ event: 'change', data: JSON.stringify(event) }))
      stream.onAbort(stop)
      await stream.writeSSE({ event: 'hello', data: '{}' })
      while (!stream.aborted) {
        await stream.sleep(KEEP_ALIVE_MS)
        await stream.writeSSE({ event: 'still-here', data: '{}' })
      }
    }),
  )
}
