/** Ports of this machine, for servers that tests start. */
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** Waits until something accepts connections there; false when `isOver` says so first or the time is up. */
export async function waitForPort(
  host: string,
  port: number,
  timeoutMs: number,
  isOver = () => false,
): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && !isOver(); await delay(100))
    if (await accepts(host, port)) return true
  return false
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const answer = (accepted: boolean) => {
      socket.destroy()
      resolve(accepted)
    }
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false))
  })
}
