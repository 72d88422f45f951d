import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { send, sentenceOf } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { QueryDescription, Rows } from '../api/types.ts'
import { Await, Loading, Nothing, Problem } from '../frame/states.tsx'
import { ValueField } from '../frame/value-field.tsx'
import { sentenceCase } from '../frame/words.ts'
import { ResultTable } from './result-table.tsx'

/** The questions that have a name. */
export function QueriesTab() {
  const { query } = useLocation()
  const queries = useResource<readonly QueryDescription[]>('/queries')
  return (
    <Await of={queries} what="the queries">
      {(found) => {
        const chosen = found.find(({ name }) => name === query.query) ?? found[0]
        return (
          <div class="queries">
            <QueryList queries={found} chosen={chosen?.name ?? null} />
            {chosen ? <QueryRunner key={chosen.name} query={chosen} /> : <Nothing title="No named queries" />}
          </div>
        )
      }}
    </Await>
  )
}

function QueryList(props: { queries: readonly QueryDescription[]; chosen: string | null }) {
  const themes = Map.groupBy(props.queries, ({ theme }) => theme ?? 'other')
  return (
    <nav class="card query-list" aria-label="Named queries">
      {[...themes].map(([theme, queries]) => (
        <section key={theme}>
          <h2>{sentenceCase(theme)}</h2>
          <ul>
            {queries.map(({ name, title }) => (
              <li key={name}>
                <a
                  href={`/explore/queries?query=${encodeURIComponent(name)}`}
                  aria-current={name === props.chosen ? 'true' : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

type Answer = { readonly rows: Rows | null; readonly problem: string | null }

function QueryRunner(props: { query: QueryDescription }) {
  const { name, title, question, parameters } = props.query
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      parameters.map((parameter) => [parameter.name, parameter.default === null ? '' : String(parameter.default)]),
    ),
  )
  const [answer, setAnswer] = useState<Answer>({ rows: null, problem: null })
  const run = () => {
    setAnswer({ rows: null, problem: null })
    const given = parameters.map(({ name: parameter, type }) => [parameter, typed(values[parameter] ?? '', type)])
    send<Rows>('POST', `/queries/${encodeURIComponent(name)}`, { parameters: Object.fromEntries(given) }).then(
      (rows) => setAnswer({ rows, problem: null }),
      (error: unknown) => setAnswer({ rows: null, problem: sentenceOf(error) }),
    )
  }
  // once, with the defaults
  useEffect(run, [])
  return (
    <section class="query-runner" aria-label={title}>
      <h2>{title}</h2>
      <p class="muted">{question}</p>
      {parameters.length > 0 && (
        <form
          class="query-form"
          onSubmit={(event) => {
            event.preventDefault()
            run()
          }}
        >
          {parameters.map((parameter) => (
            <ValueField
              key={parameter.name}
              name={parameter.name}
              about={parameter.description}
              options={parameter.choices}
              numeric={parameter.type === 'number'}
              none="any"
              value={values[parameter.name] ?? ''}
              onChange={(value) => setValues({ ...values, [parameter.name]: value })}
            />
          ))}
          <button type="submit" class="primary">
            Ask
          </button>
        </form>
      )}
      {answer.problem !== null && <Problem message={answer.problem} />}
      {answer.rows === null && answer.problem === null && <Loading what="rows" />}
      {answer.rows && <ResultTable result={answer.rows} name={name} />}
    </section>
  )
}

function typed(text: string, type: string): string | number | null {
  if (text.trim() === '') return null
  return type === 'number' ? Number(text) : text
}
