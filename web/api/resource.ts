/** What a view shows of one address of the API: loading, the value, or why not. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ask, sentenceOf } from './client.ts'
import { useChanges } from './live.ts'

export interface Resource<T> {
  readonly value: T | null
  readonly problem: string | null
  readonly loading: boolean
  /** Asks again while the old value stays on screen. */
  reload(): void
}

/** `path` null asks nothing. With `live`, asks again soon after the server reports a change. */
export function useResource<T>(path: string | null, live = false): Resource<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; problem: string | null }>(NOTHING)
  const [turn, setTurn] = useState(0)
  const reload = useCallback(() => setTurn((count) => count + 1), [])
  // a new turn asks again
  useEffect(() => {
    if (path === null) return
    const abort = new AbortController()
    ask<T>(path, { signal: abort.signal }).then(
      (value) => setState({ path, value, problem: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ path, value: null, problem: sentenceOf(error) })
      },
    )
    return () => abort.abort()
  }, [path, turn])
  useChanges(live ? reload : null)
  const isCurrent = state.path === path
  return {
    value: isCurrent ? state.value : null,
    problem: isCurrent ? state.problem : null,
    loading: path !== null && !isCurrent,
    reload,
  }
}

const NOTHING = { path: null, value: null, problem: null }

/** Calls `effect` only when typing has paused. */
export function usePaused<T>(value: T, pauseMs = 200): T {
  const [paused, setPaused] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    timer.current = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer.current)
  }, [value, pauseMs])
  return paused
}
