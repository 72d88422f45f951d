import { useState } from 'preact/hooks'
import { send, sentenceOf } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { Schedule, ScheduleList } from '../api/types.ts'
import { Await, Nothing, Problem } from '../frame/states.tsx'
import { moment } from '../frame/words.ts'

/** What runs by the clock. */
export function SchedulesTab() {
  const schedules = useResource<ScheduleList>('/schedules')
  const [problem, setProblem] = useState<string | null>(null)
  const act = async (action: Promise<unknown>) => {
    setProblem(null)
    await action.catch((error: unknown) => setProblem(sentenceOf(error)))
    schedules.reload()
  }
  return (
    <Await of={schedules} what="the schedules">
      {({ tasks, schedules: found }) => (
        <div class="schedules">
          {problem !== null && <Problem message={problem} />}
          {found.length === 0 ? (
            <Nothing title="Nothing runs by the clock">
              Add a schedule below; 0 3 * * * is every night at three.
            </Nothing>
          ) : (
            <ScheduleTable schedules={found} act={act} />
          )}
          <NewSchedule tasks={tasks} act={act} />
        </div>
      )}
    </Await>
  )
}

type Act = (action: Promise<unknown>) => Promise<void>

function ScheduleTable(props: { schedules: readonly Schedule[]; act: Act }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-label="Schedules">
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Task</th>
            <th scope="col">When</th>
            <th scope="col">Next</th>
            <th scope="col">
              <span class="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.schedules.map((schedule) => (
            <tr key={schedule.id}>
              <td>{schedule.id}</td>
              <td>{schedule.task}</td>
              <td>{whenOf(schedule)}</td>
              <td>{moment(schedule.nextAt)}</td>
              <td>
                <span class="row-of">
                  <button
                    type="button"
                    class="small"
                    onClick={() => props.act(send('POST', `/schedules/${schedule.id}/run`))}
                  >
                    Run now
                  </button>
                  <button
                    type="button"
                    class="small"
                    onClick={() => props.act(send('DELETE', `/schedules/${schedule.id}`))}
                  >
                    Remove
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function whenOf({ pattern, everyMs, timeZone }: Schedule): string {
  const zone = timeZone === null ? '' : ` (${timeZone})`
  if (pattern !== null) return `${pattern}${zone}`
  return everyMs === null ? '' : `every ${everyMs / 60_000} min`
}

function NewSchedule(props: { tasks: readonly string[]; act: Act }) {
  const [id, setId] = useState('nightly')
  const [task, setTask] = useState(props.tasks[0] ?? '')
  const [pattern, setPattern] = useState('0 3 * * *')
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <form
      class="card new-schedule"
      onSubmit={(event) => {
        event.preventDefault()
        void props.act(send('POST', '/schedules', { id, task, pattern, timeZone: timeZone === '' ? null : timeZone }))
      }}
    >
      <h2>Add a schedule</h2>
      <div class="query-form">
        <label class="field">
          <span>Name</span>
          <input value={id} pattern="[a-z][a-z0-9\-]*" required onInput={(event) => setId(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Task</span>
          <select value={task} onChange={(event) => setTask(event.currentTarget.value)}>
            {props.tasks.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Cron pattern</span>
          <input value={pattern} required onInput={(event) => setPattern(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Time zone</span>
          <input value={timeZone} onInput={(event) => setTimeZone(event.currentTarget.value)} />
        </label>
        <button type="submit" class="primary">
          Add
        </button>
      </div>
    </form>
  )
}
