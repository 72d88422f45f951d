/**
 * Starts servers for tests when a test file first asks for one (see services.ts), one of each for the whole run, and
 * stops them at its end. Test files run in processes of their own and ask over HTTP. An exclusive server (Neo4j
 * Community has one database) is lent to one test file at a time, for as long as that file holds its request open.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { TestProject } from 'vitest/node'
import type { Service } from './service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly servicesUrl: string
  }
}

const STARTERS = {
  neo4j: async () => (await import('./neo4j.ts')).startNeo4j(),
  postgres: async () => (await import('./postgres.ts')).startPostgres(),
  redis: async () => (await import('./redis.ts')).startRedis(),
} satisfies Record<string, () => Promise<Service>>
type ServiceName = keyof typeof STARTERS

const EXCLUSIVE: ReadonlySet<ServiceName> = new Set(['neo4j'])

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = new Map<ServiceName, Promise<Service>>()
  const turns = new Map<ServiceName, Promise<void>>()
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) as ServiceName
    if (!(name in STARTERS)) return response.writeHead(404).end()
    if (EXCLUSIVE.has(name)) await takeTurn(turns, name, response)
    if (!started.has(name)) started.set(name, startAndTell(name))
    const service = await started.get(name)!
    response.write(`${JSON.stringify('url' in service ? { url: service.url } : service)}\n`)
    if (!EXCLUSIVE.has(name)) response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as { port: number }
  provide('servicesUrl', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.closeAllConnections()
    server.close()
    for (const service of await Promise.all(started.values())) if ('stop' in service) await service.stop()
  }
}

async function startAndTell(name: ServiceName): Promise<Service> {
  const service = await STARTERS[name]().catch((error: Error) => ({ skipped: `${name}: ${error.message}` }))
  if ('skipped' in service) console.warn(`skipped: ${service.skipped}`)
  return service
}

/** Resolves when everybody before has closed their request. */
function takeTurn(turns: Map<ServiceName, Promise<void>>, name: ServiceName, response: ServerResponse): Promise<void> {
  const before = turns.get(name) ?? Promise.resolve()
  const mine = once(response, 'close').then(() => {})
  turns.set(
    name,
    before.then(() => mine),
  )
  return before
}
