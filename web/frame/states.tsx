/** Empty, loading, failed: said the same way in every view. */
import type { ComponentChildren } from 'preact'
import type { Resource } from '../api/resource.ts'

export function Nothing(props: { title: string; children?: ComponentChildren }) {
  return (
    <div class="nothing">
      <p class="nothing-title">{props.title}</p>
      {props.children && <p>{props.children}</p>}
    </div>
  )
}

export function Loading(props: { what: string }) {
  return (
    <div class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      Loading {props.what} …
    </div>
  )
}

export function Problem(props: { message: string; onRetry?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>{props.message}</p>
      {props.onRetry && (
        <button type="button" onClick={props.onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

/** Shows the value, or says what is the matter. */
export function Await<T>(props: { of: Resource<T>; what: string; children: (value: T) => ComponentChildren }) {
  const { value, problem, reload } = props.of
  if (problem !== null) return <Problem message={problem} onRetry={reload} />
  if (value === null) return <Loading what={props.what} />
  return <>{props.children(value)}</>
}
