/** The first page: what is there, what is on its way, what failed, and the place to drop more. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { queryString } from '../api/client.ts'
import { usePaused, useResource } from '../api/resource.ts'
import type { PaperList, Status } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { plural } from '../frame/words.ts'
import { PaperTable } from './paper-table.tsx'
import { type StateChoice, StateFilter } from './state-filter.tsx'
import { UploadArea } from './upload-area.tsx'

const PAGE = 50

export function PapersView() {
  const { query } = useLocation()
  const [search, setSearch] = useState(query.search ?? '')
  const [state, setState] = useState<StateChoice>((query.state as StateChoice | undefined) ?? 'all')
  const [sort, setSort] = useState('added')
  const [limit, setLimit] = useState(PAGE)
  const status = useResource<Status>('/status', true)
  const filter = { search: usePaused(search), state: state === 'all' ? null : state, sort, limit }
  const papers = useResource<PaperList>(`/papers${queryString(filter)}`, true)
  const list = useLast(papers.value)

  return (
    <div class="page">
      <div class="page-head">
        <div>
          <h1>Papers</h1>
          <p>
            {status.value
              ? holdings(status.value)
              : 'Case reports in, patients out; every fact with its place on the page.'}
          </p>
        </div>
      </div>
      <UploadArea />
      <section aria-label="All papers">
        <div class="filter-row">
          <input
            type="search"
            class="grow"
            placeholder="Find by title, file, DOI or year"
            aria-label="Find papers"
            value={search}
            onInput={(event) => {
              setSearch(event.currentTarget.value)
              setLimit(PAGE)
            }}
          />
          <StateFilter counts={list?.counts ?? null} choice={state} onChoose={setState} />
        </div>
        <Await of={{ ...papers, value: list }} what="papers">
          {(found) =>
            found.papers.length === 0 ? (
              <NoPapers isFiltered={search !== '' || state !== 'all'} />
            ) : (
              <>
                <PaperTable papers={found.papers} sort={sort} onSort={setSort} onRetried={papers.reload} />
                {found.total > found.papers.length && (
                  <div class="more-row">
                    <button type="button" onClick={() => setLimit(Math.min(limit + PAGE, 200))} disabled={limit >= 200}>
                      Show more
                    </button>
                    <span class="muted small">
                      {found.papers.length} of {plural(found.total, 'paper')}
                      {limit >= 200 ? '; narrow the search to see others' : ''}
                    </span>
                  </div>
                )}
              </>
            )
          }
        </Await>
      </section>
    </div>
  )
}

function holdings(status: Status): string {
  return `${plural(status.papers, 'paper')}, ${plural(status.cases, 'patient')}, ${plural(status.facts, 'fact')}; every fact with its place on the page.`
}

function NoPapers(props: { isFiltered: boolean }) {
  return props.isFiltered ? (
    <Nothing title="No paper matches">Try another word, or show all states.</Nothing>
  ) : (
    <Nothing title="No papers yet">Drop case reports above; they appear here as soon as they are queued.</Nothing>
  )
}

/** The last list stays while the next one is on its way, so that typing does not flicker. */
function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
