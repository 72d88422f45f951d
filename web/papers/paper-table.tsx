import { useState } from 'preact/hooks'
import { send, sentenceOf } from '../api/client.ts'
import type { PaperSummary } from '../api/types.ts'
import { plural } from '../frame/words.ts'

const COLUMNS = [
  { key: 'title', name: 'Paper', number: false },
  { key: 'year', name: 'Year', number: true },
  { key: 'cases', name: 'Patients', number: true },
  { key: 'facts', name: 'Facts', number: true },
  { key: 'added', name: 'State', number: false },
] as const

export function PaperTable(props: {
  papers: readonly PaperSummary[]
  sort: string
  onSort: (sort: string) => void
  onRetried: () => void
}) {
  return (
    <div class="table-frame">
      <table class="rows paper-table">
        <thead>
          <tr>
            {COLUMNS.map(({ key, name, number }) => (
              <th
                key={key}
                scope="col"
                class={number ? 'number' : undefined}
                aria-sort={key === props.sort ? 'other' : undefined}
              >
                <button type="button" class="sort-button" onClick={() => props.onSort(key)}>
                  {name}
                  <span aria-hidden="true">{key === props.sort ? ' ↓' : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} onRetried={props.onRetried} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PaperRow(props: { paper: PaperSummary; onRetried: () => void }) {
  const { paper } = props
  const name = paper.title ?? paper.file
  return (
    <tr>
      <td class="paper-name">
        {paper.state === 'done' ? <a href={`/papers/${paper.id}`}>{name}</a> : <span>{name}</span>}
        <span class="paper-file">
          {[paper.title === null ? null : paper.file, paper.kind, paper.doi].filter(Boolean).join(' · ')}
        </span>
        {paper.reason !== null && <FailureReason paper={paper} reason={paper.reason} onRetried={props.onRetried} />}
      </td>
      <td class="number" data-label="Year">
        {paper.year ?? '–'}
      </td>
      <td class="number" data-label="Patients">
        {paper.state === 'done' ? paper.cases : '–'}
      </td>
      <td class="number" data-label="Facts">
        {paper.state === 'done' ? paper.facts : '–'}
      </td>
      <td data-label="State">
        <StateChip paper={paper} />
      </td>
    </tr>
  )
}

function StateChip(props: { paper: PaperSummary }) {
  const { state, warnings } = props.paper
  if (state === 'failed') return <span class="chip bad">Failed</span>
  if (state === 'queued') return <span class="chip">Queued</span>
  if (state === 'active') return <span class="chip busy">In work</span>
  return (
    <span class="row-of">
      <span class="chip good">Read</span>
      {warnings > 0 && <span class="chip warn">{plural(warnings, 'warning')}</span>}
    </span>
  )
}

function FailureReason(props: { paper: PaperSummary; reason: string; onRetried: () => void }) {
  const [answer, setAnswer] = useState<string | null>(null)
  const retry = () =>
    send('POST', `/papers/${props.paper.id}/retry`).then(
      () => {
        setAnswer('Queued again.')
        props.onRetried()
      },
      (error: unknown) => setAnswer(sentenceOf(error)),
    )
  return (
    <span class="failure-reason">
      <span>{props.reason}</span>
      <button type="button" class="small" onClick={retry}>
        Try again
      </button>
      {answer && <span role="status">{answer}</span>}
    </span>
  )
}
