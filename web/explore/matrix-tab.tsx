import { useState } from 'preact/hooks'
import { queryString } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { Matrix } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { sentenceCase } from '../frame/words.ts'

type By = 'class' | 'treatment'

/** What was tried against the calcinosis, and what came of it. */
export function MatrixTab() {
  const matrix = useResource<Matrix>('/matrix', true)
  const [by, setBy] = useState<By>('class')
  return (
    <Await of={matrix} what="the treatments">
      {(found) =>
        found.cells.length === 0 ? (
          <Nothing title="No treatment of the calcinosis yet">
            Treatments of the underlying disease are not counted here.
          </Nothing>
        ) : (
          <>
            <div class="row-of matrix-head">
              <p class="muted">Patients by treatment of the calcinosis and by what the paper says came of it.</p>
              <fieldset class="state-filter">
                <legend class="visually-hidden">Rows</legend>
                <button type="button" aria-pressed={by === 'class'} onClick={() => setBy('class')}>
                  By class
                </button>
                <button type="button" aria-pressed={by === 'treatment'} onClick={() => setBy('treatment')}>
                  By treatment
                </button>
              </fieldset>
            </div>
            <MatrixTable matrix={found} by={by} />
          </>
        )
      }
    </Await>
  )
}

function MatrixTable(props: { matrix: Matrix; by: By }) {
  const { responses, cells } = props.matrix
  const nameOf = (cell: Matrix['cells'][number]) =>
    props.by === 'class' ? (cell.class ?? cell.treatment) : cell.treatment
  const rows = [...Map.groupBy(cells, nameOf)]
    .map(([name, own]) => ({ name, counts: responses.map((response) => countOf(own, response)) }))
    .map((row) => ({ ...row, total: row.counts.reduce((sum, count) => sum + count, 0) }))
    .sort((one, other) => other.total - one.total || one.name.localeCompare(other.name))
  const most = Math.max(...rows.flatMap(({ counts }) => counts))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-label="Treatments by response">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{props.by === 'class' ? 'Class' : 'Treatment'}</th>
            {responses.map((response) => (
              <th key={response} scope="col">
                {sentenceCase(response)}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts, total }) => (
            <tr key={name}>
              <th scope="row">
                {props.by === 'treatment' ? (
                  <a
                    href={`/question${queryString({ exposure: `treatment = ${name}`, outcome: 'response in (improved, resolved)' })}`}
                  >
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              {counts.map((count, index) => (
                <td key={responses[index]} class="heat" style={{ '--share': count / most }}>
                  {count === 0 ? <span class="muted">·</span> : count}
                </td>
              ))}
              <td class="total">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function countOf(cells: Matrix['cells'], response: string): number {
  return cells.filter((cell) => cell.response === response).reduce((sum, { cases }) => sum + cases, 0)
}
