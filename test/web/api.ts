/** Asks the application in process, as a browser on the same machine would. */

import { type AppOptions, createApp } from '../../pipeline/server/app.ts'
import type { Asset } from '../../pipeline/server/assets.ts'
import { type MemoryPorts, memoryPorts } from './memory-ports.ts'

export interface TestApi {
  readonly ports: MemoryPorts
  readonly errors: unknown[]
  ask(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
}

export function testApi(options: Partial<AppOptions> = {}): TestApi {
  const ports = memoryPorts()
  const errors: unknown[] = []
  const app = createApp(ports, {
    token: null,
    maxUploadBytes: 10_000,
    cypherRate: { questions: 5, perSeconds: 60 },
    assets: new Map([['/index.html', page]]),
    version: '0',
    log: (error) => void errors.push(error),
    ...options,
  })
  const ask: TestApi['ask'] = async (path, init = {}) => {
    const headers = { host: '127.0.0.1:4646', ...(init.headers as Record<string, string> | undefined) }
    return app.request(`http://127.0.0.1:4646${path}`, { ...init, headers })
  }
  return {
    ports,
    errors,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  }
}

const page: Asset = {
  bytes: new TextEncoder().encode('<!doctype html><title>Calcigraph</title>'),
  zipped: null,
  contentType: 'text/html; charset=utf-8',
  etag: '"1"',
  immutable: false,
}
