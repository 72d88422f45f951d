/** What a person sees while the queue is worked off: a bar with rate and time left, or plain lines in a log file. */
import { Presets, SingleBar } from 'cli-progress'
import type { JobEvent } from '../queue/workers.ts'
import { type Console, plural } from './command.ts'

export interface WorkProgress {
  onEvent(event: JobEvent): void
  stop(): void
}

/** Lines on a log that is no terminal: one a paper would drown the rest of a large batch. */
const PAPERS_PER_LINE = 25

/** `papers` is how many are under way; each counts once, when it is written, recognised as known, or failed for good. */
export function startWorkProgress(papers: number, console: Console): WorkProgress {
  const bar = console.isTerminal ? startBar(papers) : null
  const startedAt = performance.now()
  let done = 0
  return {
    onEvent(event) {
      if (event.type === 'retrying')
        console.log(`${event.file}: ${event.step} is tried again (${event.note ?? 'failed'})`)
      if (!isEndOfPaper(event)) return
      done += 1
      if (bar) bar.update(done, { file: event.file })
      else if (done % PAPERS_PER_LINE === 0 || done === papers)
        console.log(progressLine(done, papers, performance.now() - startedAt))
    },
    stop: () => bar?.stop(),
  }
}

function isEndOfPaper(event: JobEvent): boolean {
  if (event.type === 'failed') return true
  return event.type === 'completed' && (event.step === 'write' || event.note?.startsWith('already known') === true)
}

function startBar(papers: number): SingleBar {
  const format = '{bar} {value}/{total} papers, {rate} a second, {eta_formatted} left · {file}'
  const bar = new SingleBar(
    { format, hideCursor: true, clearOnComplete: true, etaBuffer: 20, stream: process.stderr },
    Presets.rect,
  )
  bar.start(papers, 0, { file: '', rate: 0 })
  const startedAt = performance.now()
  const update = bar.update.bind(bar)
  bar.update = ((done: number, payload: object) =>
    update(done, { ...payload, rate: rateOf(done, performance.now() - startedAt) })) as typeof bar.update
  return bar
}

function progressLine(done: number, papers: number, elapsedMs: number): string {
  const leftSeconds = Math.round(((papers - done) * elapsedMs) / done / 1000)
  const left = done < papers ? `, about ${plural(leftSeconds, 'second')} left` : ''
  return `${done} of ${plural(papers, 'paper')}, ${rateOf(done, elapsedMs)} a second${left}`
}

const rateOf = (done: number, elapsedMs: number): string => ((1000 * done) / Math.max(1, elapsedMs)).toFixed(1)
