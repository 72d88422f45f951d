/** The socket: binds, says where, and closes cleanly with its streams. */

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { packageFile } from '../../corpus/package-root.ts'
import { createApp } from './app.ts'
import { loadAssets } from './assets.ts'
import type { ServerPorts } from './ports.ts'
import type { ErrorLog } from './problems.ts'
import { isLoopback } from './security.ts'

export interface ServerOptions {
  readonly ports: ServerPorts
  /** Default 127.0.0.1; any other than loopback needs a token. */
  readonly host?: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly token?: string | null
  readonly maxUploadBytes?: number
  readonly version?: string
  readonly log?: ErrorLog
}

export interface RunningServer {
  /** Where to look, with the token in it where one is needed. */
  readonly url: string
  close(): Promise<void>
}

const MIN_TOKEN_LENGTH = 16
const DEFAULT_MAX_UPLOAD_BYTES = 100_000_000

/** Rejects with one sentence where the address is open to others without a token, or taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  const token = options.token ?? null
  checkExposure(host, token)
  const app = createApp(options.ports, {
    token,
    maxUploadBytes: options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES,
    cypherRate: { questions: 60, perSeconds: 60 },
    assets: loadAssets(packageFile('dist/browser')),
    version: options.version ?? '0',
    log: options.log ?? options.ports.logError ?? (() => {}),
  })
  const { port } = options
  const server = await listening(() => serve({ fetch: app.fetch, hostname: host, port }) as Server, host, port)
  return { url: urlOf(server.address() as AddressInfo, host, token), close: () => closed(server) }
}

function checkExposure(host: string, token: string | null): void {
  if (token === null && !isLoopback(host)) {
    throw new Error(
      `Listening on ${host} would open every paper to the network: give a token (--token), or listen on 127.0.0.1.`,
    )
  }
  if (token !== null && token.length < MIN_TOKEN_LENGTH) {
    throw new Error(
      `The token has ${token.length} characters; give at least ${MIN_TOKEN_LENGTH}, so that it cannot be guessed.`,
    )
  }
}

function listening(start: () => Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = start()
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindError(error, host, port)))
  })
}

function bindError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} of ${host} is in use by another program; choose another with --port.`, {
      cause: error,
    })
  }
  return new Error(`Cannot listen on ${host}, port ${port} (${error.code}); choose another address.`, { cause: error })
}

function urlOf(address: AddressInfo, host: string, token: string | null): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const query = token === null ? '' : `?token=${encodeURIComponent(token)}`
  return `http://${name}:${address.port}/${query}`
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    // event streams stay open for ever
    server.closeAllConnections()
  })
}
