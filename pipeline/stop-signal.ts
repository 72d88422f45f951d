/** SIGTERM and SIGINT as one AbortSignal: the work ends in order. A second signal ends the process at once. */

export interface StopSignal {
  readonly signal: AbortSignal
  /** Takes the handlers away again. */
  dispose(): void
}

export function stopOnSignals(signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT']): StopSignal {
  const stopping = new AbortController()
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143)
    stopping.abort()
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: stopping.signal,
    dispose: () => {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
