import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { send, sentenceOf } from '../api/client.ts'

/** Takes a paper out of the collection, after asking. */
export function RemoveButton(props: { paper: string; name: string }) {
  const { route } = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = () => {
    if (!confirm(`Remove “${props.name}”, its facts and the decisions on them?`)) return
    send('DELETE', `/papers/${props.paper}`).then(
      () => route('/'),
      (error: unknown) => setProblem(sentenceOf(error)),
    )
  }
  return (
    <>
      <button type="button" class="quiet small" onClick={remove}>
        Remove …
      </button>
      {problem !== null && <span role="alert">{problem}</span>}
    </>
  )
}
