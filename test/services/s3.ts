/** An S3-compatible store for tests: s3rver in this process, taught the conditional writes that real stores have. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Listener = (request: IncomingMessage, response: ServerResponse) => void
interface FakeS3 {
  callback(): Listener
  configureBuckets(): Promise<unknown>
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => FakeS3

export interface S3Server {
  readonly endpoint: string
  readonly bucket: string
  /** The settings under which the official client finds it. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** `conditional: false` leaves the server as it is: it answers but lets a second writer win. */
export async function startS3({ conditional = true } = {}): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'calcigraph-s3-'))
  const bucket = 'papers'
  const fake = new S3rver({ directory, silent: true, configureBuckets: [{ name: bucket }] })
  await fake.configureBuckets()
  const listener = fake.callback()
  const server = createServer(conditional ? onlyIfAbsent(listener) : listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const endpoint = `http://127.0.0.1:${port}`
  return {
    endpoint,
    bucket,
    environment: {
      AWS_ENDPOINT_URL_S3: endpoint,
      // s3rver's own fixed key pair
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_REGION: 'us-east-1',
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** `If-None-Match: *` on PUT is answered with 412 where the key was written before. */
function onlyIfAbsent(listener: Listener): Listener {
  const written = new Set<string>()
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://s3').pathname
    if (request.method === 'DELETE') written.delete(path)
    if (request.method === 'PUT') {
      if (request.headers['if-none-match'] === '*' && written.has(path)) {
        request.resume()
        response.writeHead(412, { 'content-type': 'application/xml' })
        response.end('<Error><Code>PreconditionFailed</Code><Message>it is there</Message></Error>')
        return
      }
      written.add(path)
    }
    listener(request, response)
  }
}
