import { useState } from 'preact/hooks'
import { queryString, send, sentenceOf } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { Job, JobList } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { moment } from '../frame/words.ts'

const STATES = ['failed', 'active', 'waiting', 'delayed', 'completed'] as const
type State = (typeof STATES)[number]

const TONES: Readonly<Record<State, string>> = {
  failed: 'bad',
  active: 'busy',
  waiting: '',
  delayed: 'warn',
  completed: 'good',
}

/** Jobs by state; failed ones with the reason and a way to try again. */
export function JobsTab() {
  const [state, setState] = useState<State | null>(null)
  const jobs = useResource<JobList>(`/jobs${queryString({ state })}`, true)
  return (
    <Await of={jobs} what="the jobs">
      {({ counts, jobs: found }) => (
        <>
          <fieldset class="state-filter job-filter">
            <legend class="visually-hidden">State</legend>
            <button type="button" aria-pressed={state === null} onClick={() => setState(null)}>
              All
            </button>
            {STATES.map((name) => (
              <button key={name} type="button" aria-pressed={state === name} onClick={() => setState(name)}>
                {name} <span class="number">{counts[name]}</span>
              </button>
            ))}
          </fieldset>
          {found.length === 0 ? (
            <Nothing title={state === null ? 'No jobs' : `No ${state} jobs`}>
              Papers that are added become jobs.
            </Nothing>
          ) : (
            <JobTable jobs={found} onRetried={jobs.reload} />
          )}
        </>
      )}
    </Await>
  )
}

function JobTable(props: { jobs: readonly Job[]; onRetried: () => void }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-label="Jobs">
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Paper</th>
            <th scope="col">Step</th>
            <th scope="col">State</th>
            <th scope="col" class="number">
              Tries
            </th>
            <th scope="col">Added</th>
          </tr>
        </thead>
        <tbody>
          {props.jobs.map((job) => (
            <JobRow key={job.id} job={job} onRetried={props.onRetried} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function JobRow(props: { job: Job; onRetried: () => void }) {
  const { job } = props
  return (
    <tr>
      <td>
        {job.paper && job.state === 'completed' ? (
          <a href={`/papers/${job.paper}`}>{job.file ?? job.id}</a>
        ) : (
          (job.file ?? job.id)
        )}
        {job.note !== null && <span class="paper-file">{job.note}</span>}
        {job.reason !== null && <FailedJob job={job} reason={job.reason} onRetried={props.onRetried} />}
      </td>
      <td>{job.step}</td>
      <td>
        <span class={`chip ${TONES[job.state]}`}>{job.state}</span>
      </td>
      <td class="number">{job.attempts}</td>
      <td class="moment">{moment(job.addedAt)}</td>
    </tr>
  )
}

function FailedJob(props: { job: Job; reason: string; onRetried: () => void }) {
  const [answer, setAnswer] = useState<string | null>(null)
  const retry = () =>
    send('POST', `/jobs/${encodeURIComponent(props.job.id)}/retry`).then(
      () => props.onRetried(),
      (error: unknown) => setAnswer(sentenceOf(error)),
    )
  return (
    <span class="failure-reason">
      <span>{props.reason}</span>
      {props.job.state === 'failed' && (
        <button type="button" class="small" onClick={retry}>
          Try again
        </button>
      )}
      {answer && <span role="status">{answer}</span>}
    </span>
  )
}
