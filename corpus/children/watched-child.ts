/**
 * One child process that answers requests, seen from its parent: asks it, watches its time and memory from outside
 * (a busy child can watch neither), ends it and says why.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { compiledModule } from '../package-root.ts'
import type { ChildMessage } from './child-messages.ts'
import { watchChild } from './watch-child.ts'

export interface ChildLimits {
  /**
   * For one request, unless the child says that it is busy for a reason: what it may compute, so that a busy machine
   * makes no paper fail. Where the system does not tell that, and in any case for ten times as long, it is the clock.
   */
  readonly timeoutMs: number
  readonly maxResidentMb: number
}

/** The child did not live to answer. */
export class ChildEndedError extends Error {
  override readonly name = 'ChildEndedError'
  /** It took too long, needed too much memory, ended by itself, or was no longer wanted. */
  readonly why: 'time' | 'memory' | 'crash' | 'closed'

  constructor(why: ChildEndedError['why'], options?: ErrorOptions) {
    super(`the child process ended before its answer (${why})`, options)
    this.why = why
  }
}

export interface WatchedChild<Request, Answer> {
  /** @throws ChildEndedError */
  ask(request: Request, limits: ChildLimits): Promise<Answer>
  isAlive(): boolean
  /** What it held after its last answer. */
  residentMb(): number
  end(): Promise<void>
}

/** The heap may not outgrow the watch on resident memory by much. */
const HEAP_MB = 768

/** `module`: its source, named from the package root; it calls `answerRequests`. */
export function startChild<Request extends object, Answer>(module: string): WatchedChild<Request, Answer> {
  const compiled = compiledModule(module)
  if (!existsSync(compiled)) throw new Error(`${module} is not compiled yet; run \`npm run build\` and try again.`)
  const child = fork(compiled, [`${process.pid}`], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    // libraries write warnings about damaged files; they belong to nobody's output
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let resident = 0
  return {
    ask: async (request, limits) => {
      const { answer, residentMb } = await conversation<Request, Answer>(child, request, limits)
      resident = residentMb
      return answer
    },
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected && !child.killed,
    residentMb: () => resident,
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
    },
  }
}

type AnswerMessage<Answer> = Extract<ChildMessage<Answer>, { kind: 'answer' }>

/** Sends the request and waits for the answer, the end of the child, or a limit. */
function conversation<Request extends object, Answer>(
  child: ChildProcess,
  request: Request,
  limits: ChildLimits,
): Promise<AnswerMessage<Answer>> {
  return new Promise((resolve, reject) => {
    const watch = watchChild(child, limits, (why) => {
      child.kill('SIGKILL')
      settle(() => reject(new ChildEndedError(why)))
    })
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.once('error', onExit)
    child.send(request, (error) => {
      if (error !== null) settle(() => reject(new ChildEndedError('crash', { cause: error })))
    })

    function settle(act: () => void): void {
      watch.end()
      child.off('message', onMessage)
      child.off('exit', onExit)
      child.off('error', onExit)
      act()
    }

    function onMessage(message: ChildMessage<Answer>): void {
      if (message.kind === 'answer') settle(() => resolve(message))
      else watch.allow(Math.max(limits.timeoutMs, message.leastMs))
    }

    function onExit(): void {
      // the heap limit ends a child by abort
      const isHeap = child.signalCode === 'SIGABRT' || child.exitCode === 134
      settle(() => reject(new ChildEndedError(isHeap ? 'memory' : 'crash')))
    }
  })
}
