/** Structured logs: one JSON line for each thing that happened, with the ids of its job and paper, on stderr. */
import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { Config } from '../config.ts'
import type { JobEvent } from '../queue/workers.ts'

export type Log = Logger

export function openLog(config: Pick<Config, 'logLevel'>, to: DestinationStream = destination(2)): Log {
  return pino({ level: config.logLevel, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, to)
}

/** What workers say, at the level it deserves. */
export function logEvent(log: Log, event: JobEvent): void {
  const { type, step, job, paper, file, durationMs, note, code } = event
  const fields = {
    job,
    step,
    ...(paper && { paper }),
    ...(file && { file }),
    ...(durationMs !== null && { durationMs: Math.round(durationMs) }),
    ...(code !== null && { code }),
  }
  const said = `${step} ${type}${note ? `: ${note}` : ''}`
  if (type === 'failed') log.error(fields, said)
  else if (type === 'retrying' || type === 'stalled') log.warn(fields, said)
  else if (type === 'started') log.debug(fields, said)
  else log.info(fields, said)
}
