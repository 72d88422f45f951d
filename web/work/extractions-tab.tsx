import { useState } from 'preact/hooks'
import { send, sentenceOf } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { Extraction, ExtractionDiff } from '../api/types.ts'
import { Await, Nothing, Problem } from '../frame/states.tsx'
import { moment, plural } from '../frame/words.ts'

/** Runs of re-extraction, and for each the facts that came, went and changed. */
export function ExtractionsTab() {
  const runs = useResource<readonly Extraction[]>('/extractions', true)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const act = async (action: Promise<unknown>) => {
    setBusy(true)
    setProblem(null)
    await action.catch((error: unknown) => setProblem(sentenceOf(error)))
    setBusy(false)
    runs.reload()
  }
  return (
    <div class="extractions">
      <div class="row-of matrix-head">
        <p class="muted">When rules improve, stored documents are read by them again; human decisions stay.</p>
        <span class="row-of">
          <button type="button" aria-pressed={chosen === 'preview'} onClick={() => setChosen('preview')}>
            What would change now?
          </button>
          <button type="button" class="primary" disabled={isBusy} onClick={() => act(send('POST', '/extractions'))}>
            {isBusy ? 'Working …' : 'Extract outdated papers'}
          </button>
        </span>
      </div>
      {problem !== null && <Problem message={problem} />}
      <Await of={runs} what="the runs">
        {(found) =>
          found.length === 0 ? (
            <Nothing title="No re-extraction yet" />
          ) : (
            <RunTable runs={found} chosen={chosen} onChoose={setChosen} act={act} />
          )
        }
      </Await>
      {chosen !== null && <Diff key={chosen} id={chosen} />}
    </div>
  )
}

function RunTable(props: {
  runs: readonly Extraction[]
  chosen: string | null
  onChoose: (id: string) => void
  act: (action: Promise<unknown>) => void
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-label="Runs">
      <table class="rows">
        <thead>
          <tr>
            {['When', 'Papers', 'Added', 'Lost', 'Changed', 'Undo'].map((name, index) => (
              <th key={name} scope="col" class={index === 0 || index === 5 ? undefined : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.runs.map((run) => (
            <tr key={run.id}>
              <td>
                <button
                  type="button"
                  class="quiet small"
                  aria-pressed={run.id === props.chosen}
                  onClick={() => props.onChoose(run.id)}
                >
                  {moment(run.at)}
                </button>
                {run.answers.length > 0 && (
                  <span class="paper-file">{plural(run.answers.length, 'named answer')} changed</span>
                )}
              </td>
              <td class="number">{run.papers}</td>
              <td class="number">{run.added}</td>
              <td class="number">{run.lost}</td>
              <td class="number">{run.changed}</td>
              <td>
                {run.rolledBackAt === null ? (
                  <button
                    type="button"
                    class="small"
                    onClick={() => props.act(send('POST', `/extractions/${run.id}/rollback`))}
                  >
                    Roll back
                  </button>
                ) : (
                  <span class="muted small">rolled back</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const TONES = { added: 'good', lost: 'bad', changed: 'warn' } as const

function Diff(props: { id: string }) {
  const diff = useResource<ExtractionDiff>(`/extractions/${encodeURIComponent(props.id)}`)
  return (
    <Await of={diff} what="the changes">
      {({ changes, truncated }) =>
        changes.length === 0 ? (
          <Nothing title="No fact changes" />
        ) : (
          <section class="diff" aria-label="Changes">
            <h2>
              {plural(changes.length, 'change')}
              {truncated ? ' shown of more' : ''}
            </h2>
            <ul>
              {changes.map((change) => (
                <li key={`${change.paper} ${change.kind} ${change.before} ${change.after}`}>
                  <span class={`chip ${TONES[change.change]}`}>{change.change}</span>
                  <span class="diff-kind">{change.kind}</span>
                  <span class="diff-words">
                    {change.before !== null && <del>{change.before}</del>}{' '}
                    {change.after !== null && <ins>{change.after}</ins>}
                  </span>
                  <a class="small" href={`/papers/${change.paper}`}>
                    {change.file}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Await>
  )
}
