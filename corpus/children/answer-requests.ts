/** The child's side: answers the parent's requests one at a time; the parent watches its time and memory. */
import { Worker } from 'node:worker_threads'
import type { ChildMessage } from './child-messages.ts'

const MB = 1024 * 1024

/** `answer` never throws: what can go wrong with a request is an answer, too. */
export function answerRequests<Request, Answer>(
  answer: (request: Request, busy: (leastMs: number) => void) => Promise<Answer>,
): void {
  const say = (message: ChildMessage<Answer>): void => void process.send?.(message)
  const busy = (leastMs: number): void => say({ kind: 'busy', leastMs })
  process.on('message', async (request: Request) => {
    say({ kind: 'answer', answer: await answer(request, busy), residentMb: process.memoryUsage.rss() / MB })
  })
  // the parent is gone: nobody waits for the answer
  process.on('disconnect', () => process.exit(0))
  endWithParent()
}

/** A child that is caught in an endless loop hears nothing; a thread of its own sees that the parent was killed. */
function endWithParent(): void {
  // told by the parent: it may be gone before anybody here could ask who it is
  const parent = Number(process.argv[2])
  const watch = `const { workerData: parent } = require('node:worker_threads')
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000)`
  new Worker(watch, { eval: true, workerData: parent }).unref()
}
