/** A child for trials: does what it is told, however bad. */
import { setTimeout as pause } from 'node:timers/promises'
import { answerRequests } from '../../../corpus/children/answer-requests.ts'

export interface Trial {
  readonly act: 'echo' | 'loop' | 'fill' | 'exit' | 'wait' | 'toil'
  readonly text?: string
}

answerRequests<Trial, string>(async ({ act, text = '' }, busy) => {
  if (act === 'loop') for (;;);
  if (act === 'exit') process.exit(3)
  if (act === 'fill') {
    const held: number[][] = []
    for (;;) held.push(new Array(4_000_000).fill(1.5))
  }
  if (act === 'wait') await new Promise(() => {})
  if (act === 'toil') {
    busy(60_000)
    await pause(50)
    const { user } = process.cpuUsage()
    while (process.cpuUsage().user - user < 800_000);
  }
  return `${process.pid} ${text}`
})
