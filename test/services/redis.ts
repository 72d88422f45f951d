/** Redis for tests: the server of REDIS_URL, or redis-server from the PATH on a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, waitForPort } from './port.ts'
import type { Service } from './service.ts'

export async function startRedis(): Promise<Service> {
  const given = process.env.REDIS_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'calcigraph-redis-'))
  const server = await startRedisServer(folder, await freePort())
  if ('skipped' in server) {
    await rm(folder, { recursive: true, force: true })
    return server
  }
  return {
    url: server.url,
    stop: async () => {
      await server.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface RedisServer {
  readonly url: string
  readonly pid: number
  /** SIGKILL: nothing is saved that was not saved before. */
  kill(): Promise<void>
}

/** A server of one's own, that may be killed and started again on the same folder. */
export async function startRedisServer(folder: string, port: number): Promise<RedisServer | { skipped: string }> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder]
  // every write is on disk before it is answered, so that a killed server has lost nothing it acknowledged
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always']
  const server = spawn('redis-server', [...settings, ...durable], { stdio: 'ignore' })
  const ended = endOf(server)
  const killNow = (): void => void server.kill('SIGKILL')
  process.once('exit', killNow)
  server.once('close', () => process.off('exit', killNow))
  const isOver = () => server.exitCode !== null || server.pid === undefined
  if (await waitForPort('127.0.0.1', port, 10_000, isOver)) {
    return {
      url: `redis://127.0.0.1:${port}`,
      pid: server.pid!,
      kill: async () => {
        server.kill('SIGKILL')
        await ended
      },
    }
  }
  server.kill('SIGKILL')
  await ended
  return { skipped: 'Redis: no redis-server on the PATH that starts, and REDIS_URL is not set' }
}

function endOf(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => server.once('close', () => resolve()).once('error', () => resolve()))
}
