import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { queryString } from '../api/client.ts'
import { usePaused, useResource } from '../api/resource.ts'
import type { CaseSummary, GraphPicture } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { CaseGraph } from './case-graph.tsx'

/** One patient as nodes and relations. */
export function CaseTab() {
  const { query, route } = useLocation()
  const [search, setSearch] = useState('')
  const cases = useResource<readonly CaseSummary[]>(`/cases${queryString({ search: usePaused(search) })}`)
  const chosen = query.case ?? cases.value?.[0]?.id ?? null
  return (
    <div class="case-tab">
      <div class="card case-chooser">
        <label class="field">
          <span>Find a patient</span>
          <input
            type="search"
            value={search}
            placeholder="Title, year, age or sex"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <Await of={cases} what="patients">
          {(found) =>
            found.length === 0 ? (
              <Nothing title="No patient matches" />
            ) : (
              <ul class="case-list">
                {found.map((summary) => (
                  <li key={summary.id}>
                    <button
                      type="button"
                      aria-pressed={summary.id === chosen}
                      onClick={() => route(`/explore/patient${queryString({ case: summary.id })}`)}
                    >
                      <span>{summary.patient}</span>
                      <span class="muted small">
                        {summary.title}
                        {summary.year === null ? '' : ` (${summary.year})`}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </div>
      {chosen === null ? <Nothing title="No patient chosen" /> : <Picture id={chosen} />}
    </div>
  )
}

function Picture(props: { id: string }) {
  const picture = useResource<GraphPicture>(`/cases/${encodeURIComponent(props.id)}/graph`)
  return (
    <Await of={picture} what="the patient">
      {(drawn) => <CaseGraph key={props.id} picture={drawn} />}
    </Await>
  )
}
