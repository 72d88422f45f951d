/** The server's event stream, opened once for all views. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ServerEvent } from './types.ts'

export type { ServerEvent }

/** Whether the stream is open: the dot in the top bar. */
export const isConnected = signal<boolean | null>(null)

type Listener = (event: ServerEvent) => void
const listeners = new Set<Listener>()
let source: EventSource | null = null

function open(): void {
  source = new EventSource('/api/events')
  source.addEventListener('hello', () => {
    isConnected.value = true
  })
  source.addEventListener('change', (message) => {
    const event = JSON.parse(message.data) as ServerEvent
    for (const listener of listeners) listener(event)
  })
  source.addEventListener('error', () => {
    isConnected.value = false
  })
}

export function onEvent(listener: Listener): () => void {
  if (source === null) open()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls back at most every `SETTLE_MS` while changes come in; null listens to nothing. */
export function useChanges(callback: (() => void) | null): void {
  useEffect(() => {
    if (callback === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onEvent(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        callback()
      }, SETTLE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [callback])
}

const SETTLE_MS = 400
