/**
 * Requests are answered in child processes: a decompression bomb or an endless loop takes its child with it and
 * nothing else. Children start when they are needed and are replaced when they have grown.
 */
import { ChildEndedError, type ChildLimits, startChild, type WatchedChild } from './watched-child.ts'

export interface ChildPoolOptions {
  /** Source of the child, named from the package root. */
  readonly module: string
  /** Requests answered at the same time. */
  readonly children: number
  /** A child that holds more than this after its answer is replaced by a fresh one. */
  readonly recycleAboveMb: number
}

export interface ChildPool<Request, Answer> {
  /** First come, first served. @throws ChildEndedError; the pool goes on */
  ask(request: Request, limits: ChildLimits): Promise<Answer>
  /** Ends all children; what they were asked is rejected. */
  close(): Promise<void>
}

interface Waiting<Request, Answer> {
  readonly request: Request
  readonly limits: ChildLimits
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export function openChildPool<Request extends object, Answer>(options: ChildPoolOptions): ChildPool<Request, Answer> {
  const waiting: Waiting<Request, Answer>[] = []
  const idle: WatchedChild<Request, Answer>[] = []
  const children = new Set<WatchedChild<Request, Answer>>()
  let closed = false

  function next(): void {
    while (waiting.length > 0 && (idle.length > 0 || children.size < options.children)) {
      const { request, limits, resolve, reject } = waiting.shift()!
      work(request, limits).then(resolve, reject)
    }
  }

  async function work(request: Request, limits: ChildLimits): Promise<Answer> {
    const child = idle.pop() ?? added()
    try {
      return await child.ask(request, limits)
    } catch (error) {
      throw closed ? new ChildEndedError('closed', { cause: error }) : error
    } finally {
      void release(child)
    }
  }

  function added(): WatchedChild<Request, Answer> {
    const child = startChild<Request, Answer>(options.module)
    children.add(child)
    return child
  }

  async function release(child: WatchedChild<Request, Answer>): Promise<void> {
    if (!closed && child.isAlive() && child.residentMb() <= options.recycleAboveMb) idle.push(child)
    else {
      await child.end()
      children.delete(child)
    }
    next()
  }

  return {
    ask: (request, limits) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ChildEndedError('closed'))
        waiting.push({ request, limits, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new ChildEndedError('closed'))
      await Promise.all([...children].map((child) => child.end()))
      children.clear()
    },
  }
}
