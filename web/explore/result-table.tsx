import { useMemo, useState } from 'preact/hooks'
import type { Rows, RowValue } from '../api/types.ts'
import { csvLine } from '../frame/csv.ts'
import { saveFile } from '../frame/save-file.ts'
import { Nothing } from '../frame/states.tsx'
import { plural } from '../frame/words.ts'

interface Order {
  readonly column: string
  readonly down: boolean
}

/** Rows of a query, sortable by any column. */
export function ResultTable(props: { result: Rows; name: string }) {
  const { result } = props
  const [order, setOrder] = useState<Order | null>(null)
  const rows = useMemo(() => (order ? [...result.rows].sort(by(order)) : result.rows), [result, order])
  if (rows.length === 0)
    return <Nothing title="No rows">The question is understood; nothing in the graph answers it.</Nothing>
  return (
    <>
      <div class="row-of result-head">
        <span class="muted small">
          {plural(rows.length, 'row')}
          {result.truncated ? ' (cut off here; narrow the question to see all)' : ''} in {Math.round(result.elapsedMs)}{' '}
          ms
        </span>
        <button
          type="button"
          class="small"
          onClick={() => saveFile(`${props.name}.csv`, 'text/csv', csvOf(result, rows))}
        >
          CSV
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="table-frame result-frame" tabIndex={0} aria-label="Rows">
        <table class="rows">
          <thead>
            <tr>
              {result.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={order?.column === column ? (order.down ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" class="sort-button" onClick={() => setOrder(nextOrder(order, column))}>
                    {column.replaceAll('_', ' ')}
                    <span aria-hidden="true">{order?.column === column ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {result.columns.map((column) => (
                  <td key={column} class={shapeOf((row[column] ?? null) as RowValue)}>
                    <Cell value={(row[column] ?? null) as RowValue} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Cell(props: { value: RowValue }) {
  const text = textOf(props.value)
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return <a href={`/papers/${text}`}>open the paper</a>
  if (/^[0-9a-f]{16}#\d+$/.test(text)) {
    return (
      <a class="one-line" href={`/explore/patient?case=${encodeURIComponent(text)}`} title={text}>
        {text.slice(0, 6)}…{text.slice(text.indexOf('#'))}
      </a>
    )
  }
  if (text === '') return <span class="muted">–</span>
  return <>{text}</>
}

const LONG_TEXT = 34

function shapeOf(value: RowValue): string | undefined {
  if (typeof value === 'number') return 'number'
  return textOf(value).length > LONG_TEXT ? 'long' : undefined
}

export function textOf(value: RowValue): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function nextOrder(order: Order | null, column: string): Order | null {
  if (order?.column !== column) return { column, down: false }
  return order.down ? null : { column, down: true }
}

/** Numbers by size, the rest by alphabet, nothing always last. */
function by({ column, down }: Order) {
  return (one: Rows['rows'][number], other: Rows['rows'][number]): number => {
    const [left, right] = [one[column] ?? null, other[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : textOf(left as RowValue).localeCompare(textOf(right as RowValue))
    return down ? -difference : difference
  }
}

function csvOf(result: Rows, rows: Rows['rows']): string {
  const lines = rows.map((row) => csvLine(result.columns.map((column) => cellOf((row[column] ?? null) as RowValue))))
  return `${[csvLine(result.columns), ...lines].join('\r\n')}\r\n`
}

function cellOf(value: RowValue): string | number | null {
  return typeof value === 'number' || value === null ? value : textOf(value)
}
