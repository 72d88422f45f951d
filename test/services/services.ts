/** How a test file gets a server: `const neo4j = await service('neo4j')`, then `describe.skipIf(neo4j === null)`. */
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, inject } from 'vitest'

export interface LentService {
  readonly url: string
}

/**
 * The server, started at its first use in the run; null where it cannot be had. Under CI that is a failure.
 * Neo4j is lent to one test file at a time and comes back after the file's last test. Call it at the top of the file.
 */
export async function service(name: 'neo4j' | 'postgres' | 'redis'): Promise<LentService | null> {
  // not fetch: it gives up after five minutes, and a turn may take longer
  const request = get(`${inject('servicesUrl')}/${name}`)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const [line] = (await once(response.setEncoding('utf8'), 'data')) as [string]
  response.on('error', () => {})
  afterAll(() => {
    request.destroy()
  })
  const answer = JSON.parse(line) as LentService | { skipped: string }
  if ('url' in answer) return answer
  if (process.env.CI === 'true') throw new Error(`CI must not skip: ${answer.skipped}`)
  return null
}
