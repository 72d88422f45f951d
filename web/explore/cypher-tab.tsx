import { useEffect, useState } from 'preact/hooks'
import { send, sentenceOf } from '../api/client.ts'
import type { Rows } from '../api/types.ts'
import { Loading, Problem } from '../frame/states.tsx'
import { CYPHER_EXAMPLES } from './cypher-examples.ts'
import { ResultTable } from './result-table.tsx'

/** Free questions in Cypher; the store refuses whatever would change it. */
export function CypherTab() {
  const [cypher, setCypher] = useState<string>(CYPHER_EXAMPLES[0]!.cypher)
  const [rows, setRows] = useState<Rows | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    setProblem(null)
    try {
      setRows(await send<Rows>('POST', '/cypher', { cypher }))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setAsking(false)
  }
  // once, with the first example
  useEffect(() => void ask(), [])
  return (
    <div class="cypher">
      <form
        class="card cypher-form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <label class="field">
          <span>Cypher, read-only: writing, files, network and administration are refused</span>
          <textarea
            rows={6}
            spellcheck={false}
            value={cypher}
            onInput={(event) => setCypher(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask()
            }}
          />
        </label>
        <div class="row-of">
          <button type="submit" class="primary" disabled={isAsking || cypher.trim() === ''}>
            Ask
          </button>
          <span class="muted small">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
          <label class="example-chooser">
            <span class="visually-hidden">Examples</span>
            <select
              value=""
              onChange={(event) => {
                const example = CYPHER_EXAMPLES.find(({ title }) => title === event.currentTarget.value)
                if (example) setCypher(example.cypher)
              }}
            >
              <option value="">Examples …</option>
              {CYPHER_EXAMPLES.map(({ title }) => (
                <option key={title}>{title}</option>
              ))}
            </select>
          </label>
        </div>
      </form>
      {problem !== null && <Problem message={problem} />}
      {isAsking && <Loading what="rows" />}
      {rows && !isAsking && problem === null && <ResultTable result={rows} name="cypher" />}
    </div>
  )
}
